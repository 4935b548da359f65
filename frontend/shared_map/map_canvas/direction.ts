/** From one pin to the next with the arrow keys: the nearest in that direction. */

import type { Spot } from "./arcs";

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const ALONG: Readonly<Record<Arrow, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(ALONG, key);
}

/** The unit step of an arrow key on screen, x to the east and y to the south. */
export function arrowStep(arrow: Arrow): Spot {
  return ALONG[arrow];
}

/**
 * The identifier of the nearest other spot within 60 degrees of an arrow's direction; null if there is none.
 * Sideways distance counts double, so that one goes roughly straight.
 */
export function nearestTowards(from: Spot, arrow: Arrow, others: Iterable<readonly [string, Spot]>): string | null {
  const along = ALONG[arrow];
  let best: { id: string; cost: number } | null = null;
  for (const [id, spot] of others) {
    const ahead = (spot.x - from.x) * along.x + (spot.y - from.y) * along.y;
    const aside = Math.abs((spot.x - from.x) * along.y) + Math.abs((spot.y - from.y) * along.x);
    if (ahead <= 0 || aside > ahead * Math.sqrt(3)) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
