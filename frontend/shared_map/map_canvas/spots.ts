/** Where positions stand on screen, in the pixels of the map's layers, now and at the end of a zoom under way. */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import { getPosition, type LeafletMap } from "./library";
import type { Position } from "./types";

export type { LeafletMap };

export function latLng([longitude, latitude]: Position): LatLngExpression {
  return [latitude, longitude];
}

/** Pixels from the origin of the map's layers: they stay as they are while the map is dragged. */
export function spotOf(map: LeafletMap, position: Position): Spot {
  return map.latLngToLayerPoint(latLng(position));
}

/**
 * The layer's origin at another centre and zoom, in the projected pixels of that zoom. The library keeps its own
 * such function to itself; a zoom animation needs it before the zoom has come about.
 */
function originAt(map: LeafletMap, centre: LatLngExpression, zoom: number): Spot {
  const pan = getPosition(map.getPane("mapPane") as HTMLElement);
  return map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(pan).round();
}

/** A function from positions to the spots they will have once the map shows `centre` at `zoom`. */
export function spotsAt(map: LeafletMap, centre: LatLngExpression, zoom: number): (position: Position) => Spot {
  const origin = originAt(map, centre, zoom);
  return (position) => {
    const point = map.project(latLng(position), zoom);
    return { x: point.x - origin.x, y: point.y - origin.y };
  };
}

/**
 * Moves and scales a drawing made for one zoom so that it lies right during another, by its own top left corner.
 */
export class ScaledDrawing {
  private readonly map: LeafletMap;
  private readonly element: HTMLElement | SVGElement;
  private corner: Position = [0, 0];
  private zoom = 0;

  constructor(map: LeafletMap, element: HTMLElement | SVGElement) {
    this.map = map;
    this.element = element;
    element.classList.add("map-scaled");
  }

  /** The drawing was made for the zoom that the map now has, with its top left corner at this spot. */
  drawnAt(corner: Spot): void {
    const { lat, lng } = this.map.layerPointToLatLng([corner.x, corner.y]);
    this.corner = [lng, lat];
    this.zoom = this.map.getZoom();
    this.element.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
  }

  follow(centre: LatLngExpression, zoom: number): void {
    const { x, y } = spotsAt(this.map, centre, zoom)(this.corner);
    const scale = this.map.getZoomScale(zoom, this.zoom);
    this.element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }
}
