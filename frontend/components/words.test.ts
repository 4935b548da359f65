import { describe, expect, it } from "vitest";
import { counted, fill } from "./words";

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
