/**
 * Titles beside pins: of what is in view, thinned so that none lies over another.
 *
 * They are laid out 120 ms after the map has come to rest and then only move along with it.
 */

import type { Spot } from "./arcs";
import type { PinLayer } from "./pin_layer";
import type { PlacedPin } from "./placed_pin";
import { spotOf, type LeafletMap } from "./spots";
import { thinLabels, type LabelSpot, type LabelWish } from "./thinning";
import type { MapPlace } from "./types";

const REST_MS = 120;
const LONGEST_TITLE_PX = 220;
const PADDING_PX = 14;
const PIN_HALF_PX = 22;
/** Pins that stand out are drawn larger; their titles keep clear of them. */
const SELECTED_REACH = 1.25;
const LIT_REACH = 1.7;
/** For how long a place that has just arrived keeps its title before others; the last one even over others. */
const FRESH_MS = 5000;

const WEIGHT_MEETING_PLACE = 1;
const WEIGHT_MINE = 2;
const WEIGHT_FRESH = 10;

export class LabelLayer {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly pins: PinLayer;
  private readonly scale: number;
  private readonly pen = document.createElement("canvas").getContext("2d");
  private readonly widths = new Map<string, number>();
  private readonly shown = new Map<string, HTMLElement>();
  private readonly fresh = new Map<string, number>();
  private newest: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private moving = false;
  private lineHeight = 0;
  private font = "";
  /** Whether that is still the font: another size of the map may bring another size of it. */
  private isFontRead = false;

  constructor(map: LeafletMap, pane: HTMLElement, pins: PinLayer, scale: number) {
    this.map = map;
    this.pane = pane;
    this.pins = pins;
    this.scale = scale;
    map.on("movestart", () => (this.moving = true));
    map.on("moveend", () => {
      this.moving = false;
      this.refreshSoon();
    });
    // Widths measured before the font had come are those of another font.
    void document.fonts?.ready.then(() => {
      this.font = "";
      this.resized();
    });
  }

  /** The map has another size: lay out anew, and measure anew if the titles have another, too. */
  resized(): void {
    this.isFontRead = false;
    this.refreshSoon();
  }

  /** Lay the titles out anew in 120 ms. While the map is being dragged they wait: nobody reads, and frames are dear. */
  refreshSoon(): void {
    if (this.moving) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.refresh();
    }, REST_MS);
  }

  /** A place has just arrived: its title shows for some seconds, whatever stands there, until the next one comes. */
  showFresh(id: string): void {
    this.newest = id;
    clearTimeout(this.fresh.get(id));
    const over = window.setTimeout(() => {
      this.fresh.delete(id);
      this.refreshSoon();
    }, FRESH_MS);
    this.fresh.set(id, over);
    this.refreshSoon();
  }

  /** Hide at once: a zoom has begun and every title would be in the wrong place. */
  hide(): void {
    this.pane.classList.add("map-labels-hidden");
  }

  /** Measure a title by the way, so that laying out a thousand of them need not. */
  measure(title: string): void {
    if (this.font !== "") this.widthOf(title);
  }

  remove(id: string): void {
    this.shown.get(id)?.remove();
    this.shown.delete(id);
  }

  destroy(): void {
    clearTimeout(this.timer);
    for (const timer of this.fresh.values()) clearTimeout(timer);
  }

  private refresh(): void {
    this.readFont();
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    const { x: width, y: height } = this.map.getSize();
    const wishes: LabelWish[] = [];
    for (const pin of this.pins.all()) {
      const spot = spotOf(this.map, pin.position);
      const inView = { x: spot.x - corner.x, y: spot.y - corner.y };
      if (inView.x < 0 || inView.y < 0 || inView.x > width || inView.y > height) continue;
      wishes.push(this.wish(pin, inView));
    }
    this.show(thinLabels(wishes, { width, height }), corner);
    this.pane.classList.remove("map-labels-hidden");
  }

  private wish({ place }: PlacedPin, spot: Spot): LabelWish {
    const { selected, lit } = this.pins.marks();
    const weight = (place.kind === "meeting_place" ? WEIGHT_MEETING_PLACE : 0) + (place.mine ? WEIGHT_MINE : 0);
    return {
      id: place.id,
      ...spot,
      width: this.widthOf(this.shortened(place)) + PADDING_PX,
      height: this.lineHeight,
      reach: PIN_HALF_PX * this.scale * (place.id === lit ? LIT_REACH : place.id === selected ? SELECTED_REACH : 1),
      weight: this.liesOver(place.id) ? Infinity : weight + (this.fresh.has(place.id) ? WEIGHT_FRESH : 0),
    };
  }

  /** Of a crowd that arrives at once, all titles over each other would be none. */
  private liesOver(id: string): boolean {
    const { selected, lit } = this.pins.marks();
    return id === selected || id === lit || (id === this.newest && this.fresh.has(id));
  }

  private comesFirst(id: string): boolean {
    const { selected, lit } = this.pins.marks();
    return id === selected || id === lit || this.fresh.has(id);
  }

  /** Widths are measured on a canvas, which costs no layout of the page. */
  private widthOf(title: string): number {
    let width = this.widths.get(title);
    if (width === undefined) {
      width = Math.ceil(this.pen?.measureText(title).width ?? title.length * 8);
      this.widths.set(title, width);
    }
    return width;
  }

  /** Cut by ourselves: a box that clips its text is one more layer for the browser in every frame of a drag. */
  private shortened({ id, title }: MapPlace): string {
    const share = (LONGEST_TITLE_PX * this.scale) / this.widthOf(title);
    if (share >= 1 || this.comesFirst(id)) return title;
    const letters = [...title];
    return `${letters.slice(0, Math.floor(letters.length * share) - 1).join("").trimEnd()}…`;
  }

  /** Asking for styles makes the browser finish its work first: once is enough until sizes change. */
  private readFont(): void {
    if (this.isFontRead) return;
    this.isFontRead = true;
    const style = getComputedStyle(this.pane);
    this.lineHeight = Number.parseFloat(style.fontSize) * 1.5;
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    if (font === this.font) return;
    this.font = font;
    if (this.pen !== null) this.pen.font = this.font;
    this.widths.clear();
  }

  private show(spots: readonly LabelSpot[], corner: Spot): void {
    const wanted = new Set(spots.map((spot) => spot.id));
    for (const id of [...this.shown.keys()]) if (!wanted.has(id)) this.remove(id);
    for (const spot of spots) {
      const label = this.shown.get(spot.id) ?? this.newLabel(spot.id);
      const pin = this.pins.get(spot.id);
      const title = pin === undefined ? "" : this.shortened(pin.place);
      if (label.textContent !== title) label.textContent = title;
      anchor(label, spot, corner);
      label.classList.toggle("map-label-first", this.comesFirst(spot.id));
    }
  }

  private newLabel(id: string): HTMLElement {
    const label = document.createElement("span");
    label.className = "map-label";
    this.shown.set(id, label);
    this.pane.append(label);
    return label;
  }
}

/** Held by the edge next to its pin: a title a little narrower than it was measured keeps its place there. */
function anchor({ style }: HTMLElement, { box, side }: LabelSpot, corner: Spot): void {
  style.top = `${Math.round(box.top + corner.y)}px`;
  // The pane has no width, so its right edge is where its left one is.
  style.left = side === "start" ? "auto" : `${Math.round(box.left + corner.x)}px`;
  style.right = side === "start" ? `${-Math.round(box.right + corner.x)}px` : "auto";
}
