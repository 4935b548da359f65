/** One pin: a real button with the kind's shape and icon, and a badge while it is on its way. */

import { iconPath, type IconName } from "../base/icons";
import { kindLabel, type KindCode } from "./kinds";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";
import type { MapPlace, Standing } from "./map_canvas/types";

const SVG = "http://www.w3.org/2000/svg";

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  settled: "",
  waiting: "waiting to be sent",
  in_review: "waiting for the facilitator",
  refused: "not added",
};

const STANDING_BADGES: Readonly<Record<Exclude<Standing, "settled">, IconName>> = {
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

function path(className: string, drawing: string): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("class", className);
  element.setAttribute("d", drawing);
  return element;
}

function drawing(className: string, viewBox: string, ...paths: SVGPathElement[]): SVGSVGElement {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("class", className);
  element.setAttribute("viewBox", viewBox);
  element.setAttribute("aria-hidden", "true");
  element.append(...paths);
  return element;
}

/** Drawings are cloned, not built anew: a room puts hundreds of pins on a slow phone. */
const drawn = new Map<KindCode, SVGSVGElement>();

function pinDrawing(kind: KindCode): SVGSVGElement {
  let original = drawn.get(kind);
  if (original === undefined) {
    const icon = path("pin-icon", KIND_ICONS[kind]);
    icon.setAttribute("transform", "translate(8.1 8.1) scale(1.05)");
    const shape = KIND_SHAPES[kind];
    original = drawing("pin-drawing", "-4 -4 40 40", path("pin-ring", shape), path("pin-shape", shape), icon);
    drawn.set(kind, original);
  }
  return original.cloneNode(true) as SVGSVGElement;
}

function badge(standing: Exclude<Standing, "settled">): SVGSVGElement {
  return drawing("pin-badge", "-4 -4 32 32", path("pin-badge-icon", iconPath(STANDING_BADGES[standing])));
}

/** Make a button show a place as it now is. */
export function dressPin(pin: HTMLButtonElement, place: MapPlace): void {
  const selected = pin.classList.contains("pin-selected");
  const lit = pin.classList.contains("pin-lit");
  pin.className = `pin kind-${place.kind} pin-${place.mine ? "mine" : "theirs"} pin-${place.standing}`;
  pin.classList.toggle("pin-selected", selected);
  pin.classList.toggle("pin-lit", lit);
  pin.setAttribute("aria-label", pinName(place));
  pin.replaceChildren(pinDrawing(place.kind));
  if (place.standing !== "settled") pin.append(badge(place.standing));
}

/** A new pin. It is out of the order of the Tab key; the layer that holds it lets one pin in. */
export function makePin(place: MapPlace): HTMLButtonElement {
  const pin = document.createElement("button");
  pin.type = "button";
  pin.tabIndex = -1;
  pin.dataset["id"] = place.id;
  dressPin(pin, place);
  return pin;
}
