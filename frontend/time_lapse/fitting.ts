/** Where degrees lie on a picture of the ground, and where that picture lies on the screen. Pure. */

import type { Bounds } from "../shared_map/map_canvas/types";
import type { Spot } from "../shared_map/map_canvas/arcs";

/** Room around the area, as a share of the shorter side: pins at its edge stay whole. */
const MARGIN = 0.06;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Fit {
  /** Pixels of the screen for degrees. */
  spot(longitude: number, latitude: number): Spot;
  /** The box of other degrees on the screen: of the drawn ground, which reaches further than the area. */
  box(bounds: Bounds): Spot & Size;
}

/** Web Mercator (EPSG:3857), as a share of the world from its upper left corner. */
function onWorld(longitude: number, latitude: number): Spot {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** Fit an area into a screen, whole and in the middle. */
export function fitInto(area: Bounds, screen: Size): Fit {
  const [west, south, east, north] = area;
  const [upper, lower] = [onWorld(west, north), onWorld(east, south)];
  const margin = MARGIN * Math.min(screen.width, screen.height);
  const inner = { width: Math.max(1, screen.width - 2 * margin), height: Math.max(1, screen.height - 2 * margin) };
  const scale = Math.min(inner.width / (lower.x - upper.x), inner.height / (lower.y - upper.y));
  const middle = { x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2 };
  const spot = (longitude: number, latitude: number): Spot => {
    const { x, y } = onWorld(longitude, latitude);
    return { x: screen.width / 2 + (x - middle.x) * scale, y: screen.height / 2 + (y - middle.y) * scale };
  };
  return {
    spot,
    box: ([left, bottom, right, top]) => {
      const [from, to] = [spot(left, top), spot(right, bottom)];
      return { ...from, width: to.x - from.x, height: to.y - from.y };
    },
  };
}
