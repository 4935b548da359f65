import { describe, expect, it } from "vitest";
import { anchorOf, boundsOf } from "./geometry";
import type { Geometry } from "./types";

const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
] as const;
const FAR_SMALL = SQUARE.map(([x, y]) => [10 + x / 10, y / 10] as const);

describe("the spot where a shape's pin stands", () => {
  it("is the point itself", () => {
    expect(anchorOf({ type: "Point", coordinates: [3, 4] })).toEqual([3, 4]);
  });

  it("is half-way along a line, not at its middle corner", () => {
    const line: Geometry = {
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 0],
        [10, 0],
      ],
    };
    expect(anchorOf(line)[0]).toBeCloseTo(5);
  });

  it("is the centre of an area, and of the largest of several", () => {
    expect(anchorOf({ type: "Polygon", coordinates: [SQUARE] })).toEqual([1, 1]);
    expect(anchorOf({ type: "MultiPolygon", coordinates: [[FAR_SMALL], [SQUARE]] })).toEqual([1, 1]);
  });

  it("is a corner where a shape has neither length nor area", () => {
    const still: Geometry = {
      type: "LineString",
      coordinates: [
        [1, 1],
        [1, 1],
      ],
    };
    expect(anchorOf(still)).toEqual([1, 1]);
    expect(anchorOf({ type: "Polygon", coordinates: [[[1, 1]]] })).toEqual([1, 1]);
  });
});

describe("the box around shapes", () => {
  it("holds every position", () => {
    expect(boundsOf([{ type: "Point", coordinates: [-1, 5] }, { type: "Polygon", coordinates: [SQUARE] }])).toEqual([
      -1, 0, 2, 5,
    ]);
  });

  it("is none around nothing", () => {
    expect(boundsOf([])).toBeNull();
  });
});
