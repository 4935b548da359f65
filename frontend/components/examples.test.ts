// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Example } from "./examples";
import { shown } from "./testing";

const MODULES = import.meta.glob<{ EXAMPLES: readonly Example[] }>("./*/examples.ts", { eager: true });
const ALL = Object.values(MODULES).flatMap(({ EXAMPLES }) => EXAMPLES);

describe("the components' examples", () => {
  it("bear names of their own", () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  });

  it.each(ALL.map((example) => [example.name, example] as const))("%s: draws itself", async (_, { render }) => {
    const main = await shown(render(), "main");
    const own = [...main.querySelectorAll("*")].map(({ localName }) => localName).filter((name) => name.includes("-"));
    expect(own.filter((name) => customElements.get(name) === undefined)).toEqual([]);
    expect(main.innerHTML).not.toContain("[object Object]");
    expect(main.innerHTML).not.toContain("undefined");
  });
});
