/**
 * A live page in a room that a test holds in its hands: the map writes down what it is told, and the server accepts what is
 * asked for as the page's own sketch draws it, unless the test says otherwise.
 */

import { SyncClient } from "../../sync/client";
import type { ClientMessage, Fields, OperationPayloads, PresenceMessage, Role, ServerMessage, WireChange, WireRecord } from "../../sync/protocol";
import { Records, type Snapshot } from "../../sync/records";
import { TestClock, settled } from "../../sync/testing/clock";
import { MemoryStore } from "../../sync/testing/page";
import { TestSocketPair } from "../../sync/testing/sockets";
import { LivePage, type LiveOptions } from "../live_page";
import type { PageContext } from "../live_context";
import { sketchFor } from "../sketches";
import { TestMap } from "./map";
import { CONTEXT, ME, placeRecord, workshopRecord } from "./records";

export * from "./records";

export interface RoomOptions extends Pick<LiveOptions, "drops"> {
  readonly role?: Role;
  readonly context?: Partial<PageContext>;
}

export class TestRoom {
  readonly clock = new TestClock();
  readonly map = new TestMap();
  readonly live: LivePage;
  /** What the page asked for, in order. */
  readonly asked: { readonly id: string; readonly kind: string; readonly payload: Fields }[] = [];
  /** Operations of these kinds are refused, with these words. */
  readonly refusing = new Map<string, string>();
  /** Whether the page is looked at, so that it draws frames. */
  isSeen = true;
  /** What came with the page beside its first message. */
  preloaded: Snapshot | null = null;
  /** Whether that is still on its way, for ever. */
  isPreloading = false;
  private readonly records = new Records();
  private pair: TestSocketPair | null = null;
  private isReached = true;

  constructor({ role = "participant", drops = false, context = {} }: RoomOptions = {}) {
    const facts = { ...CONTEXT, ...context, role };
    const client = new SyncClient<OperationPayloads>(this.surroundings(), {
      workshop: facts.workshop,
      person: facts.person,
      role,
      sketch: sketchFor(facts.person),
    });
    const nextFrame = (call: () => void): void => void this.clock.later(this.isSeen ? 16 : Infinity, call);
    const parts = { client, map: this.map, clock: this.clock, nextFrame, loadSnapshot: () => this.preload() };
    this.live = new LivePage(facts, { drops }, parts);
    const changes = [workshopRecord(), placeRecord("theirs", "someone"), placeRecord("mine", ME)].map((put) => ({ put }));
    this.records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes }, { number: 0, records: [] });
  }

  /** Open the line and let the page have all records. */
  async open(): Promise<this> {
    await this.live.begin();
    await settled();
    return this;
  }

  /** Somebody did something. */
  async change(...changes: WireChange[]): Promise<void> {
    this.enter(null, "someone", changes);
    await settled();
  }

  async put(...records: WireRecord[]): Promise<void> {
    await this.change(...records.map((put) => ({ put })));
  }

  /** Tell the page who is here, and where the room looks. */
  async present(present: Partial<PresenceMessage>): Promise<void> {
    const people = present.people ?? [];
    this.tell({ type: "presence", count: people.length, people, view: null, spotlight: null, ...present });
    await settled();
  }

  /** Cut the network off, or bring it back. */
  async reach(isReached: boolean): Promise<void> {
    this.isReached = isReached;
    if (!isReached) this.pair?.drop();
    await this.clock.pass(60_000);
  }

  private preload(): Promise<Snapshot | null> {
    return this.isPreloading ? new Promise(() => undefined) : Promise.resolve(this.preloaded);
  }

  private enter(operation: string | null, person: string, changes: readonly WireChange[]): void {
    const number = (this.records.number ?? 0) + 1;
    const entry: ServerMessage = { type: "entry", number, operation, kind: null, person, at: null, changes };
    this.records.takeEntry(entry);
    this.tell(entry);
  }

  private tell(message: ServerMessage): void {
    if (this.pair?.state === "open") this.pair.tell(message);
  }

  private hear(message: ClientMessage): void {
    const { person, role } = this.live.client.me;
    const number = this.records.number ?? 0;
    if (message.type === "hello") {
      this.tell({ type: "welcome", protocol: 1, session: "s", person, role, number });
      this.tell({ type: "catch_up", after: 0, snapshot: number, number, changes: [] });
    } else if (message.type === "submit") for (const operation of message.operations) this.decide(operation);
  }

  private decide(operation: { readonly id: string; readonly kind: string; readonly payload: Fields }): void {
    this.asked.push(operation);
    const refusal = this.refusing.get(operation.kind);
    if (refusal !== undefined) {
      return this.tell({ type: "refused", operation: operation.id, reason: "not_allowed", message: refusal });
    }
    const pending = { ...operation, group: null, state: "sent", refusal: null } as const;
    this.enter(operation.id, ME, sketchFor(ME)(pending, this.records));
  }

  private surroundings(): ConstructorParameters<typeof SyncClient>[0] {
    return {
      clock: this.clock,
      random: () => 0.5,
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      openSocket: (path, ears) => {
        const pair = new TestSocketPair(path, ears, () => queueMicrotask(() => pair.taken().forEach((each) => this.hear(each))));
        this.pair = pair;
        queueMicrotask(() => (this.isReached ? pair.accept() : pair.drop()));
        return pair;
      },
      request: () => ({ answer: this.isReached ? Promise.resolve(this.snapshot()) : Promise.reject(new TypeError()), cancel: () => undefined }),
      onWake: () => () => undefined,
      store: new MemoryStore(),
      tabs: null,
      tabMemory: { read: () => null, write: () => undefined },
    };
  }

  private snapshot(): { status: number; text: string; role: Role } {
    const { number } = this.records;
    return { status: 200, text: JSON.stringify({ number, records: this.records.all() }), role: "participant" };
  }
}
