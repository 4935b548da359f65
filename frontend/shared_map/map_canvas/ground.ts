/** What lies under everything: the area's tiles, or nothing but the page's plain ground. */

import { getPosition, latLngBounds, TileLayer } from "./library";
import { latLng, type LeafletMap } from "./spots";
import type { Bounds, Ground, Theme } from "./types";

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
    const { tiles, bounds, min_zoom, max_zoom, tile_size, zoom_offset } = this.ground;
    this.tiles = new TileLayer(tiles[this.theme], {
      tileSize: tile_size,
      zoomOffset: zoom_offset,
      minNativeZoom: min_zoom - zoom_offset,
      maxNativeZoom: max_zoom - zoom_offset,
      maxZoom: NEAREST_ZOOM,
      bounds: leafletBounds(bounds),
      keepBuffer: 1,
    });
    this.tiles.on("tileloadstart", ({ tile }) => lieFlat(tile));
    this.tiles.addTo(this.map);
  }
}

/**
 * Place a tile by its corner instead of by a transform, which would make each a layer of its own.
 */
function lieFlat(tile: HTMLElement): void {
  const { x, y } = getPosition(tile);
  tile.style.transform = "";
  tile.style.left = `${x}px`;
  tile.style.top = `${y}px`;
}
