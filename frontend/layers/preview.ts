/** An edition of a draft on the map that can be moved, in place of the one that the server drew. */

import {
  mountMap,
  type Bounds,
  type Geometry,
  type Ground,
  type MapConnection,
  type MapPlace,
  type Position,
} from "../shared_map/map_canvas";
import type { KindCode } from "../shared_map/kinds";

export interface PreviewPlace {
  readonly id: string;
  readonly kind: KindCode;
  readonly label: string;
  readonly title: string;
  readonly geometry: Geometry;
  /** The farthest that it is shown from where it is; 0 where it is exact. */
  readonly metres: number;
  /** Where it is shown. */
  readonly position: Position;
}

export interface Preview {
  readonly area: string;
  readonly bounds: Bounds;
  readonly boundary: Geometry;
  readonly ground: Ground | null;
  readonly places: readonly PreviewPlace[];
  readonly connections: readonly Pick<MapConnection, "id" | "start" | "end" | "directed" | "strength">[];
}

const CORNERS = 48;
const METRES_A_DEGREE = 111_195;
const FULL_TURN = 2 * Math.PI;

export function showPreview(place: HTMLElement, preview: Preview): void {
  const ground = document.createElement("div");
  ground.className = "layers-live";
  place.replaceChildren(ground);
  const label = place.dataset["label"] ?? preview.area;
  const map = mountMap(ground, { bounds: preview.bounds, label, zoomStep: 0 });
  map.setGround(preview.ground);
  map.setBoundary(preview.boundary);
  map.setFeatures(preview.places.map((each) => ({ put: mapPlace(each) })));
  map.setConnections(preview.connections.map((each) => ({ put: { ...each, mine: false, standing: "settled" } })));
}

export function mapPlace(place: PreviewPlace): MapPlace {
  return {
    id: place.id,
    kind: place.kind,
    ...(place.label === "" ? {} : { kindLabel: place.label }),
    title: place.title,
    geometry: place.metres === 0 ? place.geometry : circle(place.position, place.metres),
    mine: false,
    standing: "settled",
  };
}

/** The ground on which a place lies that is shown less than exactly: a circle around where it is shown. */
export function circle([lon, lat]: Position, metres: number): Geometry {
  const up = metres / METRES_A_DEGREE;
  const across = up / Math.cos((lat * Math.PI) / 180);
  const corners = Array.from({ length: CORNERS }, (_, number): Position => {
    const turn = (FULL_TURN * number) / CORNERS;
    return [lon + across * Math.cos(turn), lat + up * Math.sin(turn)];
  });
  return { type: "Polygon", coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
