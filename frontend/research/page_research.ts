/** Pages for researchers: they are whole without this script; it only saves a way to the print button. */

import "../base/base.css";
import "./research.css";
import "./figures.css";

const button = document.getElementById("print");
if (button !== null) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
