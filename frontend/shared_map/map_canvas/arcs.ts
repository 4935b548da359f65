/** The gentle arc that draws a connection between two pins, and the head of its arrow. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Arc {
  /** Path data of the curve, from rim to rim of the two pins. */
  readonly curve: string;
  /** Path data of the arrow's head at the end; empty when undirected. */
  readonly head: string;
}

/** The bow's height as a share of the distance: enough to tell two arcs apart, too little to look like a route. */
const BOW = 0.18;
const LONGEST_BOW_PX = 90;
const HEAD_PX = 11;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * The arc between two spots in pixels, kept `gap` pixels clear of both.
 *
 * It always bows to the left of its direction, so that two opposite connections between the same pair do
 * not lie on each other. Null when the pins stand so close that nothing is left to draw.
 */
export function arcBetween(start: Spot, end: Spot, directed: boolean, gap: number): Arc | null {
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  if (distance < gap * 2 + HEAD_PX) return null;
  const along = { x: (end.x - start.x) / distance, y: (end.y - start.y) / distance };
  const bow = Math.min(distance * BOW, LONGEST_BOW_PX);
  const bend = {
    x: (start.x + end.x) / 2 + along.y * bow * 2,
    y: (start.y + end.y) / 2 - along.x * bow * 2,
  };
  const from = towards(start, bend, gap);
  const tip = towards(end, bend, gap);
  const to = directed ? towards(tip, bend, HEAD_PX * 0.7) : tip;
  return { curve: `M${spot(from)}Q${spot(bend)} ${spot(to)}`, head: directed ? arrowHead(bend, tip) : "" };
}

function towards(from: Spot, to: Spot, distance: number): Spot {
  const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / whole, y: from.y + ((to.y - from.y) * distance) / whole };
}

function arrowHead(bend: Spot, tip: Spot): string {
  const back = towards(tip, bend, HEAD_PX);
  const across = { x: (tip.y - back.y) * 0.55, y: (back.x - tip.x) * 0.55 };
  const left = { x: back.x + across.x, y: back.y + across.y };
  const right = { x: back.x - across.x, y: back.y - across.y };
  return `M${spot(tip)}L${spot(left)} ${spot(right)}Z`;
}

function spot({ x, y }: Spot): string {
  return `${round(x)} ${round(y)}`;
}
