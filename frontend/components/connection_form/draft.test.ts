import { describe, expect, it } from "vitest";
import { connectionProblems, EMPTY_CONNECTION, NO_FIXED_PLACE, type ConnectionDraft } from "./draft";

const GOOD: ConnectionDraft = {
  ...EMPTY_CONNECTION,
  how: { mode: "phone", frequency: "daily", strength: "weak" },
  where: NO_FIXED_PLACE,
  why: ["fun"],
};

describe("a connection before it is drawn", () => {
  it("needs how, where and why", () => {
    expect(connectionProblems(EMPTY_CONNECTION)).toEqual([
      "no_mode",
      "no_frequency",
      "no_strength",
      "no_where",
      "no_why",
    ]);
  });

  it("does not need what happens as a result", () => {
    expect(connectionProblems(GOOD)).toEqual([]);
  });

  it("has room for a thousand letters of people's own words", () => {
    const saying = (length: number): ConnectionDraft => ({ ...GOOD, result: { outcome: null, words: "x".repeat(length) } });
    expect(connectionProblems(saying(1000))).toEqual([]);
    expect(connectionProblems(saying(1001))).toEqual(["long_words"]);
  });
});
