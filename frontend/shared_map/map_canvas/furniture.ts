/** What stands on the map and does not move with it: the crosshair and the zoom buttons. */

import { iconPath, type IconName } from "../../base/icons";
import { words } from "../../components/words";

const SVG = "http://www.w3.org/2000/svg";

const WORDS = words({ nearer: "Zoom in", farther: "Zoom out" });

function drawing(className: string, viewBox: string, paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** Four strokes that leave the very spot free, each light on dark so that it shows on any ground. */
export function crosshair(): SVGSVGElement {
  const strokes = "M32 6V24M32 40V58M6 32H24M40 32H58";
  const middle = "M31 32a1 1 0 1 0 2 0a1 1 0 1 0-2 0";
  return drawing("map-crosshair", "0 0 64 64", [strokes, strokes, middle]);
}

/** Two buttons for those who cannot pinch; each zooms by one step. */
export function zoomButtons(zoomBy: (steps: number) => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "map-zoom";
  box.append(zoomButton("add", WORDS.nearer, () => zoomBy(1)), zoomButton("less", WORDS.farther, () => zoomBy(-1)));
  // A press here is not the beginning of a drag or a tap on the map.
  for (const kind of ["pointerdown", "mousedown", "touchstart", "click", "dblclick"]) {
    box.addEventListener(kind, (event) => event.stopPropagation());
  }
  return box;
}

function zoomButton(name: IconName, words: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", words);
  button.append(drawing("icon", "0 0 24 24", [iconPath(name)]));
  button.addEventListener("click", press);
  return button;
}
