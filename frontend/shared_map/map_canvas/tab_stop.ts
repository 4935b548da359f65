/**
 * Of hundreds of pins one is in the order of the Tab key: the one nearest the middle of the view, or the one last
 * visited. From there the arrow keys lead to the others.
 */

import type { Spot } from "./arcs";
import type { PinLayer } from "./pin_layer";
import { spotOf, type LeafletMap } from "./spots";

const SETTLE_MS = 500;

export class TabStop {
  private readonly map: LeafletMap;
  private readonly pins: PinLayer;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stop: HTMLButtonElement | undefined;

  constructor(map: LeafletMap, pins: PinLayer) {
    this.map = map;
    this.pins = pins;
  }

  /** Settle within half a second: before anyone presses Tab, and not for every one of ten changes a second. */
  settleSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.settle();
    }, SETTLE_MS);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  /** Give the place to the pin nearest the middle, unless a person is among the pins just now. */
  private settle(): void {
    if (this.stop !== undefined && document.activeElement === this.stop) return;
    const { x: width, y: height } = this.map.getSize();
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    let nearest: { id: string; distance: number } | null = null;
    for (const [id, spot] of this.spots()) {
      const distance = Math.hypot(spot.x - corner.x - width / 2, spot.y - corner.y - height / 2);
      if (distance < (nearest?.distance ?? Math.min(width, height) / 2)) nearest = { id, distance };
    }
    this.giveTo(nearest === null ? undefined : this.pins.button(nearest.id));
  }

  /** Move the keyboard's focus to a pin, and the map so far that it is seen. False where pins are painted. */
  focus(id: string): boolean {
    const button = this.pins.button(id);
    const pin = this.pins.get(id);
    if (button === undefined || pin === undefined) return false;
    this.giveTo(button);
    // The browser would scroll the map's element to the pin, and the map with its crosshair would stand askew.
    button.focus({ preventScroll: true });
    this.map.panInside([pin.position[1], pin.position[0]], { padding: [48, 48] });
    return true;
  }

  *spots(): Iterable<readonly [string, Spot]> {
    for (const pin of this.pins.all()) yield [pin.place.id, spotOf(this.map, pin.position)];
  }

  private giveTo(button: HTMLButtonElement | undefined): void {
    if (this.stop === button) return;
    if (this.stop) this.stop.tabIndex = -1;
    if (button) button.tabIndex = 0;
    this.stop = button;
  }
}
