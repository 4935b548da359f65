/**
 * Changes that arrive while the map moves are applied a few times a second, together; many at once, some in each frame.
 *
 * Each change costs a slow phone a frame's worth of drawing: with ten a second one in six frames of a drag would be late.
 * A finger on the map does not miss a pin for 300 ms. A thousand at once, when a round is shown, would be a quarter of a
 * second in which nothing moves: so they come as a shower.
 */

import type { LeafletMap } from "./spots";

const HELD_MS = 300;

/** Changes applied in one frame: on a phone six times slower than a laptop, a hundredth of a second or two. */
export const IN_ONE_FRAME = 80;

/** Changes that are still applied all at once: so many places are one frame's wait when a page begins, and a shower would be four. */
export const AT_ONCE = 400;

export class HeldChanges<Change> {
  private readonly apply: (changes: readonly Change[]) => void;
  private held: Change[] = [];
  /** What waits until all that is held now is applied. */
  private afterwards: (() => void)[] = [];
  private moving = false;
  /** Whether what is held comes frame by frame until all of it is there. */
  private isShower = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;

  constructor(map: LeafletMap, apply: (changes: readonly Change[]) => void) {
    this.apply = apply;
    map.on("movestart", () => (this.moving = true));
    map.on("moveend", () => {
      this.moving = false;
      this.go();
    });
  }

  /** How many changes are still to be applied. */
  get waiting(): number {
    return this.held.length;
  }

  take(changes: readonly Change[]): void {
    this.held.push(...changes);
    if (this.moving) this.timer ??= setTimeout(() => this.go(), HELD_MS);
    else this.go();
  }

  /** Do something once all that is held is applied: at once, where nothing is. */
  after(job: () => void): void {
    if (this.held.length === 0) job();
    else this.afterwards.push(job);
  }

  /** Apply now what is held: before anything that speaks of a place. */
  flush(): void {
    this.rest();
    if (this.held.length > 0) this.applySome(this.held.length);
  }

  destroy(): void {
    this.rest();
  }

  /** Apply what one frame has room for, and the others in the frames that follow. */
  private go(): void {
    if (this.frame !== undefined) return;
    this.rest();
    if (this.held.length === 0) return;
    this.applySome(this.isShower || this.held.length > AT_ONCE ? IN_ONE_FRAME : this.held.length);
    this.isShower = this.held.length > 0;
    if (this.held.length > 0) this.frame = requestAnimationFrame(() => this.goOn());
  }

  private goOn(): void {
    this.frame = undefined;
    this.go();
  }

  private applySome(most: number): void {
    const changes = this.held;
    this.held = changes.slice(most);
    this.apply(changes.slice(0, most));
    if (this.held.length > 0) return;
    const jobs = this.afterwards;
    this.afterwards = [];
    for (const job of jobs) job();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }
}
