/** Asks the server for figures that the projector is not sent, now and then, while they are wanted. */

import type { Json } from "../../sync/protocol";
import { sameJson } from "../../sync/same_json";
import type { Clock, Timer } from "../../sync/surroundings";

/** Milliseconds between two questions: soon enough for a hall to see its figure grow. */
export const ASK_EVERY = 2500;

export class Asking<Told> {
  private readonly clock: Clock;
  private readonly ask: () => Promise<Told>;
  private readonly nothing: Told;
  private readonly tell: () => void;
  private timer: Timer | null = null;
  private isWatching = false;
  private latest: Told;

  /** `nothing` stands while nobody asks; `tell` is called when the figures are others. */
  constructor(clock: Clock, ask: () => Promise<Told>, nothing: Told, tell: () => void) {
    this.clock = clock;
    this.ask = ask;
    this.nothing = nothing;
    this.tell = tell;
    this.latest = nothing;
  }

  get counts(): Told {
    return this.latest;
  }

  /** Ask on while the figures are wanted. */
  watch(isWanted: boolean): void {
    if (isWanted === this.isWatching) return;
    this.isWatching = isWanted;
    this.timer?.cancel();
    if (isWanted) void this.askOnce();
    else this.become(this.nothing);
  }

  private async askOnce(): Promise<void> {
    try {
      const told = await this.ask();
      if (this.isWatching) this.become(told);
    } catch {
      // The last figure stays: the light beside it says that the line is down.
    }
    this.timer?.cancel();
    if (this.isWatching) this.timer = this.clock.later(ASK_EVERY, () => void this.askOnce());
  }

  private become(told: Told): void {
    const isOther = !sameJson(told as unknown as Json, this.latest as unknown as Json);
    this.latest = told;
    if (isOther) this.tell();
  }
}
