/**
 * How the projector follows the facilitator's map though it has another size: what the facilitator sees, the hall sees, as
 * large as its screen shows it.
 *
 * The zoom that is told is the one at which a screen of 1280 by 720 would show just what the facilitator's map shows.
 */

import type { View } from "../sync/protocol";
import type { MapSight } from "./map_canvas/types";

const WIDE = 1280;
const HIGH = 720;

export interface Size {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What to tell of a map of this size; null while it has none. */
export function viewOf({ centre, zoom }: MapSight, { width, height }: Size): View | null {
  if (width <= 0 || height <= 0) return null;
  const [lon, lat] = centre;
  const told = zoom + Math.log2(Math.min(WIDE / width, HIGH / height));
  return { lon, lat, zoom: Math.min(24, Math.max(0, Math.round(told * 100) / 100)) };
}

/** Where a map of this size looks so as to show all that was told of. */
export function sightOf({ lon, lat, zoom }: View, { width, height }: Size): MapSight {
  const own = zoom + Math.log2(Math.min(width / WIDE, height / HIGH));
  return { centre: [lon, lat], zoom: Math.round(own * 100) / 100 };
}
