/**
 * Pins on one canvas, for maps with more of them than a page can hold as buttons.
 *
 * The canvas covers the view and a margin, so that a drag shows drawn ground. A change repaints its own box only: the
 * union of two far boxes would be the whole map.
 */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import type { Pins, PlacedPin } from "./placed_pin";
import { PinSprites } from "./pin_sprites";
import { ScaledDrawing, spotOf, type LeafletMap } from "./spots";

/** The margin on each side as a share of the view. */
const MARGIN = 0.3;
const DIMMED = 0.22;

interface Stamp {
  readonly pin: PlacedPin;
  spot: Spot;
}

export class CanvasPins implements Pins {
  private readonly map: LeafletMap;
  private readonly canvas = document.createElement("canvas");
  private readonly scaled: ScaledDrawing;
  private readonly scale: number;
  private readonly stamps = new Map<string, Stamp>();
  private readonly marked = { selected: new Set<string>(), lit: new Set<string>() };
  private sprites: PinSprites;
  private corner: Spot = { x: 0, y: 0 };

  constructor(map: LeafletMap, pane: HTMLElement, scale: number) {
    this.map = map;
    this.scale = scale;
    this.canvas.className = "map-pins-canvas";
    this.canvas.setAttribute("aria-hidden", "true");
    pane.append(this.canvas);
    this.scaled = new ScaledDrawing(map, this.canvas);
    this.sprites = new PinSprites(pane, scale);
    this.redraw();
  }

  put(pin: PlacedPin): void {
    this.remove(pin.place.id);
    const stamp = { pin, spot: spotOf(this.map, pin.position) };
    this.stamps.set(pin.place.id, stamp);
    this.stamp(stamp);
  }

  remove(id: string): void {
    const gone = this.stamps.get(id);
    if (gone === undefined) return;
    this.stamps.delete(id);
    this.repaint(gone.spot);
  }

  mark(id: string, mark: "selected" | "lit", on: boolean): void {
    const wasLit = this.marked.lit.size > 0;
    if (on) this.marked[mark].add(id);
    else this.marked[mark].delete(id);
    const stamp = this.stamps.get(id);
    if (wasLit !== this.marked.lit.size > 0) this.redraw();
    else if (stamp) this.repaint(stamp.spot);
  }

  redraw(): void {
    const view = this.map.getSize();
    const margin = view.multiplyBy(MARGIN).round();
    const size = view.add(margin.multiplyBy(2));
    this.corner = this.map.containerPointToLayerPoint([-margin.x, -margin.y]).round();
    this.canvas.width = Math.round(size.x * devicePixelRatio);
    this.canvas.height = Math.round(size.y * devicePixelRatio);
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    this.scaled.drawnAt(this.corner);
    for (const stamp of this.stamps.values()) {
      stamp.spot = spotOf(this.map, stamp.pin.position);
      this.stamp(stamp);
    }
  }

  follow(centre: LatLngExpression, zoom: number): void {
    this.scaled.follow(centre, zoom);
  }

  /** Colours have changed with the theme. */
  recolour(): void {
    this.sprites = new PinSprites(this.canvas, this.scale);
    this.redraw();
  }

  clear(): void {
    this.canvas.remove();
    this.stamps.clear();
  }

  private stamp({ pin, spot }: Stamp): void {
    const pen = this.canvas.getContext("2d");
    if (pen === null) return;
    const { place } = pin;
    const dashed = place.standing !== "settled";
    const selected = this.marked.selected.has(place.id);
    const picture = this.sprites.picture({ kind: place.kind, solid: place.mine && !dashed, dashed, selected });
    const size = picture.width;
    pen.globalAlpha = this.marked.lit.size === 0 || this.marked.lit.has(place.id) ? 1 : DIMMED;
    const x = Math.round((spot.x - this.corner.x) * devicePixelRatio - size / 2);
    const y = Math.round((spot.y - this.corner.y) * devicePixelRatio - size / 2);
    pen.drawImage(picture, x, y);
  }

  /** Wipe the box of one pin and stamp again what reaches into it. */
  private repaint(spot: Spot): void {
    const pen = this.canvas.getContext("2d");
    if (pen === null) return;
    const size = this.sprites.size;
    const ratio = devicePixelRatio;
    pen.save();
    pen.beginPath();
    pen.rect(
      Math.floor((spot.x - this.corner.x - size / 2) * ratio),
      Math.floor((spot.y - this.corner.y - size / 2) * ratio),
      Math.ceil(size * ratio) + 2,
      Math.ceil(size * ratio) + 2,
    );
    pen.clip();
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    for (const stamp of this.stamps.values()) {
      if (Math.abs(stamp.spot.x - spot.x) < size + 2 && Math.abs(stamp.spot.y - spot.y) < size + 2) this.stamp(stamp);
    }
    pen.restore();
  }
}
