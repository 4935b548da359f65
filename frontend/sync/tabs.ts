/**
 * Which tab this is, and which others live.
 *
 * Two tabs of one person each have a queue. The tab's own id survives a reload in its session storage; but a tab that is
 * duplicated takes the storage of the first with it, and then the later one takes a new id. Whoever does not answer a
 * roll call counts as gone, and its queue is taken over. A tab that was only asleep then sends the same operations again,
 * which does no harm: each is accepted once by its id.
 *
 * Web Locks would say this more simply, but a page on a laptop's hotspot has none.
 */

import type { Clock, TabChannel, TabMemory, TabMessage } from "./surroundings";

/** Milliseconds to wait for the other tabs' answers. */
export const ROLL_CALL = 250;

export class Tabs {
  private readonly clock: Clock;
  private readonly channel: TabChannel | null;
  private readonly memory: TabMemory;
  private readonly newId: () => string;
  /** What tells this page from every other, copies of it too. */
  private readonly token: string;
  private own: string;
  private settled = false;
  private heard = new Set<string>();
  private mustChange = false;

  constructor(clock: Clock, channel: TabChannel | null, memory: TabMemory, newId: () => string) {
    this.clock = clock;
    this.channel = channel;
    this.memory = memory;
    this.newId = newId;
    this.token = newId();
    this.own = memory.read() ?? newId();
    channel?.listen((message) => this.hear(message));
  }

  /** This tab's id; certain once a roll call was held. */
  get id(): string {
    return this.own;
  }

  /** Ask who is there; the answer holds the ids of the other living tabs. */
  async rollCall(): Promise<ReadonlySet<string>> {
    this.heard = new Set();
    if (this.channel !== null) {
      this.channel.post({ type: "who", token: this.token });
      await new Promise<void>((done) => void this.clock.later(ROLL_CALL, done));
    }
    if (this.mustChange) this.own = this.newId();
    this.mustChange = false;
    this.settled = true;
    this.memory.write(this.own);
    return new Set([...this.heard].filter((tab) => tab !== this.own));
  }

  close(): void {
    this.channel?.close();
  }

  private hear(message: TabMessage): void {
    if (message.type === "who") {
      this.channel?.post({ type: "here", token: this.token, tab: this.own, settled: this.settled });
      return;
    }
    this.heard.add(message.tab);
    // Of two copies that begin at once, the one with the earlier token keeps the id.
    const yields = message.settled || message.token < this.token;
    if (message.tab === this.own && !this.settled && yields) this.mustChange = true;
  }
}
