/** A place with the spot on earth at which its pin stands, and how a pin can stand out. */

import type { MapPlace, Position } from "./types";

export interface PlacedPin {
  readonly place: MapPlace;
  readonly position: Position;
}

/** At most one pin is selected, and at most one is lit by the spotlight. */
export type Mark = "selected" | "lit";
