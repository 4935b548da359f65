import { describe, expect, it } from "vitest";
import { filterPlaces } from "./place_filter";

const PLACES = [
  { title: "Repair Café", note: "Tuesdays", kindLabel: "Shop or exchange", kind: "exchange", mine: true },
  { title: "Ysgol Tŷ", note: "", kindLabel: "Public service", kind: "institution", mine: false },
] as const;

const titles = (words: string, mineOnly = false): string[] =>
  filterPlaces(PLACES, { words, mineOnly }).map(({ title }) => title);

describe("finding places", () => {
  it("passes over accents and capitals", () => {
    expect(titles("cafe")).toEqual(["Repair Café"]);
    expect(titles("TY")).toEqual(["Ysgol Tŷ"]);
  });

  it("asks for every word, wherever it stands", () => {
    expect(titles("tuesdays exchange")).toEqual(["Repair Café"]);
    expect(titles("tuesdays service")).toEqual([]);
  });

  it("shows all for no words, or only one's own", () => {
    expect(titles("  ")).toHaveLength(2);
    expect(titles("", true)).toEqual(["Repair Café"]);
  });
});
