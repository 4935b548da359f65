import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_KINDS } from "./kinds";
import { badgeSheet, kindSheet, type Colours } from "./pin_sheet";

const TOKENS = readFileSync(new URL("../base/tokens.css", import.meta.url), "utf-8");
const DARK_FROM = TOKENS.indexOf('[data-theme="dark"]');

function coloursIn(css: string): Colours {
  return (token) => {
    const value = new RegExp(`${token}: (#[0-9a-f]{6});`).exec(css)?.[1];
    if (value === undefined) throw new Error(`There is no colour ${token}.`);
    return value;
  };
}

const THEMES: readonly (readonly [string, Colours])[] = [
  ["light", coloursIn(TOKENS.slice(0, DARK_FROM))],
  ["dark", coloursIn(TOKENS.slice(DARK_FROM))],
];

describe.each(THEMES)("the sheets of pins of the %s theme", (theme, colours) => {
  it.each(ALL_KINDS)("have the tokens' colours and the drawing of %s", async (kind) => {
    await expect(kindSheet(kind, colours)).toMatchFileSnapshot(`./pin_sheets/${theme}_${kind}.svg`);
  });

  it("have the tokens' colours on the badges", async () => {
    await expect(badgeSheet(colours)).toMatchFileSnapshot(`./pin_sheets/${theme}_badges.svg`);
  });
});
