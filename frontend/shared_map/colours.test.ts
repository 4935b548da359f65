import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_KINDS } from "./kinds";

const tokens = readFileSync(new URL("../base/tokens.css", import.meta.url), "utf-8");

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/**
 * How colours look to people who lack one kind of cone, on linear sRGB: Machado, Oliveira and Fernandes (2009), "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", at full severity.
 */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  "normal sight": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** In each theme: what a kind's icon stands on, and how far two kinds are apart at the least, in CIE L*a*b* (1976). */
const THEMES = { light: { ground: "#ffffff", contrast: 4.5, apart: 18 }, dark: { ground: "#23201e", contrast: 4.5, apart: 18 } } as const;

function coloursOf(theme: keyof typeof THEMES): readonly (readonly [string, Three])[] {
  const [light, dark] = tokens.split('[data-theme="dark"] {') as [string, string];
  const part = theme === "dark" ? dark : light;
  return ALL_KINDS.map((kind) => [kind, linear(new RegExp(`--kind-${kind}: (#[0-9a-f]{6});`).exec(part)?.[1] ?? "")]);
}

function linear(colour: string): Three {
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  if (parts.some(Number.isNaN)) throw new Error(`${colour} is no colour`);
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Three;
}

function times(matrix: Matrix, [x, y, z]: Three): Three {
  return matrix.map(([a, b, c]) => Math.min(1, Math.max(0, a * x + b * y + c * z))) as unknown as Three;
}

/** CIE L*a*b* of linear sRGB, white at D65. */
function lab(colour: Three): Three {
  const [x, y, z] = xyz(colour);
  const [fx, fy, fz] = [x / 0.95047, y, z / 1.08883].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : (24389 / 27 / 116) * part + 16 / 116)) as [number, number, number];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function xyz([r, g, b]: Three): Three {
  return [0.4124 * r + 0.3576 * g + 0.1805 * b, 0.2126 * r + 0.7152 * g + 0.0722 * b, 0.0193 * r + 0.1192 * g + 0.9505 * b];
}

function apart(one: Three, other: Three): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** WCAG's ratio of two colours. */
function contrast(one: Three, other: Three): number {
  const [dark, light] = [xyz(one)[1], xyz(other)[1]].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])("the kinds' colours on the %s theme", (theme) => {
  const colours = coloursOf(theme);

  it.each(Object.entries(SIGHTS))("are told apart with %s", (_, sight) => {
    const pairs = colours.flatMap(([kind, colour], index) =>
      colours.slice(index + 1).map(([other, its]) => ({ pair: `${kind} and ${other}`, distance: apart(times(sight, colour), times(sight, its)) })),
    );
    expect(pairs.filter(({ distance }) => distance < THEMES[theme].apart)).toEqual([]);
  });

  it("stand out from what is behind them", () => {
    const ground = linear(THEMES[theme].ground);
    expect(colours.filter(([, colour]) => contrast(colour, ground) < THEMES[theme].contrast).map(([kind]) => kind)).toEqual([]);
  });
});

describe("the measure", () => {
  it("finds red and green alike where the cones for one of them are missing", () => {
    const [red, green] = [linear("#b04a3a"), linear("#6d6a1f")];
    const seen = (sight: string): number => apart(times(SIGHTS[sight] as Matrix, red), times(SIGHTS[sight] as Matrix, green));
    expect(seen("normal sight")).toBeGreaterThan(40);
    expect(seen("deuteranopia")).toBeLessThan(18);
  });

  it("knows black from white", () => {
    expect(apart(linear("#000000"), linear("#ffffff"))).toBeCloseTo(100, 1);
    expect(contrast(linear("#000000"), linear("#ffffff"))).toBeCloseTo(21);
  });
});
