import { describe, expect, it } from "vitest";
import { counted, fill, looked, type Catalogue } from "./words";

describe("sentences with gaps", () => {
  it("fills each gap by its name, and the same gap twice", () => {
    expect(fill("{a} and {b}, {a}", { a: "tea", b: 2 })).toBe("tea and 2, tea");
  });

  it("leaves a gap that has no value, so that the fault is seen", () => {
    expect(fill("Hello {name}", {})).toBe("Hello {name}");
  });

  it("puts what a person wrote in as it stands, gaps and all", () => {
    expect(fill("{title}", { title: "{count} $& $1" })).toBe("{count} $& $1");
  });

  it("uses one form for one and the other for none and many", () => {
    const places = { one: "{count} place", other: "{count} places" };
    expect([0, 1, 2].map((count) => counted(places, count))).toEqual(["0 places", "1 place", "2 places"]);
  });
});

const POLISH: Catalogue = {
  language: "pl",
  forms: ["one", "few", "many"],
  words: { "1 place": ["1 miejsce", "{count} miejsca", "{count} miejsc"], Join: "Dołącz", "places\u0004Join": "Połącz" },
  told: {},
};

describe("a table in another language", () => {
  const table = { join: "Join", rest: ["Join", { deep: "Unknown" }], count: { one: "1 place", other: "{count} places" }, size: 3 };

  it("is looked up sentence by sentence, at whatever depth; what is not known stays English", () => {
    expect(looked(POLISH, table)).toEqual({
      join: "Dołącz",
      rest: ["Dołącz", { deep: "Unknown" }],
      count: { one: "1 miejsce", few: "{count} miejsca", many: "{count} miejsc" },
      size: 3,
    });
  });

  it("takes the meaning of its context", () => {
    expect(looked(POLISH, { join: "Join" }, "places")).toEqual({ join: "Połącz" });
  });

  it("counts in the language's own forms, and in one of them where a fraction has none", () => {
    const places = looked(POLISH, table.count) as typeof table.count;
    const said = [1, 2, 5, 22, 1.5].map((count) => counted(places, count, "pl"));
    expect(said).toEqual(["1 miejsce", "2 miejsca", "5 miejsc", "22 miejsca", "1.5 miejsc"]);
  });
});

describe("what a person wrote in the other direction", () => {
  it("is kept apart from the sentence around it", () => {
    expect(fill("“{title}” is moved.", { title: "مسجد" })).toBe("“\u2068مسجد\u2069” is moved.");
    expect(fill("“{title}” is moved.", { title: "Mosque" })).toBe("“Mosque” is moved.");
  });

  it("leaves numbers to the page's language", () => {
    expect(fill("{count} places", { count: 1200 })).toBe("1,200 places");
  });
});
