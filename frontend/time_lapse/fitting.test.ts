import { describe, expect, it } from "vitest";
import { fitInto } from "./fitting";

const AREA = [-1, 52, 0, 53] as const;

describe("fitting an area into a screen", () => {
  it.each([
    [400, 400],
    [1920, 700],
    [320, 900],
  ])("%i by %i: the whole area lies within, in the middle, north above and east to the right", (width, height) => {
    const fit = fitInto(AREA, { width, height });
    const [upper, lower] = [fit.spot(-1, 53), fit.spot(0, 52)];
    expect(upper.x).toBeGreaterThan(0);
    expect(upper.y).toBeGreaterThan(0);
    expect(upper.x + lower.x).toBeCloseTo(width);
    expect(upper.y + lower.y).toBeCloseTo(height);
    expect(lower.x).toBeGreaterThan(upper.x);
    expect(lower.y).toBeGreaterThan(upper.y);
  });

  it("is Web Mercator: at 60 degrees a degree north is twice as long as one east", () => {
    const fit = fitInto([0, 59, 2, 61], { width: 500, height: 500 });
    const [middle, east, north] = [fit.spot(1, 60), fit.spot(1.01, 60), fit.spot(1, 60.01)];
    expect((middle.y - north.y) / (east.x - middle.x)).toBeCloseTo(2, 2);
  });

  it("lays the ground's image where its degrees are", () => {
    const fit = fitInto(AREA, { width: 300, height: 300 });
    const box = fit.box([-2, 51, 1, 54]);
    expect({ x: box.x, y: box.y }).toEqual(fit.spot(-2, 54));
    expect(box.x + box.width).toBeCloseTo(fit.spot(1, 51).x);
    expect(box.y + box.height).toBeCloseTo(fit.spot(1, 51).y);
  });
});
