import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pinSheet, type Colours } from "./pin_sheet";

const TOKENS = readFileSync(new URL("../base/tokens.css", import.meta.url), "utf-8");
const DARK_FROM = TOKENS.indexOf('[data-theme="dark"]');

function coloursIn(css: string): Colours {
  return (token) => {
    const value = new RegExp(`${token}: (#[0-9a-f]{6});`).exec(css)?.[1];
    if (value === undefined) throw new Error(`There is no colour ${token}.`);
    return value;
  };
}

describe("the sheets of pins", () => {
  it("has the colours of the light theme's tokens", async () => {
    await expect(pinSheet(coloursIn(TOKENS.slice(0, DARK_FROM)))).toMatchFileSnapshot("./pins_light.svg");
  });

  it("has the colours of the dark theme's tokens", async () => {
    await expect(pinSheet(coloursIn(TOKENS.slice(DARK_FROM)))).toMatchFileSnapshot("./pins_dark.svg");
  });
});
