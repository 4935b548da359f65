/** All pins: which way they are drawn, which is selected or lit, and which one lies under a finger. */

import type { LatLngExpression } from "leaflet";
import type { Spot } from "./arcs";
import { CanvasPins } from "./canvas_pins";
import { DomPins } from "./dom_pins";
import { anchorOf } from "./geometry";
import type { PlacedPin } from "./placed_pin";
import { spotOf, type LeafletMap } from "./spots";
import type { MapPlace } from "./types";

/** With more pins than this they are painted on a canvas; with fewer than the second figure they return to the page. */
const MOST_BUTTONS = 500;
const BUTTONS_AGAIN = 450;
/** How far from a painted pin's middle a tap still means it. */
const TAP_REACH_PX = 22;

export class PinLayer {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly scale: number;
  private readonly pins = new Map<string, PlacedPin>();
  private drawn: DomPins | CanvasPins;
  private readonly marked: { selected: string | null; lit: string | null } = { selected: null, lit: null };

  constructor(map: LeafletMap, pane: HTMLElement, scale: number) {
    this.map = map;
    this.pane = pane;
    this.scale = scale;
    this.drawn = new DomPins(map, pane);
  }

  put(place: MapPlace, fresh: boolean): void {
    const pin = { place, position: anchorOf(place.geometry) };
    this.pins.set(place.id, pin);
    if (this.chooseDrawing()) return;
    this.drawn.put(pin, fresh);
  }

  remove(id: string): void {
    this.pins.delete(id);
    this.drawn.remove(id);
    this.chooseDrawing();
  }

  get(id: string): PlacedPin | undefined {
    return this.pins.get(id);
  }

  all(): Iterable<PlacedPin> {
    return this.pins.values();
  }

  /** Move a mark, of which there is one, to another pin or to none. */
  mark(mark: "selected" | "lit", id: string | null): void {
    const before = this.marked[mark];
    this.marked[mark] = id;
    if (before !== null) this.drawn.mark(before, mark, false);
    if (id !== null) this.drawn.mark(id, mark, true);
  }

  marks(): Readonly<{ selected: string | null; lit: string | null }> {
    return this.marked;
  }

  /** The pin's button; undefined where pins are painted. */
  button(id: string): HTMLButtonElement | undefined {
    return this.drawn instanceof DomPins ? this.drawn.button(id) : undefined;
  }

  /** Of painted pins, the nearest within reach of a tap. Buttons take their taps themselves. */
  paintedAt(spot: Spot): string | null {
    if (this.drawn instanceof DomPins) return null;
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
    this.drawn.redraw();
  }

  /** A drag has ended: a canvas has to reach further; buttons have moved along. */
  panned(): void {
    if (this.drawn instanceof CanvasPins) this.drawn.redraw();
  }

  follow(centre: LatLngExpression, zoom: number): void {
    this.drawn.follow(centre, zoom);
  }

  recolour(): void {
    this.drawn.recolour();
  }

  /** Change the way of drawing where the number of pins asks for it; true if everything was drawn anew. */
  private chooseDrawing(): boolean {
    const painted = this.drawn instanceof CanvasPins;
    const paint = this.pins.size > (painted ? BUTTONS_AGAIN : MOST_BUTTONS);
    if (paint === painted) return false;
    this.drawn.clear();
    this.drawn = paint ? new CanvasPins(this.map, this.pane, this.scale) : new DomPins(this.map, this.pane);
    for (const pin of this.pins.values()) this.drawn.put(pin, false);
    for (const mark of ["selected", "lit"] as const) this.mark(mark, this.marked[mark]);
    return true;
  }
}
