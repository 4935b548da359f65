/** How long the room has been at an item, and how long it gave itself. */

import type { ClockFace } from "../workshop/stage_clock";
import type { Item, ItemState } from "./items";

const TIMED: ReadonlySet<ItemState> = new Set(["clarifying", "reworded", "integrating", "rating"]);

/** What its clock shows at a moment of the server's time, in milliseconds since 1970; null where nothing runs. */
export function itemClock({ state, since, minutes }: Pick<Item, "state" | "since" | "minutes">, now: number): ClockFace | null {
  if (!TIMED.has(state) || minutes === null) return null;
  const gone = Math.max(0, Math.floor((now - since) / 1000));
  const left = minutes * 60 - gone;
  return { seconds: Math.max(0, left), counts: "down", over: Math.max(0, -left), isStopped: false };
}
