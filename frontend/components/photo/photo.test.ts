// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { button, settled, shown } from "../testing";
import type { KithPhoto } from "./photo";
import "./photo";

const photo = (): Promise<KithPhoto> =>
  shown<KithPhoto>(
    html`<kith-photo src="/large" small="/small" alt="A red door" width="1600" height="1200"></kith-photo>`,
    "kith-photo",
  );

const image = (): HTMLImageElement | null => document.querySelector("img");

describe("a photo", () => {
  it("is fetched small, and large once it is pressed", async () => {
    await photo();
    expect(image()?.getAttribute("src")).toBe("/small");
    button("Show the photo larger: A red door").click();
    await settled();
    expect(image()?.getAttribute("src")).toBe("/large");
    button("Show the photo smaller: A red door").click();
    await settled();
    expect(image()?.getAttribute("src")).toBe("/small");
  });

  it("keeps its place free, so that nothing jumps", async () => {
    await photo();
    expect([image()?.getAttribute("width"), image()?.getAttribute("height")]).toEqual(["1600", "1200"]);
  });

  it("is not shown where it does not arrive, and another one is tried", async () => {
    const element = await photo();
    image()?.dispatchEvent(new Event("error"));
    await settled();
    expect(image()).toBeNull();
    element.src = "/another";
    await settled();
    expect(image()).not.toBeNull();
  });
});
