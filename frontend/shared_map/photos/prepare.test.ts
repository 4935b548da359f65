import { describe, expect, it } from "vitest";
import { LONGEST_SIDE, within } from "./prepare";

describe("a photo made small", () => {
  it("keeps its form, and no side is longer than the longest", () => {
    expect(within({ width: 4000, height: 3000 }, LONGEST_SIDE)).toEqual({ width: 1600, height: 1200 });
    expect(within({ width: 3000, height: 4000 }, LONGEST_SIDE)).toEqual({ width: 1200, height: 1600 });
  });

  it("is never made larger, and never nothing", () => {
    expect(within({ width: 640, height: 480 }, LONGEST_SIDE)).toEqual({ width: 640, height: 480 });
    expect(within({ width: 20_000, height: 2 }, LONGEST_SIDE)).toEqual({ width: 1600, height: 1 });
  });
});
