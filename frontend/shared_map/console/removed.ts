/** What anybody took off the map: the server is asked when the sheet opens, as removed things are told to no page. */

import { fill } from "../../components/words";
import type { RecordsView } from "../../sync/records";
import { REMOVED } from "./words";

/** A place or a connection that can be put back. */
export interface RemovedThing {
  readonly id: string;
  readonly kind: "place" | "connection";
  /** A place's own; of a connection, those of the two places that it joins. */
  readonly titles: readonly string[];
  /** What the room calls whoever took it off; null for those who lead. */
  readonly by: string | null;
  /** When, as an ISO time. */
  readonly at: string;
}

export type AskRemoved = () => Promise<readonly RemovedThing[]>;

export class Removed {
  /** The last taken off first; null until the server has answered. */
  things: readonly RemovedThing[] | null = null;
  /** Whether the server did not answer the last question. */
  hasFailed = false;
  private readonly ask: AskRemoved;
  private readonly tell: () => void;
  private question = 0;

  /** @param tell is called when there is something else to show. */
  constructor(ask: AskRemoved, tell: () => void) {
    this.ask = ask;
    this.tell = tell;
  }

  /** Ask anew. Where several questions are under way, the last answer stands. */
  async look(): Promise<void> {
    const question = (this.question += 1);
    this.hasFailed = false;
    try {
      const things = await this.ask();
      if (question !== this.question) return;
      this.things = things;
    } catch {
      if (question !== this.question) return;
      this.hasFailed = true;
    }
    this.tell();
  }

  /** While the list is looked at, what comes back leaves it, and what else was taken off joins it. */
  follow(changed: ReadonlySet<string>, records: RecordsView, isLookedAt: boolean): void {
    if (!isLookedAt) return;
    const { things } = this;
    this.things = things?.filter(({ id }) => !changed.has(id) || records.get(id) === undefined) ?? null;
    // What comes back may bring back what a connection in the list, or not yet in it, stands on.
    const isOther = [...changed].some((id) => records.get(id) === undefined) || this.things?.length !== things?.length;
    if (isOther) void this.look();
  }
}

/** What a removed thing is called in a sentence. */
export function removedTitle({ titles: [start = "", end] }: RemovedThing): string {
  return end === undefined ? start : fill(REMOVED.line, { start, end });
}

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askRemoved(api: string, query: string): Promise<readonly RemovedThing[]> {
  const answer = await fetch(`${api}/removed?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as readonly RemovedThing[];
}
