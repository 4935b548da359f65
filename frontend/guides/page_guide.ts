/** A guide's page: without this script it reads and prints as well; the button only shortens the way. */

import "../base/base.css";
import "./guide.css";
import "./steps.css";
import "./on_paper.css";
import "./cards.css";

const button = document.getElementById("print");
if (button !== null) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
