/** Drawing a new area's boundary, corner by corner under the crosshair. Without this script a file does the same. */

import "../base/base.css";
import { mountMap, type Bounds, type DrawingProblem, type Geometry, type Ground, type MapView } from "../shared_map/map_canvas";

interface NewAreaContext {
  /** Where to begin: around the programme's other areas. */
  readonly bounds: Bounds;
  readonly neighbours: Geometry | null;
  readonly basemap: Ground | null;
}

const PROBLEMS: Record<DrawingProblem, string> = {
  too_few_corners: "A boundary needs at least three corners. Move the map and add another one.",
  crosses_itself: "The line crosses itself. Take back a corner or two, and go round the area once.",
};
const HOW = "Move the map until the cross is on the boundary, then add a corner. Go once round the area.";
const DRAWN = "The boundary is drawn. Make the area, or draw it again.";

const place = document.getElementById("draw");
const field = document.getElementById("drawn");
const facts = document.getElementById("page-context")?.textContent;
if (place !== null && field instanceof HTMLInputElement && facts != null) {
  offer(place, field, JSON.parse(facts) as NewAreaContext);
}

function offer(place: HTMLElement, field: HTMLInputElement, context: NewAreaContext): void {
  const words = document.createElement("p");
  words.className = "hint";
  words.setAttribute("role", "status");
  words.textContent = field.value === "" ? "Or draw it on the map." : DRAWN;
  const begin = button("Draw it on the map", "button-plain");
  begin.addEventListener("click", () => {
    begin.remove();
    draw(place, words, field, context);
  });
  place.classList.add("stack");
  place.append(words, begin);
}

function draw(place: HTMLElement, words: HTMLElement, field: HTMLInputElement, context: NewAreaContext): void {
  const ground = document.createElement("div");
  ground.className = "drawing-map";
  const controls = document.createElement("div");
  controls.className = "buttons";
  place.append(ground, controls);
  const map = mountMap(ground, { bounds: context.bounds, label: "Map to draw the boundary on", crosshair: true });
  map.setGround(context.basemap);
  map.setBoundary(context.neighbours);
  const add = button("Add a corner here", "button");
  const back = button("Take back the last one", "button-plain");
  const done = button("That is all the way round", "button-plain");
  controls.append(add, back, done);
  add.addEventListener("click", () => map.addCorner());
  back.addEventListener("click", () => map.undoCorner());
  done.addEventListener("click", () => finish(map, words, field));
  map.onDrawing((progress) => {
    done.disabled = !(progress?.enough ?? false);
    back.disabled = (progress?.corners.length ?? 0) === 0;
  });
  words.textContent = HOW;
  map.startDrawing("area");
}

function finish(map: MapView, words: HTMLElement, field: HTMLInputElement): void {
  const result = map.finishDrawing();
  if (result.problem !== undefined) {
    words.textContent = PROBLEMS[result.problem];
    return;
  }
  field.value = JSON.stringify(result.geometry);
  map.setBoundary(result.geometry);
  words.textContent = DRAWN;
  map.startDrawing("area");
}

function button(label: string, style: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = label;
  return made;
}
