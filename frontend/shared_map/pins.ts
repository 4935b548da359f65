/**
 * One pin, apart from the map: its name for screen readers, the button that people press, and a picture of it that can
 * be animated. The map paints all pins on one canvas under their buttons; the picture serves the moment of arrival.
 */

import { iconPath, type IconName } from "../base/icons";
import { kindLabel } from "./kinds";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";
import type { MapPlace, Standing } from "./map_canvas/types";

const SVG = "http://www.w3.org/2000/svg";

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  settled: "",
  waiting: "waiting to be sent",
  in_review: "waiting for the facilitator",
  refused: "not added",
};

const BADGES: Readonly<Record<Exclude<Standing, "settled">, IconName>> = {
  waiting: "clock",
  in_review: "show",
  refused: "warning",
};

const YOURS = "yours";

/** What a screen reader says for a pin: "The launderette, Meeting place, yours, waiting to be sent". */
export function pinName(place: MapPlace): string {
  const parts = [place.title, place.kindLabel ?? kindLabel(place.kind), place.mine ? YOURS : ""];
  return [...parts, STANDING_WORDS[place.standing]].filter((part) => part !== "").join(", ");
}

/** The drawing of the badge that tells how far a place has come; null once it is there. */
export function badgeDrawing(standing: Standing): string | null {
  return standing === "settled" ? null : iconPath(BADGES[standing]);
}

/** A new button for a pin. It is out of the order of the Tab key; the layer that holds it lets one in. */
export function pinButton(place: MapPlace): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pin";
  button.tabIndex = -1;
  button.dataset["id"] = place.id;
  button.setAttribute("aria-label", pinName(place));
  return button;
}

function path(className: string, drawing: string): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("class", className);
  element.setAttribute("d", drawing);
  return element;
}

/** A picture of a pin that drops in and pulses once; it is an ornament and goes when it has been seen. */
export function arrivingPin(place: MapPlace): HTMLElement {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "-4 -4 40 40");
  const shape = KIND_SHAPES[place.kind];
  const icon = path("pin-icon", KIND_ICONS[place.kind]);
  icon.setAttribute("transform", "translate(8.1 8.1) scale(1.05)");
  picture.append(path("pin-ring", shape), path("pin-shape", shape), icon);
  const arriving = document.createElement("span");
  arriving.className = `pin-arriving kind-${place.kind}`;
  arriving.setAttribute("aria-hidden", "true");
  arriving.append(picture);
  return arriving;
}
