import { describe, expect, it } from "vitest";
import { ALL_KINDS, ASSET_KINDS, DEFAULT_KINDS, kindColour, kindLabel } from "./kinds";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";

describe("the kinds of place", () => {
  it("are six kinds of asset and the meeting place", () => {
    expect(ASSET_KINDS).toHaveLength(6);
    expect(ALL_KINDS).toHaveLength(7);
  });

  it("each have words, offered once", () => {
    expect(DEFAULT_KINDS.map(({ kind }) => kind).sort()).toEqual([...ALL_KINDS].sort());
    expect(new Set(DEFAULT_KINDS.map(({ label }) => label)).size).toBe(7);
    expect(kindLabel("exchange")).toBe("Shop or exchange");
  });

  it("each have a shape and an icon of their own, so that colour is never alone", () => {
    expect(new Set(Object.values(KIND_SHAPES)).size).toBe(7);
    expect(new Set(Object.values(KIND_ICONS)).size).toBe(7);
    expect(new Set(ALL_KINDS.map(kindColour)).size).toBe(7);
  });
});
