/** The map library, set up the way this project wants it and silent about itself. */

import type { LatLngBounds } from "leaflet";
import { FARTHEST_ZOOM, leafletBounds, NEAREST_ZOOM } from "./ground";
import { LeafletMap } from "./library";
import type { MapOptions } from "./types";

/** How far beyond the area the map's centre may stay, as a share of the area on each side. */
const MARGIN = 0.15;
/** Rounding to whole pixels may leave the centre so far outside without anyone noticing. */
const TOLERANCE_PX = 2;
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
    zoomSnap: options.zoomStep ?? 1,
  });
  const bounds = leafletBounds(options.bounds);
  map.fitBounds(bounds, FIT);
  map.setMinZoom(Math.min(FARTHEST_ZOOM, map.getZoom()));
  keepCentreNear(map, bounds.pad(MARGIN));
  return map;
}

/**
 * Bring a map that was dragged away from its area back to its edge. The library's own limit is on the whole view, which
 * on a wide screen would keep the crosshair from the edges of a small area.
 */
function keepCentreNear(map: LeafletMap, limits: LatLngBounds): void {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    const latitude = Math.min(Math.max(lat, limits.getSouth()), limits.getNorth());
    const longitude = Math.min(Math.max(lng, limits.getWest()), limits.getEast());
    const strayed = map.latLngToLayerPoint([lat, lng]).distanceTo(map.latLngToLayerPoint([latitude, longitude]));
    if (strayed > TOLERANCE_PX) map.panTo([latitude, longitude], { animate: !wantsStillness(), duration: 0.18 });
  });
}
