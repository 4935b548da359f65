/** What lies under everything: the area's tiles, or nothing but the page's plain ground. */

import { latLngBounds, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
import { latLng, type LeafletMap } from "./spots";
import type { Bounds, Ground, Theme } from "./types";

const TILE_PX = 512;
/** A 512 px tile covers what four of the usual 256 px tiles cover, so its zoom is one less than the map's. */
const TILE_ZOOM_OFFSET = -1;
export const NEAREST_ZOOM = 19;
export const FARTHEST_ZOOM = 13;

export function leafletBounds([west, south, east, north]: Bounds): ReturnType<typeof latLngBounds> {
  return latLngBounds(latLng([west, south]), latLng([east, north]));
}

export class GroundLayer {
  private readonly map: LeafletMap;
  private readonly credit: HTMLElement;
  private ground: Ground | null = null;
  private tiles: TileLayer | null = null;
  private theme: Theme;

  constructor(map: LeafletMap, theme: Theme) {
    this.map = map;
    this.theme = theme;
    this.credit = document.createElement("p");
    this.credit.className = "map-credit";
    this.credit.hidden = true;
    map.getContainer().append(this.credit);
  }

  set(ground: Ground | null): void {
    this.ground = ground;
    this.map.getContainer().classList.toggle("map-plain", ground === null);
    this.credit.textContent = ground?.attribution ?? "";
    this.credit.hidden = ground === null || ground.attribution === "";
    this.lay();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.lay();
  }

  private lay(): void {
    this.tiles?.remove();
    this.tiles = null;
    if (this.ground === null) return;
    const { tileUrl, bounds, minZoom = FARTHEST_ZOOM, maxZoom = NEAREST_ZOOM } = this.ground;
    this.tiles = new TileLayer(tileUrl, {
      tileSize: TILE_PX,
      zoomOffset: TILE_ZOOM_OFFSET,
      minNativeZoom: minZoom,
      maxNativeZoom: maxZoom,
      maxZoom: NEAREST_ZOOM,
      bounds: leafletBounds(bounds),
      keepBuffer: 1,
      theme: this.theme,
    } as ConstructorParameters<typeof TileLayer>[1]);
    this.tiles.addTo(this.map);
  }
}
