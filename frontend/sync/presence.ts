/** Tells the room where this page is: the latest only, not too often, and again on each new line. Nothing of it is kept. */

import type { PresenceUpdate } from "./protocol";
import type { Clock, Timer } from "./surroundings";

/** Milliseconds between two tellings: ten a second look like following. */
export const TELL_EVERY = 100;

export class OwnPresence {
  private readonly clock: Clock;
  private readonly send: (message: PresenceUpdate) => void;
  private latest: PresenceUpdate | null = null;
  private isDue = false;
  private pause: Timer | null = null;

  constructor(clock: Clock, send: (message: PresenceUpdate) => void) {
    this.clock = clock;
    this.send = send;
  }

  tell(update: Omit<PresenceUpdate, "type">): void {
    this.latest = { type: "presence", ...update };
    this.isDue = true;
    if (this.pause === null) this.sendNow();
  }

  /** A new line knows nothing of this page yet. */
  again(): void {
    this.isDue = this.latest !== null;
    if (this.pause === null) this.sendNow();
  }

  stop(): void {
    this.pause?.cancel();
  }

  private sendNow(): void {
    this.pause = null;
    if (!this.isDue || this.latest === null) return;
    this.isDue = false;
    this.send(this.latest);
    this.pause = this.clock.later(TELL_EVERY, () => this.sendNow());
  }
}
