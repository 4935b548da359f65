/** Places that may be the same: the server compares them, and the console asks now and then while places change. */

import type { Clock } from "../../sync/surroundings";

export interface SuggestedPair {
  readonly one: string;
  readonly other: string;
  readonly metres: number;
  /** Of their titles, from 0 to 1. */
  readonly likeness: number;
}

/** Milliseconds from a change until the server is asked: what comes in that time is one question. */
export const ASK_AFTER = 4_000;

export class PairsWatch {
  /** The likeliest first. */
  pairs: readonly SuggestedPair[] = [];
  private readonly clock: Pick<Clock, "later">;
  private readonly ask: () => Promise<readonly SuggestedPair[]>;
  private readonly tell: () => void;
  private isAsking = false;

  /** @param tell is called when the answer came. */
  constructor(clock: Pick<Clock, "later">, ask: () => Promise<readonly SuggestedPair[]>, tell: () => void) {
    this.clock = clock;
    this.ask = ask;
    this.tell = tell;
  }

  /** Places have changed. */
  changed(): void {
    if (this.isAsking) return;
    this.isAsking = true;
    this.clock.later(ASK_AFTER, () => void this.askNow());
  }

  /** What the facilitator has decided is not suggested until the server has answered again. */
  drop(...ids: readonly string[]): void {
    this.pairs = this.pairs.filter(({ one, other }) => !(ids.includes(one) && ids.includes(other)));
  }

  /** The pairs that a place is one of. */
  of(place: string): readonly string[] {
    return this.pairs.flatMap(({ one, other }) => (one === place ? [other] : other === place ? [one] : []));
  }

  private async askNow(): Promise<void> {
    try {
      this.pairs = await this.ask();
      this.tell();
    } catch {
      // Suggestions may be missing for a while: the next change asks again.
    } finally {
      this.isAsking = false;
    }
  }
}

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askPairs(api: string, query: string): Promise<readonly SuggestedPair[]> {
  const answer = await fetch(`${api}/duplicates?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as readonly SuggestedPair[];
}
