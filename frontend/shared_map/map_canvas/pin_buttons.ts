/** Pins as buttons in the page: up to some hundreds, each with a name, focus and its own style. */

import type { LatLngExpression } from "leaflet";
import { dressPin, makePin } from "../pins";
import type { Spot } from "./arcs";
import type { Mark, PlacedPin } from "./placed_pin";
import { spotOf, spotsAt, type LeafletMap } from "./spots";

/** The drop and the pulse together take 350 ms. */
const ARRIVAL_MS = 400;

export class PinButtons {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly buttons = new Map<string, { readonly button: HTMLButtonElement; readonly pin: PlacedPin }>();

  constructor(map: LeafletMap, pane: HTMLElement) {
    this.map = map;
    this.pane = pane;
  }

  put(pin: PlacedPin): void {
    const known = this.buttons.get(pin.place.id)?.button;
    const button = known ?? makePin(pin.place);
    if (known) dressPin(known, pin.place);
    stand(button, spotOf(this.map, pin.position));
    this.buttons.set(pin.place.id, { button, pin });
    if (!known) this.pane.append(button);
  }

  remove(id: string): void {
    this.get(id)?.remove();
    this.buttons.delete(id);
  }

  get(id: string): HTMLButtonElement | undefined {
    return this.buttons.get(id)?.button;
  }

  mark(mark: Mark, before: string | null, now: string | null): void {
    if (before !== null) this.get(before)?.classList.remove(`pin-${mark}`);
    if (now !== null) this.get(now)?.classList.add(`pin-${mark}`);
  }

  /** The pin has just come: it drops in and pulses once. */
  arrive(id: string): void {
    const button = this.get(id);
    button?.classList.add("pin-fresh");
    setTimeout(() => button?.classList.remove("pin-fresh"), ARRIVAL_MS);
  }

  /** Put the buttons where they belong at the zoom that the map now has. */
  redraw(): void {
    for (const { button, pin } of this.buttons.values()) stand(button, spotOf(this.map, pin.position));
  }

  follow(centre: LatLngExpression, zoom: number): void {
    const spotThen = spotsAt(this.map, centre, zoom);
    for (const { button, pin } of this.buttons.values()) stand(button, spotThen(pin.position));
  }

  clear(): void {
    for (const { button } of this.buttons.values()) button.remove();
    this.buttons.clear();
  }
}

/**
 * Not by `transform`: each would be a layer's worth of work for the browser in every frame of a drag (23 ms of it
 * for 300 pins on a phone's processor), where absolute places cost nothing.
 */
function stand({ style }: HTMLElement, spot: Spot): void {
  style.left = `${Math.round(spot.x)}px`;
  style.top = `${Math.round(spot.y)}px`;
}
