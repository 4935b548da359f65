/** One pin: a real button, named for screen readers, that shows its cell of the sheet of pins. */

import { kindLabel } from "./kinds";
import type { MapPlace, Standing } from "./map_canvas/types";
import { words } from "../components/words";

const STANDING_WORDS: Readonly<Record<Standing, string>> = words({
  settled: "",
  waiting: "waiting to be sent",
  in_review: "waiting for the facilitator",
  refused: "not added",
  returned: "came back to you",
  aside: "put aside",
  merged: "joined with another place",
});

const YOURS = words("yours");

const FROM_FILE = words("from a file");

/** What a screen reader says for a pin: "The launderette, Meeting place, yours, waiting to be sent". */
export function pinName(place: MapPlace): string {
  const parts = [place.title, place.kindLabel ?? kindLabel(place.kind), place.mine ? YOURS : "", place.fromFile ? FROM_FILE : ""];
  return [...parts, STANDING_WORDS[place.standing]].filter((part) => part !== "").join(", ");
}

/** Make a button show a place as it now is. Marks that others have set on it stay. */
export function dressPin(button: HTMLButtonElement, place: MapPlace): void {
  const marks = ["pin-selected", "pin-lit"].filter((mark) => button.classList.contains(mark));
  const owner = place.mine ? "pin-mine" : "pin-theirs";
  const origin = place.fromFile ? ["pin-from-file"] : [];
  const className = ["pin", `kind-${place.kind}`, owner, `pin-${place.standing}`, ...origin, ...marks].join(" ");
  // Most changes move a pin or mend its note: what stays is not touched, so the browser has nothing to style anew.
  if (button.className !== className) button.className = className;
  const name = pinName(place);
  if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
}

/** A new button for a pin. It is out of the order of the Tab key; the layer that holds it lets one in. */
export function makePin(place: MapPlace): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.dataset["id"] = place.id;
  dressPin(button, place);
  return button;
}
