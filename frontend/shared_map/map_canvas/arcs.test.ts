import { describe, expect, it } from "vitest";
import { arcBetween } from "./arcs";

const WEST = { x: 0, y: 100 };
const EAST = { x: 400, y: 100 };

describe("the arc of a connection", () => {
  it("bows to the left of its direction, so that there and back lie apart", () => {
    const bend = (curve: string | undefined): number => Number(/Q[-\d.]+ ([-\d.]+)/.exec(curve ?? "")?.[1]);
    expect(bend(arcBetween(WEST, EAST, true, 20)?.curve)).toBeLessThan(100);
    expect(bend(arcBetween(EAST, WEST, true, 20)?.curve)).toBeGreaterThan(100);
  });

  it("has a head only where it is directed", () => {
    expect(arcBetween(WEST, EAST, false, 20)?.head).toBe("");
    expect(arcBetween(WEST, EAST, true, 20)?.head).toMatch(/^M.*Z$/);
  });

  it("begins and ends clear of the pins", () => {
    const numbers = (arcBetween(WEST, EAST, false, 20)?.curve ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
    const [startX = 0, startY = 0] = numbers;
    const [endX = 0, endY = 0] = numbers.slice(-2);
    expect(Math.hypot(startX - WEST.x, startY - WEST.y)).toBeCloseTo(20, 0);
    expect(Math.hypot(endX - EAST.x, endY - EAST.y)).toBeCloseTo(20, 0);
  });

  it("is not drawn where the pins touch, or are one", () => {
    expect(arcBetween(WEST, { x: 30, y: 100 }, true, 20)).toBeNull();
    expect(arcBetween(WEST, WEST, true, 20)).toBeNull();
  });
});
