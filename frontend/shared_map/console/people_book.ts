/**
 * Who is at their phone, who is away from it, who has gone, and who has added nothing in this stage: a hint for the
 * facilitator's eyes, kept on this page while it is open and nowhere else. Who ever joined the server knows, beside the log.
 */

import type { PresenceMessage, Present, WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import type { Workshop } from "../../workshop/workshop_record";

export interface Gathered {
  readonly active: readonly Present[];
  readonly idle: readonly Present[];
  /** Those who joined, at whatever time, and are not here. */
  readonly gone: readonly Present[];
  readonly quiet: readonly Present[];
}

const CONTRIBUTIONS: ReadonlySet<string> = new Set(["asset", "meeting_place", "connection"]);
const REFLECTION = "reflection";

/** Somebody who joined, whether they are here or not. */
export interface Joined {
  readonly person: string;
  readonly name: string;
}

export type AskJoined = () => Promise<readonly Joined[]>;

export class PeopleBook {
  private readonly ask: AskJoined;
  private readonly tell: () => void;
  /** Who joined, as the server said last, and who was here since. */
  private known = new Map<string, Joined>();
  /** When each person added something last, in milliseconds since 1970. */
  private readonly added = new Map<string, number>();
  private readonly reflected = new Set<string>();

  /**
   * @param ask the server who ever joined.
   * @param tell is called when the answer is there.
   */
  constructor(ask: AskJoined = async () => [], tell: () => void = () => undefined) {
    this.ask = ask;
    this.tell = tell;
  }

  /** Look up who ever joined. Where the server does not answer, those seen on this page are known all the same. */
  async look(): Promise<void> {
    try {
      const joined = await this.ask();
      // Whoever was removed is in the answer no more.
      this.known = new Map(joined.map((each) => [each.person, each]));
    } catch {
      return;
    }
    this.tell();
  }

  follow(changed: Iterable<string>, records: RecordsView): void {
    for (const id of changed) {
      const record = records.get(id);
      if (record !== undefined && record.author !== null) this.take(record, record.author);
    }
  }

  gather(presence: PresenceMessage | null, workshop: Workshop | null): Gathered {
    const here = presence?.people ?? [];
    for (const each of here) this.known.set(each.person, each);
    const present = new Set(here.map(({ person }) => person));
    return {
      active: here.filter(({ state }) => state === "active"),
      idle: here.filter(({ state }) => state === "idle"),
      gone: presence === null ? [] : [...this.known.values()].filter(({ person }) => !present.has(person)).map(asGone),
      quiet: workshop?.life === "open" ? here.filter(({ person }) => this.isQuiet(person, workshop)) : [],
    };
  }

  private isQuiet(person: string, { stage, stageSince }: Workshop): boolean {
    if (stage === "reflect") return !this.reflected.has(person);
    if (stage !== "places" && stage !== "connections") return false;
    return (this.added.get(person) ?? 0) < (stageSince ?? 0);
  }

  private take(record: WireRecord, author: string): void {
    if (record.kind === REFLECTION) this.reflected.add(author);
    if (!CONTRIBUTIONS.has(record.kind)) return;
    const at = madeAt(record.id);
    if (at > (this.added.get(author) ?? 0)) this.added.set(author, at);
  }
}

function asGone({ person, name }: Joined): Present {
  return { person, name, state: "idle" };
}

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askJoined(api: string, query: string): Promise<readonly Joined[]> {
  const answer = await fetch(`${api}/joined?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as readonly Joined[];
}

/**
 * When an id was made, in milliseconds since 1970 (RFC 9562, section 5.7). By the phone's own clock: good enough for a hint,
 * which decides nothing. 0 for an id of another form.
 */
export function madeAt(id: string): number {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id) ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0;
}
