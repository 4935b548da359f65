/** Paper to print: without this script it shows and prints as well; the button only shortens the way. */

import "../base/base.css";
import "./paper.css";

const button = document.getElementById("print");
if (button !== null) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
