import { describe, expect, it } from "vitest";
import { nameOf, spotIn, squareAt, squareOf, type Grid } from "./grid";

/** As the server lays it over the square from 0.74 W, 52.66 N to 0.71 W, 52.68 N. */
const GRID: Grid = { left: 0.4979, top: 0.3278, side: 6.8e-6, metres: 250, columns: 13, rows: 11 };

describe("a square that is written on a card", () => {
  it("is read however it is written", () => {
    for (const text of ["B4", "b4", " B 4 ", "b04"]) expect(squareOf(text, GRID)).toEqual({ column: 1, row: 3 });
    expect(nameOf({ column: 1, row: 3 })).toBe("B4");
  });

  it("is none beyond the grid, and nothing else is one", () => {
    expect(squareOf("M11", GRID)).toEqual({ column: 12, row: 10 });
    for (const text of ["N1", "A12", "A0", "4B", "B", "4", "", "BB4", "B4x", "Б4"]) expect(squareOf(text, GRID)).toBeNull();
  });

  it("gives each card a spot of its own, within the square", () => {
    const square = { column: 1, row: 3 };
    const spots = Array.from({ length: 40 }, (_, before) => spotIn(square, before, GRID));
    for (const spot of spots) expect(squareAt(spot, GRID)).toEqual(square);
    expect(new Set(spots.map(String)).size).toBe(40);
  });

  it("is no square where a position lies beyond all", () => {
    expect(squareAt([10, 10], GRID)).toBeNull();
  });
});
