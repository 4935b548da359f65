/** All pins: painted on a canvas, and up to some hundreds of them pressed and reached by keyboard as buttons over it. */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import { anchorOf } from "./geometry";
import { PinButtons, type PlacedPin } from "./pin_buttons";
import { PinCanvas, type Mark } from "./pin_canvas";
import { spotOf, type LeafletMap } from "./spots";
import type { MapPlace } from "./types";

/** With more pins than this, taps are matched to painted pins; with fewer than the second figure buttons return. */
const MOST_BUTTONS = 500;
const BUTTONS_AGAIN = 450;
/** How far from a painted pin's middle a tap still means it. */
const TAP_REACH_PX = 22;
/** At this zoom and farther out pins shrink, so that a whole town of them can be told apart. */
export const FAR_ZOOM = 13;
const FAR_SCALE = 0.75;

export class PinLayer {
  private readonly map: LeafletMap;
  private readonly scale: number;
  private readonly pins = new Map<string, PlacedPin>();
  private readonly canvas: PinCanvas;
  private readonly buttons: PinButtons;
  private readonly marked: Record<Mark, string | null> = { selected: null, lit: null };
  private hasButtons = true;

  constructor(map: LeafletMap, pane: HTMLElement, scale: number) {
    this.map = map;
    this.scale = scale;
    this.canvas = new PinCanvas(map, pane, () => this.scaleNow());
    this.buttons = new PinButtons(map, pane);
  }

  put(place: MapPlace, fresh: boolean): void {
    const pin = { place, position: anchorOf(place.geometry) };
    this.pins.set(place.id, pin);
    this.canvas.put(pin);
    if (this.hasButtons) this.buttons.put(pin);
    if (fresh) this.buttons.arrive(pin);
    this.chooseButtons();
  }

  remove(id: string): void {
    this.pins.delete(id);
    this.canvas.remove(id);
    this.buttons.remove(id);
    this.chooseButtons();
  }

  get(id: string): PlacedPin | undefined {
    return this.pins.get(id);
  }

  all(): Iterable<PlacedPin> {
    return this.pins.values();
  }

  mark(mark: Mark, id: string | null): void {
    this.marked[mark] = id;
    this.canvas.mark(mark, id);
  }

  marks(): Readonly<Record<Mark, string | null>> {
    return this.marked;
  }

  /** The pin's button; undefined on a map with too many for buttons. */
  button(id: string): HTMLButtonElement | undefined {
    return this.buttons.get(id);
  }

  /** Without buttons, the nearest pin within reach of a tap. */
  paintedAt(spot: Spot): string | null {
    if (this.hasButtons) return null;
    let nearest: { id: string; distance: number } | null = null;
    for (const { place, position } of this.pins.values()) {
      const pin = spotOf(this.map, position);
      const distance = Math.hypot(pin.x - spot.x, pin.y - spot.y);
      if (distance > TAP_REACH_PX * this.scale || distance >= (nearest?.distance ?? Infinity)) continue;
      nearest = { id: place.id, distance };
    }
    return nearest?.id ?? null;
  }

  redraw(): void {
    this.canvas.redraw();
    this.buttons.redraw();
  }

  dragged(): void {
    this.canvas.reach();
  }

  follow(centre: LatLngExpression, zoom: number): void {
    this.canvas.follow(centre, zoom);
  }

  recolour(): void {
    this.canvas.recolour();
    this.canvas.redraw();
  }

  private scaleNow(): number {
    return this.map.getZoom() <= FAR_ZOOM ? this.scale * FAR_SCALE : this.scale;
  }

  private chooseButtons(): void {
    const wanted = this.pins.size <= (this.hasButtons ? MOST_BUTTONS : BUTTONS_AGAIN);
    if (wanted === this.hasButtons) return;
    this.hasButtons = wanted;
    if (wanted) for (const pin of this.pins.values()) this.buttons.put(pin);
    else this.buttons.clear();
  }
}
