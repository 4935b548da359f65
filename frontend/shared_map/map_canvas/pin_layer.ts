/** All pins: as buttons while there are some hundreds, painted on a canvas beyond that. */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import { anchorOf } from "./geometry";
import { PinButtons } from "./pin_buttons";
import { PinCanvas } from "./pin_canvas";
import type { Mark, PlacedPin } from "./placed_pin";
import { spotOf, type LeafletMap } from "./spots";
import type { MapPlace } from "./types";

/** With more pins than this they are painted; with fewer than the second figure they are buttons again. */
const MOST_BUTTONS = 500;
const BUTTONS_AGAIN = 450;
/** How far from a painted pin's middle a tap still means it. */
const TAP_REACH_PX = 22;
/** At this zoom and farther out pins shrink, so that a whole town of them can be told apart. */
export const FAR_ZOOM = 13;
const FAR_SCALE = 0.75;

export class PinLayer {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly scale: number;
  private readonly pins = new Map<string, PlacedPin>();
  private readonly buttons: PinButtons;
  /** Null while all pins are buttons. */
  private canvas: PinCanvas | null = null;
  private coming = 0;
  private readonly marked: Record<Mark, string | null> = { selected: null, lit: null };

  constructor(map: LeafletMap, pane: HTMLElement, scale: number) {
    this.map = map;
    this.pane = pane;
    this.scale = scale;
    this.buttons = new PinButtons(map, pane);
  }

  /** So many more new pins are on their way: where that makes too many for buttons, none is made that would be taken away again. */
  expect(more: number): void {
    this.coming += more;
  }

  /** All that were on their way are there, or were taken back meanwhile. */
  expectNone(): void {
    this.coming = 0;
    this.changeWay();
  }

  put(place: MapPlace, fresh: boolean): void {
    if (!this.pins.has(place.id)) this.coming = Math.max(0, this.coming - 1);
    const pin = { place, position: anchorOf(place.geometry) };
    this.pins.set(place.id, pin);
    if (this.changeWay()) return;
    (this.canvas ?? this.buttons).put(pin);
    if (fresh) this.buttons.arrive(place.id);
  }

  remove(id: string): void {
    this.pins.delete(id);
    (this.canvas ?? this.buttons).remove(id);
    this.changeWay();
  }

  get(id: string): PlacedPin | undefined {
    return this.pins.get(id);
  }

  all(): Iterable<PlacedPin> {
    return this.pins.values();
  }

  /** Move a mark to another pin or to none. */
  mark(mark: Mark, id: string | null): void {
    this.buttons.mark(mark, this.marked[mark], id);
    this.canvas?.mark(mark, id);
    this.marked[mark] = id;
  }

  marks(): Readonly<Record<Mark, string | null>> {
    return this.marked;
  }

  /** The pin's button, ready to take the focus; undefined where pins are painted. */
  button(id: string): HTMLButtonElement | undefined {
    this.buttons.display(id);
    return this.buttons.get(id);
  }

  /** Of painted pins, the nearest within reach of a tap. Buttons take their taps themselves. */
  paintedAt(spot: Spot): string | null {
    if (this.canvas === null) return null;
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
    (this.canvas ?? this.buttons).redraw();
  }

  dragged(): void {
    (this.canvas ?? this.buttons).reach();
  }

  follow(centre: LatLngExpression, zoom: number): void {
    (this.canvas ?? this.buttons).follow(centre, zoom);
  }

  recolour(): void {
    this.canvas?.recolour();
    this.canvas?.redraw();
  }

  private scaleNow(): number {
    return this.map.getZoom() <= FAR_ZOOM ? this.scale * FAR_SCALE : this.scale;
  }

  /** Paint pins, or make them buttons again, where their number asks for it; true if all were drawn anew. */
  private changeWay(): boolean {
    const paint = this.pins.size + this.coming > (this.canvas === null ? MOST_BUTTONS : BUTTONS_AGAIN);
    if (paint === (this.canvas !== null)) return false;
    this.buttons.clear();
    this.canvas?.destroy();
    this.canvas = paint ? new PinCanvas(this.map, this.pane, () => this.scaleNow()) : null;
    for (const pin of this.pins.values()) (this.canvas ?? this.buttons).put(pin);
    for (const mark of ["selected", "lit"] as const) this.mark(mark, this.marked[mark]);
    return true;
  }
}
