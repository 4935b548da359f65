import { describe, expect, it } from "vitest";
import { told } from "./told";
import type { Catalogue } from "./words";

const CATALOGUE: Catalogue = {
  language: "pl",
  forms: ["one", "few", "many"],
  words: { "Not now.": "Nie teraz.", place: "miejsce" },
  told: {
    "This {kind} is gone.": "Tego już nie ma: {kind}.",
    "{what} is gone.": "Nie ma: {what}.",
    "{one} is not {one}.": "{one} to nie {one}.",
  },
};

describe("a refusal", () => {
  it.each([
    ["a whole sentence", "Not now.", "Nie teraz."],
    ["by the words that are fixed, and what stands in the gap", "This place is gone.", "Tego już nie ma: miejsce."],
    ["with what a person wrote as it stands", "(a+b)* is gone.", "Nie ma: (a+b)*."],
    ["where a name comes twice", "a is not a.", "a to nie a."],
    ["in English where the catalogue lacks it", "a is not b.", "a is not b."],
  ])("is put into the page's language: %s", (_how, message, expected) => {
    expect(told(message, CATALOGUE)).toBe(expected);
  });

  it("stays as it is in English", () => {
    expect(told("Not now.")).toBe("Not now.");
  });
});
