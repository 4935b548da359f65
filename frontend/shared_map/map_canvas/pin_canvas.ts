/**
 * Pins painted on one canvas that rides along with the map, where they are too many for buttons.
 *
 * It covers the view and a margin, so that a drag shows painted ground, and is painted anew when the drag leaves that. A
 * change repaints its own box only: the union of two far boxes would be the whole map.
 */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import { PinSprites, type Prominence } from "./pin_sprites";
import type { Mark, PlacedPin } from "./placed_pin";
import { ScaledDrawing, spotOf, type LeafletMap } from "./spots";

/** The margin on each side as a share of the view. */
const MARGIN = 0.25;
const DIMMED = 0.22;

interface Stamp {
  readonly pin: PlacedPin;
  spot: Spot;
}

export class PinCanvas {
  private readonly map: LeafletMap;
  private readonly canvas = document.createElement("canvas");
  private readonly pen = this.canvas.getContext("2d");
  private readonly scaled: ScaledDrawing;
  private readonly scaleNow: () => number;
  private readonly stamps = new Map<string, Stamp>();
  private readonly marked: Record<Mark, string | null> = { selected: null, lit: null };
  private sprites: PinSprites;
  private scale: number;
  private corner: Spot = { x: 0, y: 0 };

  /** @param scaleNow the size of pins at the map's present zoom, see `PinSprites`. */
  constructor(map: LeafletMap, pane: HTMLElement, scaleNow: () => number) {
    this.map = map;
    this.scaleNow = scaleNow;
    this.scale = scaleNow();
    this.canvas.className = "map-pins-canvas";
    this.canvas.setAttribute("aria-hidden", "true");
    pane.append(this.canvas);
    this.scaled = new ScaledDrawing(map, this.canvas);
    this.sprites = new PinSprites(pane, this.scale);
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

  /** Move a mark, of which there is one, to another pin or to none. */
  mark(mark: Mark, id: string | null): void {
    const before = this.marked[mark];
    this.marked[mark] = id;
    // The spotlight dims every other pin.
    if (mark === "lit") this.redraw();
    else for (const each of [before, id]) this.repaintPin(each);
  }

  redraw(): void {
    if (this.scale !== this.scaleNow()) this.recolour();
    this.cover();
    for (const stamp of this.stamps.values()) stamp.spot = spotOf(this.map, stamp.pin.position);
    this.paint(this.stamps.values());
  }

  /** During a drag: paint anew once ground is in view that the canvas does not cover. */
  reach(): void {
    const size = this.map.getSize();
    const view = this.map.containerPointToLayerPoint([0, 0]);
    const right = this.corner.x + this.canvas.width / devicePixelRatio;
    const bottom = this.corner.y + this.canvas.height / devicePixelRatio;
    const covered =
      view.x >= this.corner.x && view.y >= this.corner.y && view.x + size.x <= right && view.y + size.y <= bottom;
    if (!covered) this.redraw();
  }

  destroy(): void {
    this.canvas.remove();
  }

  follow(centre: LatLngExpression, zoom: number): void {
    this.scaled.follow(centre, zoom);
  }

  /** Colours or sizes have changed. */
  recolour(): void {
    this.scale = this.scaleNow();
    this.sprites = new PinSprites(this.canvas, this.scale);
  }

  /** Lay the canvas over the view and its margin, empty. */
  private cover(): void {
    const view = this.map.getSize();
    const margin = view.multiplyBy(MARGIN).round();
    const size = view.add(margin.multiplyBy(2));
    this.corner = this.map.containerPointToLayerPoint([-margin.x, -margin.y]).round();
    const width = Math.round(size.x * devicePixelRatio);
    const height = Math.round(size.y * devicePixelRatio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${size.x}px`;
      this.canvas.style.height = `${size.y}px`;
    } else this.pen?.clearRect(0, 0, width, height);
    this.scaled.drawnAt(this.corner);
  }

  private prominence(id: string): Prominence {
    if (id === this.marked.lit) return "lit";
    return id === this.marked.selected ? "selected" : "plain";
  }

  /** The later the higher: one's own, then meeting places, then what stands out. */
  private height({ pin: { place } }: Stamp): number {
    if (this.prominence(place.id) !== "plain") return 3;
    return place.mine ? 2 : place.kind === "meeting_place" ? 1 : 0;
  }

  private paint(stamps: Iterable<Stamp>): void {
    const all = [...stamps];
    for (let height = 0; height <= 3; height += 1) {
      for (const stamp of all) if (this.height(stamp) === height) this.stamp(stamp);
    }
  }

  private stamp({ pin: { place }, spot }: Stamp): void {
    if (this.pen === null) return;
    const { kind, mine, standing, id } = place;
    const picture = this.sprites.picture({ kind, mine, standing, prominence: this.prominence(id) });
    this.pen.globalAlpha = this.marked.lit === null || this.marked.lit === id ? 1 : DIMMED;
    const x = (spot.x - this.corner.x) * devicePixelRatio - picture.width / 2;
    const y = (spot.y - this.corner.y) * devicePixelRatio - picture.height / 2;
    this.pen.drawImage(picture, Math.round(x), Math.round(y));
  }

  private repaintPin(id: string | null): void {
    const stamp = id === null ? undefined : this.stamps.get(id);
    if (stamp) this.repaint(stamp.spot);
  }

  /** Wipe the box of one pin and paint again what reaches into it. */
  private repaint(spot: Spot): void {
    if (this.pen === null) return;
    const { reach } = this.sprites;
    const left = Math.floor((spot.x - this.corner.x - reach) * devicePixelRatio);
    const top = Math.floor((spot.y - this.corner.y - reach) * devicePixelRatio);
    const edge = Math.ceil(reach * 2 * devicePixelRatio);
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(left, top, edge, edge);
    this.pen.clip();
    this.pen.clearRect(left, top, edge, edge);
    this.paint(this.near(spot, reach * 2));
    this.pen.restore();
  }

  private *near(spot: Spot, distance: number): Iterable<Stamp> {
    for (const stamp of this.stamps.values()) {
      const across = Math.abs(stamp.spot.x - spot.x);
      if (across <= distance && Math.abs(stamp.spot.y - spot.y) <= distance) yield stamp;
    }
  }
}
