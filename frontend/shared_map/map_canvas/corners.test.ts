import { describe, expect, it } from "vitest";
import { crossesItself, enoughCorners, finishShape, withCorner } from "./corners";
import type { Position } from "./types";

const SQUARE: readonly Position[] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
];
const BOW_TIE: readonly Position[] = [
  [0, 0],
  [1, 1],
  [1, 0],
  [0, 1],
];

describe("drawing by corners", () => {
  it("takes a second tap on the same spot for the same corner", () => {
    const corners = withCorner([], [0.5, 0.5]);
    expect(withCorner(corners, [0.5, 0.5000000001])).toEqual([[0.5, 0.5]]);
  });

  it("asks two corners of a line and three of an area", () => {
    expect(enoughCorners("line", SQUARE.slice(0, 1))).toBe(false);
    expect(enoughCorners("line", SQUARE.slice(0, 2))).toBe(true);
    expect(enoughCorners("area", SQUARE.slice(0, 2))).toBe(false);
    expect(enoughCorners("area", SQUARE.slice(0, 3))).toBe(true);
  });

  it("closes an area and turns it anticlockwise, whichever way it was drawn", () => {
    const clockwise = finishShape("area", SQUARE).geometry;
    const anticlockwise = finishShape("area", [...SQUARE].reverse()).geometry;
    for (const shape of [clockwise, anticlockwise]) {
      if (shape?.type !== "Polygon") throw new Error("An area should be a polygon.");
      const ring = shape.coordinates[0] ?? [];
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      const doubleArea = ring.slice(1).reduce((sum, [x, y], index) => {
        const [fromX, fromY] = ring[index] as Position;
        return sum + fromX * y - x * fromY;
      }, 0);
      expect(doubleArea).toBeGreaterThan(0);
    }
  });

  it("does not count the first corner twice when the person ends on it", () => {
    const triangle = finishShape("area", [...SQUARE.slice(0, 3), [0, 0]]).geometry;
    expect(triangle?.type === "Polygon" && triangle.coordinates[0]?.length).toBe(4);
    expect(finishShape("area", [...SQUARE.slice(0, 2), [0, 0]])).toEqual({ problem: "too_few_corners" });
  });

  it("refuses an area that crosses itself, and lets a line do so", () => {
    expect(crossesItself(BOW_TIE)).toBe(true);
    expect(crossesItself(SQUARE)).toBe(false);
    expect(finishShape("area", BOW_TIE)).toEqual({ problem: "crosses_itself" });
    expect(finishShape("line", BOW_TIE).geometry?.type).toBe("LineString");
  });
});
