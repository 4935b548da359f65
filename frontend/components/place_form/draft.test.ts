import { describe, expect, it } from "vitest";
import { DEFAULT_KINDS } from "../../shared_map/kinds";
import { EMPTY_PLACE, isMeetingPlace, NO_MEETING, placeProblems, tidied, type PlaceDraft } from "./draft";

const GOOD: PlaceDraft = { ...EMPTY_PLACE, kind: "meeting_place", title: " The Plough " };

describe("a place before it is added", () => {
  it("needs a kind and a name, and nothing else", () => {
    expect(placeProblems(EMPTY_PLACE, DEFAULT_KINDS)).toEqual(["no_kind", "no_title"]);
    expect(placeProblems(GOOD, DEFAULT_KINDS)).toEqual([]);
    expect(placeProblems({ ...GOOD, title: "   " }, DEFAULT_KINDS)).toEqual(["no_title"]);
    expect(placeProblems({ ...GOOD, kind: "a kind of another area" }, DEFAULT_KINDS)).toEqual(["no_kind"]);
  });

  it("counts letters as people do, blanks at the ends aside", () => {
    expect(placeProblems({ ...GOOD, title: ` ${"🎪".repeat(80)} ` }, DEFAULT_KINDS)).toEqual([]);
    expect(placeProblems({ ...GOOD, title: "x".repeat(81) }, DEFAULT_KINDS)).toEqual(["long_title"]);
    expect(placeProblems({ ...GOOD, note: "x".repeat(1001) }, DEFAULT_KINDS)).toEqual(["long_note"]);
  });

  it("is sent without blanks at the ends, and with a meeting only where people meet", () => {
    const meeting = { ...NO_MEETING, who: " walkers ", how_often: "weekly" } as const;
    expect(tidied({ ...GOOD, meeting }, DEFAULT_KINDS)).toMatchObject({ title: "The Plough", meeting: { who: "walkers" } });
    expect(tidied({ ...GOOD, kind: "exchange", meeting }, DEFAULT_KINDS).meeting).toEqual(NO_MEETING);
  });

  it("is a meeting place where the area's own kind matches it", () => {
    const kinds = [{ code: "hub", kind: "meeting_place", label: "Hub", hint: "" }] as const;
    expect(isMeetingPlace({ ...GOOD, kind: "hub" }, kinds)).toBe(true);
  });
});
