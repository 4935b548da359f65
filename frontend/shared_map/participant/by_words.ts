/** Placing without the map: a person says where it is, and which known place it is near. */

import { EMPTY_PLACE, type PlaceDraft } from "../../components/place_form/draft";
import { fill } from "../../components/words";
import type { RecordsView } from "../../sync/records";
import { anchorOf, runsOf } from "../map_canvas/geometry";
import type { Geometry, Position } from "../map_canvas/types";
import type { PlacedGeometry } from "../wishes";
import { titleOf } from "./listing";
import { BY_WORDS } from "./words";

/** Letters, so that there is room for why the place matters in the same note. */
export const LONGEST_WHERE = 300;

export interface Described {
  readonly where: string;
  /** The id of a place that it is near; empty for the middle of the area. */
  readonly near: string;
}

export type DescribedProblem = "missing" | "tooLong";

export function describedProblem({ where }: Described): DescribedProblem | null {
  const length = [...where.trim()].length;
  if (length === 0) return "missing";
  return length > LONGEST_WHERE ? "tooLong" : null;
}

/** Where the place is put for now, and the form that goes on from there: its note says that it was placed by words. */
export function placedByWords(
  { where, near }: Described,
  records: RecordsView,
  boundary: Geometry,
): { readonly geometry: PlacedGeometry; readonly draft: PlaceDraft } {
  const title = titleOf(records, near);
  const ground = title === null ? undefined : (records.get(near)?.fields["geometry"] as unknown as Geometry | undefined);
  const spot = ground === undefined ? middleOf(boundary) : anchorOf(ground);
  const words = { where: where.trim(), near: title ?? "" };
  return {
    geometry: { type: "Point", coordinates: spot },
    draft: {
      ...EMPTY_PLACE,
      note: fill(title === null ? BY_WORDS.noteMiddle : BY_WORDS.noteNear, words),
      // It is known no better than this, and must not look as if it were.
      precision: title === null ? "neighbourhood" : "street",
    },
  };
}

/**
 * A spot inside an area: the middle of the widest stretch on the parallel half-way up its box. The centre of gravity would do
 * for most areas, but lies outside of one that bends round a river.
 */
export function middleOf(area: Geometry): Position {
  const rings = runsOf(area);
  const latitudes = rings.flat().map(([, latitude]) => latitude);
  const parallel = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const crossings = rings.flatMap((ring) => crossingsOf(ring, parallel)).sort((one, other) => one - other);
  let widest: readonly [number, number] | null = null;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [west, east] = [crossings[index] as number, crossings[index + 1] as number];
    if (widest === null || east - west > widest[1] - widest[0]) widest = [west, east];
  }
  return widest === null ? anchorOf(area) : [rounded((widest[0] + widest[1]) / 2), rounded(parallel)];
}

/** The longitudes at which a closed ring crosses a parallel. */
function crossingsOf(ring: readonly Position[], parallel: number): number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [a, b] = [ring[index] as Position, ring[index + 1] as Position];
    if (a[1] > parallel === b[1] > parallel) continue;
    found.push(a[0] + ((b[0] - a[0]) * (parallel - a[1])) / (b[1] - a[1]));
  }
  return found;
}

/** Seven decimals of a degree are about a centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
