/**
 * Pins as buttons in the page: up to some hundreds, each with a name, focus and its own style.
 *
 * Those far out of view are not displayed: every one that is costs a phone a little in each frame of a drag.
 */

import type { Bounds, LatLngExpression, Point } from "leaflet";
import { dressPin, makePin } from "../pins";
import type { Spot } from "./arcs";
import { bounds } from "./library";
import type { Mark, PlacedPin } from "./placed_pin";
import { spotOf, spotsAt, type LeafletMap } from "./spots";

/** The drop and the pulse together take 350 ms. */
const ARRIVAL_MS = 400;

/** How far around the view pins are displayed, as a share of it on each side. */
const MARGIN = 0.35;

export class PinButtons {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly buttons = new Map<string, { readonly button: HTMLButtonElement; readonly pin: PlacedPin }>();

  /** The ground, in pixels of the map's layers, whose pins are displayed. */
  private displayed: Bounds | null = null;

  constructor(map: LeafletMap, pane: HTMLElement) {
    this.map = map;
    this.pane = pane;
  }

  put(pin: PlacedPin): void {
    const known = this.buttons.get(pin.place.id)?.button;
    const button = known ?? makePin(pin.place);
    if (known) dressPin(known, pin.place);
    this.buttons.set(pin.place.id, { button, pin });
    this.stand(button, spotOf(this.map, pin.position));
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
    this.displayed = this.around();
    for (const { button, pin } of this.buttons.values()) this.stand(button, spotOf(this.map, pin.position));
  }

  /** During a drag: display others once the view leaves the ground whose pins are displayed. */
  reach(): void {
    if (this.displayed === null || !this.displayed.contains(this.view())) this.redraw();
  }

  /** Display a pin wherever it stands, so that it can take the focus. */
  display(id: string): void {
    const button = this.get(id);
    if (button) button.style.display = "";
  }

  follow(centre: LatLngExpression, zoom: number): void {
    const spotThen = spotsAt(this.map, centre, zoom);
    for (const { button, pin } of this.buttons.values()) place(button, spotThen(pin.position));
  }

  clear(): void {
    for (const { button } of this.buttons.values()) button.remove();
    this.buttons.clear();
  }

  private view(): Bounds {
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    return bounds(corner, corner.add(this.map.getSize()));
  }

  private around(): Bounds {
    const view = this.view();
    const margin = view.getSize().multiplyBy(MARGIN);
    return bounds((view.min as Point).subtract(margin), (view.max as Point).add(margin));
  }

  private stand(button: HTMLButtonElement, spot: Spot): void {
    this.displayed ??= this.around();
    place(button, spot);
    const display = this.displayed.contains([spot.x, spot.y]) ? "" : "none";
    if (button.style.display !== display) button.style.display = display;
  }
}

/**
 * Not by `transform`: each would be a layer's worth of work for the browser in every frame of a drag (23 ms of it
 * for 300 pins on a phone's processor), where absolute places cost nothing.
 */
function place({ style }: HTMLElement, spot: Spot): void {
  style.left = `${Math.round(spot.x)}px`;
  style.top = `${Math.round(spot.y)}px`;
}
