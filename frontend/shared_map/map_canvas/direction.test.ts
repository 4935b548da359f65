import { describe, expect, it } from "vitest";
import { isArrow, nearestTowards } from "./direction";

const HERE = { x: 0, y: 0 };

describe("from pin to pin with the arrow keys", () => {
  it("goes to the nearest that way", () => {
    const spots = [
      ["near", { x: 10, y: 0 }],
      ["far", { x: 50, y: 0 }],
      ["behind", { x: -5, y: 0 }],
    ] as const;
    expect(nearestTowards(HERE, "ArrowRight", spots)).toBe("near");
    expect(nearestTowards(HERE, "ArrowLeft", spots)).toBe("behind");
  });

  it("prefers what lies straight ahead to what lies aside", () => {
    const spots = [
      ["aside", { x: 10, y: -15 }],
      ["ahead", { x: 20, y: 0 }],
    ] as const;
    expect(nearestTowards(HERE, "ArrowRight", spots)).toBe("ahead");
  });

  it("stays where it is when there is nothing that way", () => {
    expect(nearestTowards(HERE, "ArrowUp", [["below", { x: 0, y: 10 }]])).toBeNull();
    expect(nearestTowards(HERE, "ArrowUp", [["itself", HERE]])).toBeNull();
  });

  it("knows the four arrow keys and no others", () => {
    expect(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].every(isArrow)).toBe(true);
    expect(["a", "Enter", "toString"].some(isArrow)).toBe(false);
  });
});
