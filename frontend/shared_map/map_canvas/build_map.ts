/** The map library, set up the way this project wants it and silent about itself. */

import { Map as LeafletMap } from "leaflet/dist/leaflet-src.esm.js";
import { FARTHEST_ZOOM, leafletBounds, NEAREST_ZOOM } from "./ground";
import type { MapOptions } from "./types";

/** How far beyond its area one can drag the map, as a share of the area on each side. */
const MARGIN = 0.4;
const FIT_PADDING_PX = 24;

export const FIT = { padding: [FIT_PADDING_PX, FIT_PADDING_PX] as [number, number], maxZoom: NEAREST_ZOOM };

export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export function buildMap(element: HTMLElement, options: MapOptions): LeafletMap {
  const interactive = options.interactive ?? true;
  const moves = !wantsStillness();
  // With a crosshair every zoom keeps the spot beneath it.
  const zooming = interactive && (options.crosshair ? "center" : true);
  const map = new LeafletMap(element, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    boxZoom: false,
    trackResize: false,
    bounceAtZoomLimits: false,
    dragging: interactive,
    doubleClickZoom: zooming,
    scrollWheelZoom: zooming,
    touchZoom: zooming,
    fadeAnimation: moves,
    zoomAnimation: moves,
    maxZoom: NEAREST_ZOOM,
    maxBoundsViscosity: 0.8,
  });
  const bounds = leafletBounds(options.bounds);
  map.fitBounds(bounds, FIT);
  map.setMinZoom(Math.min(FARTHEST_ZOOM, map.getZoom()));
  map.setMaxBounds(bounds.pad(MARGIN));
  return map;
}
