/** Glossaries: the pages are whole without this script; it only saves a way to the print button. */

import "../base/base.css";
import "./glossary.css";
import "./on_paper.css";

const button = document.getElementById("print");
if (button !== null) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
