/** A device with its network and storage, and the pages that are loaded on it. */

import { SyncClient } from "../client";
import type { Role } from "../protocol";
import type { Answer, Asking, KeptOperation, PendingStore, Request, Surroundings, TabChannel, TabMessage } from "../surroundings";
import { chance, seedOf } from "./chance";
import { TestClock, settled } from "./clock";
import { changesOf, TestServer, type NoteKinds, type TestSession } from "./server";
import { TestSocketPair } from "./sockets";

export class MemoryStore implements PendingStore {
  readonly rows = new Map<string, KeptOperation>();
  isBroken = false;

  load(): Promise<readonly KeptOperation[]> {
    return this.act(() => [...this.rows.values()]);
  }

  put(operations: readonly KeptOperation[]): Promise<void> {
    return this.act(() => operations.forEach((each) => this.rows.set(each.id, structuredClone(each))));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.act(() => ids.forEach((id) => this.rows.delete(id)));
  }

  private act<Value>(act: () => Value): Promise<Value> {
    return this.isBroken ? Promise.reject(new DOMException("full", "QuotaExceededError")) : Promise.resolve(act());
  }
}

/** The tabs of one browser hear each other. */
export class TestChannels {
  private readonly hearing = new Map<object, (message: TabMessage) => void>();

  join(): TabChannel {
    const own = {};
    return {
      post: (message) => {
        for (const [each, hear] of this.hearing) if (each !== own) void Promise.resolve().then(() => hear(message));
      },
      listen: (hear) => void this.hearing.set(own, hear),
      close: () => void this.hearing.delete(own),
    };
  }
}

export interface Tab {
  text: string | null;
}

/** What the page asked for and a test has not answered. */
export interface OpenRequest {
  readonly request: Request;
  answer(answer: Answer): void;
  fail(): void;
}

export class Device {
  readonly clock: TestClock;
  readonly server: TestServer;
  readonly store = new MemoryStore();
  readonly channels = new TestChannels();
  readonly pairs: TestSocketPair[] = [];
  readonly requests: OpenRequest[] = [];
  person: string;
  role: Role = "participant";
  /** What the network does with sockets and requests by itself; "hand" leaves both to the test. */
  sockets: "accept" | "blocked" | "hand" = "accept";
  http: "answer" | "away" | "hand" = "answer";
  /** Whether the queues of sockets are emptied by the test only. */
  isHeld = false;
  private isStirring = false;
  private readonly wakes = new Set<() => void>();
  private readonly random: () => number;

  constructor(server: TestServer, clock: TestClock, person: string) {
    this.server = server;
    this.clock = clock;
    this.person = person;
    this.random = chance(seedOf(person));
  }

  /** Load the page in a tab. */
  load(tab: Tab = { text: null }, person = this.person): SyncClient<NoteKinds> {
    const client = new SyncClient<NoteKinds>(this.surroundings(tab), {
      workshop: "w",
      person,
      role: "participant",
      sketch: (operation) => {
        if (operation.payload["title"] === "undrawable") throw new Error("a fault in a feature");
        return changesOf(operation, person, 0);
      },
    });
    client.connect();
    return client;
  }

  /** The socket dialled last. */
  get pair(): TestSocketPair {
    const pair = this.pairs[this.pairs.length - 1];
    if (pair === undefined) throw new Error("no socket was dialled");
    return pair;
  }

  wake(): void {
    for (const call of [...this.wakes]) call();
  }

  /** Let go of what was held, and carry messages as they come from now on. */
  async release(): Promise<void> {
    this.isHeld = false;
    this.stir();
    await settled();
  }

  /** Carry what is in the queues, unless the test wants to do that by hand. */
  private stir(): void {
    if (this.isHeld || this.isStirring) return;
    this.isStirring = true;
    void Promise.resolve().then(() => {
      this.isStirring = false;
      let moved = false;
      for (const pair of this.pairs) {
        if (!this.isHeld && !pair.isHeld) moved = this.carryToServer(pair) || pair.deliver() || moved;
      }
      if (moved) this.stir();
    });
  }

  /** Hand the server the oldest message of a socket, if there is one. */
  carryToServer(pair: TestSocketPair): boolean {
    const text = pair.toServer.shift();
    if (text === undefined) return false;
    this.server.receive(this.sessionOf(pair), JSON.parse(text) as never);
    return true;
  }

  /** The line breaks, for both ends. */
  drop(pair: TestSocketPair): void {
    const session = this.sessions.get(pair);
    if (session !== undefined) this.server.sessions.delete(session);
    pair.drop();
  }

  readonly sessions = new Map<TestSocketPair, TestSession>();

  private sessionOf(pair: TestSocketPair): TestSession {
    const known = this.sessions.get(pair);
    if (known !== undefined) return known;
    const session: TestSession = {
      person: this.person,
      role: this.role,
      tell: (message) => pair.queue(message),
    };
    this.sessions.set(pair, session);
    return session;
  }

  private surroundings(tab: Tab): Surroundings {
    return {
      clock: this.clock,
      random: () => 0.5,
      randomBytes: (count) => Uint8Array.from({ length: count }, () => this.random() * 256),
      openSocket: (path, ears) => {
        const pair = new TestSocketPair(path, ears, () => this.stir());
        this.pairs.push(pair);
        if (this.sockets === "accept") void Promise.resolve().then(() => pair.accept());
        if (this.sockets === "blocked") void Promise.resolve().then(() => pair.drop());
        return pair;
      },
      request: (request) => this.ask(request),
      onWake: (call) => {
        this.wakes.add(call);
        return () => void this.wakes.delete(call);
      },
      store: this.store,
      tabs: this.channels.join(),
      tabMemory: { read: () => tab.text, write: (text) => void (tab.text = text) },
    };
  }

  private ask(request: Request): Asking {
    let cancel = (): void => undefined;
    const answer = new Promise<Answer>((resolve, reject) => {
      const fail = (): void => reject(new TypeError("the server was not reached"));
      cancel = fail;
      if (this.http === "answer") resolve(this.server.answer(request, this.person, this.role));
      else if (this.http === "away") fail();
      else this.requests.push({ request, answer: resolve, fail });
    });
    return { answer, cancel };
  }
}
