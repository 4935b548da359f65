/** Pins as buttons in the page: up to some hundreds, each with a name, focus and its own style. */

import type { LatLngExpression } from "leaflet";
import { dressPin, makePin } from "../pins";
import type { Spot } from "./arcs";
import type { Pins, PlacedPin } from "./placed_pin";
import { spotOf, spotsAt, type LeafletMap } from "./spots";

export class DomPins implements Pins {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly places = new Map<string, PlacedPin>();

  constructor(map: LeafletMap, pane: HTMLElement) {
    this.map = map;
    this.pane = pane;
  }

  put(pin: PlacedPin, fresh: boolean): void {
    const known = this.buttons.get(pin.place.id);
    this.places.set(pin.place.id, pin);
    const button = known ?? makePin(pin.place);
    if (known) dressPin(known, pin.place);
    this.stand(button, spotOf(this.map, pin.position));
    if (fresh) button.classList.add("pin-fresh");
    if (known) return;
    this.buttons.set(pin.place.id, button);
    this.pane.append(button);
  }

  remove(id: string): void {
    this.buttons.get(id)?.remove();
    this.buttons.delete(id);
    this.places.delete(id);
  }

  mark(id: string, mark: "selected" | "lit", on: boolean): void {
    this.buttons.get(id)?.classList.toggle(`pin-${mark}`, on);
  }

  /** Put the pins where they belong at the zoom that the map now has. */
  redraw(): void {
    for (const [id, pin] of this.places) this.standById(id, spotOf(this.map, pin.position));
  }

  follow(centre: LatLngExpression, zoom: number): void {
    const spotThen = spotsAt(this.map, centre, zoom);
    for (const [id, pin] of this.places) this.standById(id, spotThen(pin.position));
  }

  recolour(): void {
    // Style sheets recolour buttons by themselves.
  }

  /** The pin's button, for focus. */
  button(id: string): HTMLButtonElement | undefined {
    return this.buttons.get(id);
  }

  clear(): void {
    this.pane.replaceChildren();
    this.buttons.clear();
    this.places.clear();
  }

  private standById(id: string, spot: Spot): void {
    const button = this.buttons.get(id);
    if (button) this.stand(button, spot);
  }

  /** A flat translation, not `translate3d`: three hundred layers of their own would starve a small phone's memory. */
  private stand(button: HTMLButtonElement, spot: Spot): void {
    button.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
  }
}
