import { describe, expect, test } from "vitest";
import { Records } from "../../sync/records";
import type { Geometry } from "../map_canvas/types";
import { placeRecord } from "../testing/records";
import { describedProblem, LONGEST_WHERE, middleOf, placedByWords } from "./by_words";

const SQUARE: Geometry = { type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] };

function records(): Records {
  const known = new Records();
  const hall = placeRecord("hall", "someone", { title: "Hall", geometry: { type: "Point", coordinates: [0.5, 0.5] } });
  known.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes: [{ put: hall }] }, { number: 0, records: [] });
  return known;
}

describe("a place by words", () => {
  test("stands for now where the place is that it is near, and says so", () => {
    const { geometry, draft } = placedByWords({ where: " behind it ", near: "hall" }, records(), SQUARE);
    expect(geometry).toEqual({ type: "Point", coordinates: [0.5, 0.5] });
    expect(draft).toMatchObject({ note: "Placed by words: behind it (near Hall)", precision: "street" });
  });

  test.each(["", "gone"])("stands in the middle of the area otherwise: near '%s'", (near) => {
    const { geometry, draft } = placedByWords({ where: "by the pond", near }, records(), SQUARE);
    expect(geometry).toEqual({ type: "Point", coordinates: [1, 1] });
    expect(draft).toMatchObject({ note: "Placed by words: by the pond", precision: "neighbourhood" });
  });

  test("needs words, and not too many", () => {
    expect(describedProblem({ where: "  ", near: "hall" })).toBe("missing");
    expect(describedProblem({ where: "x".repeat(LONGEST_WHERE + 1), near: "" })).toBe("tooLong");
    expect(describedProblem({ where: "x".repeat(LONGEST_WHERE), near: "" })).toBeNull();
  });
});

describe("the middle of an area", () => {
  test("lies inside of one that bends, where its centre of gravity does not", () => {
    const horseshoe: Geometry = {
      type: "Polygon",
      coordinates: [[[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [2, 1], [2, 10], [0, 10], [0, 0]]],
    };
    expect(middleOf(horseshoe)).toEqual([1, 5]);
  });

  test("lies beside a hole", () => {
    const ring: Geometry = {
      type: "Polygon",
      coordinates: [
        [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]],
        [[2, 2], [9, 2], [9, 8], [2, 8], [2, 2]],
      ],
    };
    expect(middleOf(ring)).toEqual([1, 5]);
  });

  test("lies in one of several parts", () => {
    const parts: Geometry = {
      type: "MultiPolygon",
      coordinates: [[[[0, 0], [1, 0], [1, 2], [0, 2], [0, 0]]], [[[4, 0], [8, 0], [8, 2], [4, 2], [4, 0]]]],
    };
    expect(middleOf(parts)).toEqual([6, 1]);
  });
});
