/** The buttons of pins: clear, each with a name and the keyboard's focus, over the canvas on which pins are painted. */

import { arrivingPin, pinButton, pinName } from "../pins";
import type { Spot } from "./arcs";
import { spotOf, type LeafletMap } from "./spots";
import type { MapPlace, Position } from "./types";

/** A place with the spot on earth at which its pin stands. */
export interface PlacedPin {
  readonly place: MapPlace;
  readonly position: Position;
}

/** The drop and the pulse together take 350 ms. */
const ARRIVAL_MS = 400;

export class PinButtons {
  private readonly map: LeafletMap;
  private readonly pane: HTMLElement;
  private readonly buttons = new Map<string, { readonly button: HTMLButtonElement; pin: PlacedPin }>();

  constructor(map: LeafletMap, pane: HTMLElement) {
    this.map = map;
    this.pane = pane;
  }

  put(pin: PlacedPin): void {
    const known = this.buttons.get(pin.place.id);
    const button = known?.button ?? pinButton(pin.place);
    if (known) button.setAttribute("aria-label", pinName(pin.place));
    stand(button, spotOf(this.map, pin.position));
    this.buttons.set(pin.place.id, { button, pin });
    if (!known) this.pane.append(button);
  }

  remove(id: string): void {
    this.buttons.get(id)?.button.remove();
    this.buttons.delete(id);
  }

  get(id: string): HTMLButtonElement | undefined {
    return this.buttons.get(id)?.button;
  }

  /** Put the buttons where they belong at the zoom that the map now has. */
  redraw(): void {
    for (const { button, pin } of this.buttons.values()) stand(button, spotOf(this.map, pin.position));
  }

  /** A picture of the pin drops in over its place. */
  arrive(pin: PlacedPin): void {
    const picture = arrivingPin(pin.place);
    stand(picture, spotOf(this.map, pin.position));
    this.pane.append(picture);
    setTimeout(() => picture.remove(), ARRIVAL_MS);
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
function stand(element: HTMLElement, spot: Spot): void {
  element.style.left = `${Math.round(spot.x)}px`;
  element.style.top = `${Math.round(spot.y)}px`;
}
