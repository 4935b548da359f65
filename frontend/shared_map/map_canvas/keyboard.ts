/**
 * The map by keyboard. On the map itself arrows move the ground and plus and minus zoom; Tab goes on to one pin,
 * where arrows go to the nearest pin that way and Escape goes back. Tab always leads out: no focus is kept.
 */

import type { Spot } from "./arcs";
import { arrowStep, isArrow, nearestTowards, type Arrow } from "./direction";

const STEP_PX = 64;
/** With Shift, for the last few metres. */
const FINE_STEP_PX = 4;

export interface KeyboardActions {
  readonly nudge: (dx: number, dy: number) => void;
  readonly zoomBy: (steps: number) => void;
  /** Spots of all pins that can take the focus, in one frame of pixels. */
  readonly pinSpots: () => Iterable<readonly [string, Spot]>;
  readonly focusPin: (id: string) => void;
  readonly letGo: () => void;
}

export function listenToKeys(container: HTMLElement, actions: KeyboardActions): void {
  container.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (handled(event, container, actions)) event.preventDefault();
  });
}

function handled(event: KeyboardEvent, container: HTMLElement, actions: KeyboardActions): boolean {
  const pin = event.target instanceof HTMLElement ? event.target.dataset["id"] : undefined;
  if (isArrow(event.key)) {
    if (pin === undefined) move(event.key, event.shiftKey, actions);
    else stepToPin(event.key, pin, actions);
    return true;
  }
  if (event.key === "+" || event.key === "=") actions.zoomBy(1);
  else if (event.key === "-" || event.key === "_") actions.zoomBy(-1);
  else if (event.key === "Escape" && pin !== undefined) {
    actions.letGo();
    container.focus({ preventScroll: true });
  } else return false;
  return true;
}

function move(arrow: Arrow, fine: boolean, { nudge }: KeyboardActions): void {
  const step = arrowStep(arrow);
  const distance = fine ? FINE_STEP_PX : STEP_PX;
  nudge(step.x * distance, step.y * distance);
}

function stepToPin(arrow: Arrow, pin: string, { pinSpots, focusPin }: KeyboardActions): void {
  const spots = [...pinSpots()];
  const here = spots.find(([id]) => id === pin)?.[1];
  const next = here && nearestTowards(here, arrow, spots);
  if (next) focusPin(next);
}
