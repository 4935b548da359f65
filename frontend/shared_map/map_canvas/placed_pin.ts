/** A place with the spot of its pin, and what every way of drawing pins can do. */

import type { LatLngExpression } from "leaflet";
import type { MapPlace, Position } from "./types";

export interface PlacedPin {
  readonly place: MapPlace;
  readonly position: Position;
}

/** A way of drawing pins. */
export interface Pins {
  put(pin: PlacedPin, fresh: boolean): void;
  remove(id: string): void;
  mark(id: string, mark: "selected" | "lit", on: boolean): void;
  redraw(): void;
  follow(centre: LatLngExpression, zoom: number): void;
  recolour(): void;
  clear(): void;
}
