/**
 * The pins of one kind as a small SVG image with a cell for each way a pin can stand; and the badges as another.
 *
 * Buttons show their cell of it as their background. Three hundred drawings of their own would each cost a phone work in
 * every frame of a drag. One image for all kinds would be drawn whole, 24 cells of it, for every pin.
 *
 * The files in `pin_sheets/` are written by the test beside this file (`npx vitest run -u pin_sheet`).
 */

import { iconPath } from "../base/icons";
import type { KindCode } from "./kinds";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";

/** Edge of a cell; a shape has 32 of it, the rest is its ring. */
const CELL = 40;
const MARGIN = (CELL - 32) / 2;

type Look = "theirs" | "mine" | "on_its_way";
const LOOKS: readonly Look[] = ["theirs", "mine", "on_its_way"];
const BADGES = ["clock", "show", "warning", "undo", "hide"] as const;

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

function sheet(cells: readonly string[]): string {
  const drawn = cells.map((cell, column) => `<g transform="translate(${column * CELL + MARGIN} ${MARGIN})">${cell}</g>\n`);
  const width = cells.length * CELL;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CELL}" viewBox="0 0 ${width} ${CELL}"` +
    ` stroke-linecap="round" stroke-linejoin="round">\n${drawn.join("")}</svg>\n`
  );
}

/** Others' pins, one's own, and those on their way, in this order from the left. */
export function kindSheet(kind: KindCode, colours: Colours): string {
  return sheet(LOOKS.map((look) => pin(kind, look, colours)));
}

/** Waiting to be sent, in review, refused, given back, and put aside, in this order from the left. */
export function badgeSheet(colours: Colours): string {
  return sheet(BADGES.map((name) => badge(name, colours)));
}
