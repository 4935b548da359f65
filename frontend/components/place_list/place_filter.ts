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

export function filterPlaces<Place extends FilterablePlace>(places: readonly Place[], filter: PlaceFilter): Place[] {
  const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  return places.filter((place) => {
    if (filter.mineOnly && !place.mine) return false;
    const text = plain(`${place.title} ${place.note} ${place.kindLabel}`);
    return wanted.every((word) => text.includes(word));
  });
}
