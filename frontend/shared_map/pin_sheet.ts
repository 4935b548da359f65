/**
 * The sheet of all pins of one theme as a single SVG image: a row for each kind, a row of badges, and a column for each way
 * a pin can stand. Buttons show their cell of it as their background. Three hundred drawings of their own would each cost
 * a phone work in every frame of a drag; cells of one image cost nothing.
 *
 * The files `pins_light.svg` and `pins_dark.svg` are written by the test beside this file (`npx vitest run -u pin_sheet`).
 */

import { iconPath } from "../base/icons";
import { ALL_KINDS, type KindCode } from "./kinds";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";

/** Edge of a cell; a shape has 32 of it, the rest is its ring. */
const CELL = 40;
const MARGIN = (CELL - 32) / 2;

type Look = "theirs" | "mine" | "on_its_way";
const LOOKS: readonly Look[] = ["theirs", "mine", "on_its_way"];
const BADGES = ["clock", "show", "warning"] as const;

/** The value of a colour token, for example of `--pin-ring`. */
export type Colours = (token: string) => string;

function pin(kind: KindCode, look: Look, colours: Colours): string {
  const colour = colours(`--kind-${kind}`);
  const ring = colours("--pin-ring");
  const [fill, ink] = look === "mine" ? [colour, colours("--on-kind")] : [ring, colour];
  const dashes = look === "on_its_way" ? ' stroke-dasharray="4 4.5"' : "";
  return (
    `<path d="${KIND_SHAPES[kind]}" fill="${ring}" stroke="${ring}" stroke-width="6"/>` +
    `<path d="${KIND_SHAPES[kind]}" fill="${fill}" stroke="${colour}" stroke-width="2.5"${dashes}/>` +
    `<path d="${KIND_ICONS[kind]}" fill="${ink}" transform="translate(8.1 8.1) scale(1.05)"/>`
  );
}

function badge(name: (typeof BADGES)[number], colours: Colours): string {
  const [ground, ink] = name === "warning" ? ["--danger", "--on-danger"] : ["--ink", "--paper"];
  return (
    `<circle cx="16" cy="16" r="17" fill="${colours(ground)}" stroke="${colours("--pin-ring")}" stroke-width="3"/>` +
    `<path d="${iconPath(name)}" fill="none" stroke="${colours(ink)}" stroke-width="2.75" transform="translate(4 4)"/>`
  );
}

function cell(column: number, row: number, drawing: string): string {
  return `<g transform="translate(${column * CELL + MARGIN} ${row * CELL + MARGIN})">${drawing}</g>\n`;
}

/** The sheet as an SVG document; rows in the order of `ALL_KINDS`, which the style sheets of kinds and pins follow. */
export function pinSheet(colours: Colours): string {
  const pins = ALL_KINDS.flatMap((kind, row) =>
    LOOKS.map((look, column) => cell(column, row, pin(kind, look, colours))),
  );
  const badges = BADGES.map((name, column) => cell(column, ALL_KINDS.length, badge(name, colours)));
  const width = LOOKS.length * CELL;
  const height = (ALL_KINDS.length + 1) * CELL;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` stroke-linecap="round" stroke-linejoin="round">\n${[...pins, ...badges].join("")}</svg>\n`
  );
}
