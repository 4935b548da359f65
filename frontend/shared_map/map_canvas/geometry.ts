/** Small pure geometry on positions: the spot that stands for a shape, and the box around shapes. */

import type { Bounds, Geometry, Position } from "./types";

/** The rings or the line of a shape, each a run of positions; a point is a run of one. */
export function runsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case "Point":
      return [[geometry.coordinates]];
    case "LineString":
      return [geometry.coordinates];
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
  }
}

/** The spot where the pin of a shape stands: itself, half-way along a line, the centre of the largest outer ring. */
export function anchorOf(geometry: Geometry): Position {
  if (geometry.type === "Point") return geometry.coordinates;
  if (geometry.type === "LineString") return halfWay(geometry.coordinates);
  const outers = geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((rings) => rings[0]);
  const largest = outers
    .filter((ring) => ring !== undefined)
    .map((ring) => centreOfRing(ring))
    .sort((a, b) => b.area - a.area)[0];
  return largest?.centre ?? [0, 0];
}

function halfWay(line: readonly Position[]): Position {
  const lengths = line.slice(1).map((end, index) => {
    const start = line[index] as Position;
    return Math.hypot((end[0] - start[0]) * Math.cos((end[1] * Math.PI) / 180), end[1] - start[1]);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    if (rest <= length && length > 0) return between(line[index] as Position, line[index + 1] as Position, rest / length);
    rest -= length;
  }
  return line[0] ?? [0, 0];
}

function between(start: Position, end: Position, share: number): Position {
  return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share];
}

/** Area centroid of a closed ring; the mean of its corners where it has no area. */
function centreOfRing(ring: readonly Position[]): { centre: Position; area: number } {
  let doubleArea = 0;
  let x = 0;
  let y = 0;
  const origin = ring[0] ?? ([0, 0] as const);
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax, ay] = offset(ring[index] as Position, origin);
    const [bx, by] = offset(ring[index + 1] as Position, origin);
    const cross = ax * by - bx * ay;
    doubleArea += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (doubleArea === 0) return { centre: origin, area: 0 };
  const centre: Position = [origin[0] + x / (3 * doubleArea), origin[1] + y / (3 * doubleArea)];
  return { centre, area: Math.abs(doubleArea) };
}

function offset(position: Position, origin: Position): Position {
  return [position[0] - origin[0], position[1] - origin[1]];
}

/** The smallest box around all positions of some shapes; null where there are none. */
export function boundsOf(geometries: readonly Geometry[]): Bounds | null {
  const positions = geometries.flatMap((geometry) => runsOf(geometry).flat());
  if (positions.length === 0) return null;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude, latitude] of positions) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return [box.west, box.south, box.east, box.north];
}
