/**
 * Changes that arrive while the map moves are applied a few times a second, together.
 *
 * Each change costs a slow phone a frame's worth of drawing: with ten a second one in six frames of a drag would be late.
 * A finger on the map does not miss a pin for 300 ms.
 */

import type { LeafletMap } from "./spots";

const HELD_MS = 300;

export class HeldChanges<Change> {
  private readonly apply: (changes: readonly Change[]) => void;
  private held: Change[] = [];
  private moving = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(map: LeafletMap, apply: (changes: readonly Change[]) => void) {
    this.apply = apply;
    map.on("movestart", () => (this.moving = true));
    map.on("moveend", () => {
      this.moving = false;
      this.flush();
    });
  }

  take(changes: readonly Change[]): void {
    this.held.push(...changes);
    if (!this.moving) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), HELD_MS);
  }

  /** Apply now what is held: before anything that speaks of a place. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.held.length === 0) return;
    const changes = this.held;
    this.held = [];
    this.apply(changes);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }
}
