import { describe, expect, it } from "vitest";
import { isFromFile, provenanceLine } from "./provenance";

const COUNCIL = {
  whose: "Fernside Council",
  licence: "Open Government Licence v3.0",
  attribution: "Contains public sector information",
  day: "2026-03-01",
};

describe("where a place comes from", () => {
  it("is told in one line, as files tell it", () => {
    expect(provenanceLine({ provenance: COUNCIL })).toBe(
      "Fernside Council, 2026-03-01. Open Government Licence v3.0. Contains public sector information.",
    );
    expect(provenanceLine({ provenance: { ...COUNCIL, licence: "CC0.", attribution: "" } })).toBe(
      "Fernside Council, 2026-03-01. CC0.",
    );
  });

  it("is the room itself where nothing is said", () => {
    expect(provenanceLine({})).toBe("");
    expect(isFromFile({})).toBe(false);
    expect(isFromFile({ placed: { source: "phone" } })).toBe(false);
    expect(isFromFile({ placed: { source: "brought_in" } })).toBe(true);
  });
});
