/** Bringing places in: the pages are whole without this script. It hides what is not asked, ticks many at once, and counts. */

import "../base/base.css";
import "./bringing_in.css";
import { counted, words } from "../components/words";

const TICKED = words({ one: "1 place is ticked", other: "{count} places are ticked" });

/** Show a field only while another one has the value that it belongs to. */
function followField(part: HTMLElement, form: HTMLFormElement): void {
  const { with: name = "", value = "" } = part.dataset;
  const show = (): void => {
    part.hidden = new FormData(form).get(name) !== value;
  };
  form.addEventListener("change", show);
  show();
}

function tickMany(bar: HTMLElement, form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="rows"]')];
  const told = bar.querySelector("[data-count]");
  const tell = (): void => {
    if (told !== null) told.textContent = counted(TICKED, boxes.filter((box) => box.checked).length);
  };
  const press = (which: string, isTicked: (box: HTMLInputElement) => boolean): void => {
    bar.querySelector(`[data-${which}]`)?.addEventListener("click", () => {
      for (const box of boxes) box.checked = isTicked(box);
      tell();
    });
  };
  press("all", () => true);
  press("none", () => false);
  press("first", (box) => box.defaultChecked);
  form.addEventListener("change", tell);
  bar.hidden = false;
  tell();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form")) {
  for (const part of form.querySelectorAll<HTMLElement>("[data-with]")) followField(part, form);
  const bar = form.querySelector<HTMLElement>("[data-ticks]");
  if (bar !== null) tickMany(bar, form);
}
