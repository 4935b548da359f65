/** Drawing a line or an area by setting corners: what has been set, whether it is enough, whether it is sound. */

import type { DrawingForm, DrawingResult, Position } from "./types";

const FEWEST_CORNERS: Readonly<Record<DrawingForm, number>> = { line: 2, area: 3 };

/** Closer than this, in degrees (about 10 cm), a second corner is a second tap on the same spot. */
const SAME_SPOT_DEGREES = 1e-6;

function sameSpot(a: Position, b: Position): boolean {
  return Math.abs(a[0] - b[0]) < SAME_SPOT_DEGREES && Math.abs(a[1] - b[1]) < SAME_SPOT_DEGREES;
}

/** The corners with one more at the end, unless it repeats the last. */
export function withCorner(corners: readonly Position[], corner: Position): readonly Position[] {
  const last = corners[corners.length - 1];
  return last !== undefined && sameSpot(last, corner) ? corners : [...corners, corner];
}

export function enoughCorners(form: DrawingForm, corners: readonly Position[]): boolean {
  return corners.length >= FEWEST_CORNERS[form];
}

/** Twice the signed area of the triangle a, b, c: positive when they turn anticlockwise. */
function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Whether the ring through the corners, closed from the last to the first, crosses itself. */
export function crossesItself(corners: readonly Position[]): boolean {
  const ring = [...corners, ...corners.slice(0, 1)];
  const sides = ring.slice(1).map((end, index) => [ring[index] as Position, end] as const);
  return sides.some(([a, b], first) =>
    sides.slice(first + 2).some(([c, d]) => segmentsCross(a, b, c, d)),
  );
}

/** The shape that the corners make, or what stands in its way. */
export function finishShape(form: DrawingForm, corners: readonly Position[]): DrawingResult {
  const first = corners[0];
  const last = corners[corners.length - 1];
  const repeatsFirst = form === "area" && corners.length > 1 && first && last && sameSpot(first, last);
  const distinct = repeatsFirst ? corners.slice(0, -1) : corners;
  if (!enoughCorners(form, distinct)) return { problem: "too_few_corners" };
  if (form === "line") return { geometry: { type: "LineString", coordinates: distinct } };
  if (crossesItself(distinct)) return { problem: "crosses_itself" };
  return { geometry: { type: "Polygon", coordinates: [anticlockwise(distinct)] } };
}

/** A closed ring, anticlockwise as RFC 7946 asks of an outer ring. */
function anticlockwise(corners: readonly Position[]): readonly Position[] {
  let doubleArea = 0;
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] as Position;
    doubleArea += corner[0] * next[1] - next[0] * corner[1];
  });
  const turned = doubleArea < 0 ? [...corners].reverse() : corners;
  return [...turned, turned[0] as Position];
}
