/** Which places of a list are shown. */

import type { KindCode } from "../../shared_map/kinds";

export interface FilterablePlace {
  readonly title: string;
  readonly note: string;
  readonly kindLabel: string;
  readonly kind: KindCode;
  readonly mine: boolean;
}

export interface PlaceFilter {
  /** Words that all must occur, in the title, the note or the kind. */
  readonly words: string;
  readonly mineOnly: boolean;
}

/** Small letters without accents, so that "cafe" finds "Café". */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** A list of a thousand is looked through at each letter: each place's text is made plain once. */
const plainTexts = new WeakMap<FilterablePlace, string>();

function plainTextOf(place: FilterablePlace): string {
  let text = plainTexts.get(place);
  if (text === undefined) {
    text = plain(`${place.title} ${place.note} ${place.kindLabel}`);
    plainTexts.set(place, text);
  }
  return text;
}

export function filterPlaces<Place extends FilterablePlace>(places: readonly Place[], filter: PlaceFilter): Place[] {
  const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  const looked = filter.mineOnly ? places.filter(({ mine }) => mine) : [...places];
  return wanted.length === 0 ? looked : looked.filter((place) => wanted.every((word) => plainTextOf(place).includes(word)));
}
