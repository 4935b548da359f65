/** Drawing a new area's boundary, corner by corner under the crosshair. Without this script a file does the same. */

import "../base/base.css";
import { words } from "../components/words";
import { mountMap, type Bounds, type DrawingProblem, type Geometry, type Ground, type MapView } from "../shared_map/map_canvas";

interface NewAreaContext {
  /** Where to begin: around the programme's other areas. */
  readonly bounds: Bounds;
  readonly neighbours: Geometry | null;
  readonly basemap: Ground | null;
}

const PROBLEMS: Record<DrawingProblem, string> = words({
  too_few_corners: "A boundary needs at least three corners. Move the map and add another one.",
  crosses_itself: "The line crosses itself. Take back a corner or two, and go round the area once.",
});
const WORDS = words({
  offer: "Or draw it on the map.",
  begin: "Draw it on the map",
  label: "Map to draw the boundary on",
  how: "Move the map until the cross is on the boundary, then add a corner. Go once round the area.",
  add: "Add a corner here",
  back: "Take back the last one",
  done: "That is all the way round",
  drawn: "The boundary is drawn. Make the area, or draw it again.",
});

const place = document.getElementById("draw");
const field = document.getElementById("drawn");
const facts = document.getElementById("page-context")?.textContent;
if (place !== null && field instanceof HTMLInputElement && facts != null) {
  offer(place, field, JSON.parse(facts) as NewAreaContext);
}

function offer(place: HTMLElement, field: HTMLInputElement, context: NewAreaContext): void {
  const line = document.createElement("p");
  line.className = "hint";
  line.setAttribute("role", "status");
  line.textContent = field.value === "" ? WORDS.offer : WORDS.drawn;
  const begin = button(WORDS.begin, "button-plain");
  begin.addEventListener("click", () => {
    begin.remove();
    draw(place, line, field, context);
  });
  place.classList.add("stack");
  place.append(line, begin);
}

function draw(place: HTMLElement, line: HTMLElement, field: HTMLInputElement, context: NewAreaContext): void {
  const ground = document.createElement("div");
  ground.className = "drawing-map";
  const controls = document.createElement("div");
  controls.className = "buttons";
  place.append(ground, controls);
  const map = mountMap(ground, { bounds: context.bounds, label: WORDS.label, crosshair: true });
  map.setGround(context.basemap);
  map.setBoundary(context.neighbours);
  const add = button(WORDS.add, "button");
  const back = button(WORDS.back, "button-plain");
  const done = button(WORDS.done, "button-plain");
  controls.append(add, back, done);
  add.addEventListener("click", () => map.addCorner());
  back.addEventListener("click", () => map.undoCorner());
  done.addEventListener("click", () => finish(map, line, field));
  map.onDrawing((progress) => {
    done.disabled = !(progress?.enough ?? false);
    back.disabled = (progress?.corners.length ?? 0) === 0;
  });
  line.textContent = WORDS.how;
  map.startDrawing("area");
}

function finish(map: MapView, line: HTMLElement, field: HTMLInputElement): void {
  const result = map.finishDrawing();
  if (result.problem !== undefined) {
    line.textContent = PROBLEMS[result.problem];
    return;
  }
  field.value = JSON.stringify(result.geometry);
  map.setBoundary(result.geometry);
  line.textContent = WORDS.drawn;
  map.startDrawing("area");
}

function button(label: string, style: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = label;
  return made;
}
