import { describe, expect, it } from "vitest";
import { thinLabels, type LabelSpot, type LabelWish } from "./thinning";

const VIEW = { width: 1000, height: 800 };

function wish(id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish {
  return { id, x, y, width: 120, height: 24, reach: 22, weight: 0, ...more };
}

/** Repeatable scatter (Park and Miller's generator). */
function scattered(count: number, seed: number): LabelWish[] {
  let state = seed;
  const next = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, index) =>
    wish(`p${index}`, next() * VIEW.width, next() * VIEW.height, { width: 40 + next() * 160, weight: next() }),
  );
}

function overlap({ box: a }: LabelSpot, { box: b }: LabelSpot): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe("thinning titles", () => {
  it.each([1, 2, 3, 4, 5])("never lays one over another, nor over the edge (scatter %i)", (seed) => {
    const shown = thinLabels(scattered(400, seed), VIEW);
    expect(shown.length).toBeGreaterThan(10);
    shown.forEach((one, index) => {
      expect(shown.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
      expect(one.box.left).toBeGreaterThanOrEqual(0);
      expect(one.box.right).toBeLessThanOrEqual(VIEW.width);
    });
  });

  it("shows at most as many as asked for", () => {
    expect(thinLabels(scattered(400, 9), VIEW, 7)).toHaveLength(7);
  });

  it("gives a contested spot to the weightier", () => {
    const crowd = [wish("light", 500, 400), wish("heavy", 500, 402, { weight: 2 })];
    expect(thinLabels(crowd, VIEW)[0]?.id).toBe("heavy");
  });

  it("shows what must be seen, whatever stands there", () => {
    const crowd = scattered(400, 3);
    const must = wish("selected", 500, 400, { weight: Infinity });
    expect(thinLabels([...crowd, must], VIEW).map(({ id }) => id)).toContain("selected");
  });

  it("takes the other side at the edge of the view", () => {
    expect(thinLabels([wish("east", 990, 400)], VIEW)[0]?.side).toBe("start");
  });
});
