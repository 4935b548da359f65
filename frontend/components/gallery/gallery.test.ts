// @vitest-environment happy-dom
import { render } from "lit";
import { describe, expect, it } from "vitest";
import type { Example } from "../examples";
import { ALL_EXAMPLES } from "./all_examples";
import { addressOf, galleryView, START } from "./gallery_view";

/** Folders of components that are no component. */
const NONE = new Set([".", "gallery"]);

describe("the gallery", () => {
  it("has examples of every component", () => {
    const folders = (paths: Record<string, unknown>): Set<string> => new Set(Object.keys(paths).map((path) => path.startsWith("../") ? (path.split("/")[1] ?? "") : "."));
    const withExamples = folders(import.meta.glob("../*/examples.ts"));
    const without = [...folders(import.meta.glob("../*/*.ts"))].filter((name) => !withExamples.has(name) && !NONE.has(name));
    expect(without).toEqual([]);
  });

  it("has an example of long words of every component", async () => {
    const modules = import.meta.glob<{ EXAMPLES: readonly Example[] }>("../*/examples.ts");
    const loaded = await Promise.all(Object.entries(modules).map(async ([path, load]) => [path, (await load()).EXAMPLES] as const));
    const without = loaded.filter(([, examples]) => !examples.some(({ name }) => name.endsWith("long words")));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it("names every example, and shows the chosen one as it is asked for", () => {
    const host = document.createElement("div");
    const [first] = ALL_EXAMPLES;
    render(galleryView(ALL_EXAMPLES, { ...START, theme: "dark", width: "320" }, () => undefined), host);
    expect(host.querySelectorAll("nav a")).toHaveLength(ALL_EXAMPLES.length);
    const frame = host.querySelector("iframe");
    expect(frame?.getAttribute("width")).toBe("320");
    expect(frame?.getAttribute("src")).toContain("theme=dark");
    expect(frame?.title).toBe(first?.name);
  });

  it("writes any name into an address", () => {
    expect(addressOf("a & b", START)).toBe("/dev/components/example?name=a+%26+b&theme=light&screen=phone&language=en");
  });
});
