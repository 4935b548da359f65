/** The squares of the printed sheets, as the server lays them (`server/kithmap/paper/grid.py`): from B4 to a spot on the map. */

import type { Position } from "../map_canvas/types";

/** In Web Mercator's unit coordinates: x from 0 to 1 eastwards, y southwards. */
export interface Grid {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** Of a square's side on the ground. */
  readonly metres: number;
  readonly columns: number;
  readonly rows: number;
}

/** Counted from 0. */
export interface Square {
  readonly column: number;
  readonly row: number;
}

const WRITTEN = /^\s*([a-z])\s*0*(\d{1,2})\s*$/i;
const CODE_OF_A = 65;

/** Read what is written on a card: "B4", "b 4"; null where there is no such square. */
export function squareOf(text: string, grid: Grid): Square | null {
  const [, letter, number] = WRITTEN.exec(text) ?? [];
  if (letter === undefined || number === undefined) return null;
  const square = { column: letter.toUpperCase().charCodeAt(0) - CODE_OF_A, row: Number(number) - 1 };
  return square.column < grid.columns && square.row >= 0 && square.row < grid.rows ? square : null;
}

export function nameOf({ column, row }: Square): string {
  return `${String.fromCharCode(CODE_OF_A + column)}${row + 1}`;
}

/** The last square, which stands for how far letters and numbers go. */
export function lastSquare({ columns, rows }: Grid): Square {
  return { column: columns - 1, row: rows - 1 };
}

/** The square in which a position lies, or null beyond all of them. */
export function squareAt([longitude, latitude]: Position, grid: Grid): Square | null {
  const y = 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI);
  const column = Math.floor((longitude / 360 + 0.5 - grid.left) / grid.side);
  const row = Math.floor((y - grid.top) / grid.side);
  return column >= 0 && column < grid.columns && row >= 0 && row < grid.rows ? { column, row } : null;
}

/** A turn by the golden angle lays any number of places round a middle so that none covers another. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const APART = 0.11;
const FARTHEST = 0.42;

/** The spot for one more card of a square that holds `before` already: the middle first, then round it. */
export function spotIn({ column, row }: Square, before: number, { left, top, side }: Grid): Position {
  const away = Math.min(FARTHEST, APART * Math.sqrt(before)) * side;
  const x = left + (column + 0.5) * side + away * Math.cos(before * GOLDEN_ANGLE);
  const y = top + (row + 0.5) * side + away * Math.sin(before * GOLDEN_ANGLE);
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [rounded((x - 0.5) * 360), rounded(latitude)];
}

/** Seven decimals of a degree are about a centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
