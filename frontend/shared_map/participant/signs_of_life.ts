/** Tells the room whether somebody is at this phone: a sign within two minutes, on a page that is in view. */

import type { PresenceUpdate } from "../../sync/protocol";
import type { Clock, Timer } from "../../sync/surroundings";

/** Milliseconds without a sign after which a person counts as idle. */
export const IDLE_AFTER = 120_000;

const SIGNS = ["pointerdown", "keydown", "input", "wheel", "scroll"] as const;

type State = NonNullable<PresenceUpdate["state"]>;

export class SignsOfLife {
  private readonly page: Document;
  private readonly clock: Clock;
  private readonly tell: (state: State) => void;
  private state: State = "active";
  private seenAt: number;
  private timer: Timer | null = null;

  /** `tell` hears only what is other than before; a page begins as active. */
  constructor(page: Document, clock: Clock, tell: (state: State) => void, leave?: AbortSignal) {
    this.page = page;
    this.clock = clock;
    this.tell = tell;
    this.seenAt = clock.now();
    const options = { capture: true, passive: true, ...(leave && { signal: leave }) };
    for (const sign of SIGNS) page.addEventListener(sign, () => this.seen(), options);
    page.addEventListener("visibilitychange", () => (page.hidden ? this.become("idle") : this.seen()), options);
    leave?.addEventListener("abort", () => this.timer?.cancel());
    this.wait();
  }

  /** Fingers move a map sixty times a second: a sign costs no more than the writing down of when it was. */
  private seen(): void {
    this.seenAt = this.clock.now();
    this.become("active");
  }

  private wait(): void {
    this.timer = this.clock.later(Math.max(1_000, this.seenAt + IDLE_AFTER - this.clock.now()), () => {
      if (this.clock.now() - this.seenAt >= IDLE_AFTER) this.become("idle");
      else this.wait();
    });
  }

  private become(state: State): void {
    if (state === this.state) return;
    this.state = state;
    this.tell(state);
    if (state === "active" && !this.page.hidden) this.wait();
  }
}
