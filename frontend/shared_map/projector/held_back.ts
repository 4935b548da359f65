/** How much of a blind round waits to be shown: the projector is sent nothing of it, so it asks, now and then. */

import type { Clock, Timer } from "../../sync/surroundings";

export interface HeldBack {
  readonly places: number;
  readonly connections: number;
}

export const NOTHING_HELD_BACK: HeldBack = { places: 0, connections: 0 };

/** Milliseconds between two questions: soon enough for a hall to see its figure grow. */
export const ASK_EVERY = 2500;

export class HeldBackWatch {
  private readonly clock: Clock;
  private readonly ask: () => Promise<HeldBack>;
  private readonly tell: () => void;
  private timer: Timer | null = null;
  private isWatching = false;
  private latest = NOTHING_HELD_BACK;

  constructor(clock: Clock, ask: () => Promise<HeldBack>, tell: () => void) {
    this.clock = clock;
    this.ask = ask;
    this.tell = tell;
  }

  get counts(): HeldBack {
    return this.latest;
  }

  /** Ask on while a round hides what is placed; otherwise nothing waits. */
  watch(isHiding: boolean): void {
    if (isHiding === this.isWatching) return;
    this.isWatching = isHiding;
    this.timer?.cancel();
    if (isHiding) void this.askOnce();
    else this.become(NOTHING_HELD_BACK);
  }

  private async askOnce(): Promise<void> {
    try {
      const counts = await this.ask();
      if (this.isWatching) this.become(counts);
    } catch {
      // The last figure stays: the light beside it says that the line is down.
    }
    this.timer?.cancel();
    if (this.isWatching) this.timer = this.clock.later(ASK_EVERY, () => void this.askOnce());
  }

  private become(counts: HeldBack): void {
    const { places, connections } = this.latest;
    this.latest = counts;
    if (places !== counts.places || connections !== counts.connections) this.tell();
  }
}

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askHeldBack(api: string, query: string): Promise<HeldBack> {
  const answer = await fetch(`${api}/held-back?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const { places, connections } = (await answer.json()) as HeldBack;
  return { places: Number(places), connections: Number(connections) };
}
