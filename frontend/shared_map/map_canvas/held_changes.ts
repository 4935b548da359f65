/**
 * Changes that arrive while the map moves are applied a few times a second, together; many at once, some in each frame.
 *
 * Each change costs a slow phone a frame's worth of drawing: with ten a second one in six frames of a drag would be late.
 * A finger on the map does not miss a pin for 300 ms. A thousand at once, when a round is shown, would be a quarter of a
 * second in which nothing moves: so they come as a shower, as fast as this device can draw them between its frames.
 */

import type { LeafletMap } from "./spots";

const HELD_MS = 300;

/** Milliseconds of a frame that a shower may take by the device's own clock: half of what a screen of 60 frames a second has. */
export const SLICE_MS = 8;

/** Changes that are still applied all at once: so many places are one frame's wait when a page begins, and a shower would be four. */
export const AT_ONCE = 400;

export class HeldChanges<Change> {
  private readonly apply: (changes: readonly Change[]) => void;
  private readonly now: () => number;
  private held: Change[] = [];
  /** How many of those are applied already. */
  private past = 0;
  /** What waits until all that is held now is applied. */
  private afterwards: (() => void)[] = [];
  private moving = false;
  /** Whether what is held comes frame by frame until all of it is there. */
  private isShower = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;

  /**
   * @param map whose moves make changes wait.
   * @param apply draws some changes, in their order.
   * @param now milliseconds of a clock that only goes forward.
   */
  constructor(map: LeafletMap, apply: (changes: readonly Change[]) => void, now: () => number = () => performance.now()) {
    this.apply = apply;
    this.now = now;
    map.on("movestart", () => (this.moving = true));
    map.on("moveend", () => {
      this.moving = false;
      this.go();
    });
  }

  /** How many changes are still to be applied. */
  get waiting(): number {
    return this.held.length - this.past;
  }

  take(changes: readonly Change[]): void {
    this.held.push(...changes);
    if (this.moving) this.timer ??= setTimeout(() => this.go(), HELD_MS);
    else this.go();
  }

  /** Do something once all that is held is applied: at once, where nothing is. */
  after(job: () => void): void {
    if (this.waiting === 0) job();
    else this.afterwards.push(job);
  }

  /** Apply now what is held: before anything that speaks of a place. */
  flush(): void {
    this.rest();
    if (this.waiting > 0) this.applySome(this.waiting);
  }

  destroy(): void {
    this.rest();
  }

  /** Apply what is held; where that is much, from the next frame on: reading it has taken time enough of this one. */
  private go(): void {
    if (this.frame !== undefined) return;
    this.rest();
    if (this.waiting === 0) return;
    this.isShower ||= this.waiting > AT_ONCE;
    if (this.isShower) this.nextFrame();
    else this.applySome(this.waiting);
  }

  private nextFrame(): void {
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      const end = this.now() + SLICE_MS;
      // One by one: the first of a kind has its picture drawn, which takes as long as stamping a hundred.
      do this.applySome(1);
      while (this.waiting > 0 && this.now() < end);
      if (this.waiting > 0) this.nextFrame();
    });
  }

  private applySome(most: number): void {
    const changes = this.held.slice(this.past, this.past + most);
    this.past += changes.length;
    this.apply(changes);
    if (this.waiting > 0) return;
    this.held = [];
    this.past = 0;
    this.isShower = false;
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
