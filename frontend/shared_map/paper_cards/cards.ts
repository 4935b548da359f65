/** Paper cards among the records: which numbers are typed in, and what a typed line asks for. */

import { EMPTY_PLACE, type PlaceDraft, type Precision } from "../../components/place_form/draft";
import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { anchorOf } from "../map_canvas/geometry";
import type { Geometry, Position } from "../map_canvas/types";
import { PLACE_KINDS } from "../map_features";
import { placeWish, type AnyWish } from "../wishes";
import { squareAt, spotIn, type Grid, type Square } from "./grid";

/** What a facilitator typed from one card. */
export interface TypedCard {
  readonly card: number;
  /** Null where the card has none: the cross on the map is the spot. */
  readonly square: Square | null;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly harm: boolean;
}

/** The place that a card becomes. */
export interface CardPlace {
  readonly place: string;
  /** Whose it is, where that is known. */
  readonly onBehalf?: string | undefined;
}

/** The server's limit. */
export const LAST_NUMBER = 9999;

/** The places that came from cards, by number. */
export function cardsOf(records: RecordsView): ReadonlyMap<number, WireRecord> {
  const found = new Map<number, WireRecord>();
  for (const kind of PLACE_KINDS) {
    for (const record of records.ofKind(kind)) {
      const card = (record.fields["placed"] as { readonly card?: number } | undefined)?.card;
      if (card !== undefined) found.set(card, record);
    }
  }
  return found;
}

/** The number of the card that probably comes next on the pile. */
export function nextCard(cards: ReadonlyMap<number, WireRecord>): number {
  return Math.min(LAST_NUMBER, Math.max(0, ...cards.keys()) + 1);
}

/** Ask for the place that a card tells of. */
export function cardWish(typed: TypedCard, { place, onBehalf }: CardPlace, cross: Position, records: RecordsView, grid: Grid): AnyWish {
  const { square, kind, title, note, harm, card } = typed;
  const coordinates = square === null ? cross : spotIn(square, placesIn(square, records, grid), grid);
  const draft: PlaceDraft = {
    ...EMPTY_PLACE,
    kind,
    title,
    note,
    visibility: harm ? "facilitators" : EMPTY_PLACE.visibility,
    precision: square === null ? "exact" : precisionOf(grid.metres),
  };
  const wish = placeWish(draft, { place, geometry: { type: "Point", coordinates }, source: "paper", onBehalf });
  return { ...wish, payload: { ...wish.payload, card } } as AnyWish;
}

/** A place that is known by its square alone must not be told more exactly than that. */
export function precisionOf(metres: number): Precision {
  if (metres <= 100) return "100m";
  return metres <= 250 ? "street" : "neighbourhood";
}

function placesIn(square: Square, records: RecordsView, grid: Grid): number {
  let count = 0;
  for (const record of cardsOf(records).values()) {
    const found = squareAt(anchorOf(record.fields["geometry"] as unknown as Geometry), grid);
    if (found?.column === square.column && found.row === square.row) count += 1;
  }
  return count;
}
