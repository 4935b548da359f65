/**
 * The page's end of a workshop: its records as they stand, what this person asked for, and how the line is.
 *
 * Invariant: an operation that was asked for is kept until the server has answered it and its entry is among the records,
 * or until the person lets go of it; it is accepted once, however often it had to be sent.
 */

import { CatchingUp } from "./catching_up";
import { idMaker } from "./ids";
import { Keeper } from "./keeping";
import { pathsOf, type Me } from "./line";
import { Listeners } from "./listeners";
import { Pending } from "./pending";
import { OwnPresence } from "./presence";
import type { CatchUp, Fields, OperationPayloads, PresenceMessage, PresenceUpdate, Role, ServerMessage, Welcome } from "./protocol";
import { Records, type Before, type Snapshot } from "./records";
import { Sending, type Answered } from "./sending";
import type { Surroundings, Timer } from "./surroundings";
import { Tabs } from "./tabs";
import { Transport } from "./transport";
import { Visible, type Sketch } from "./visible";
import { NOT_KEPT, type Status } from "./words";

/** Milliseconds between two looks for what tabs that are gone left behind. */
export const ADOPT_EVERY = 60_000;

const NOTHING: Before = new Map();

export interface SyncOptions {
  readonly workshop: string;
  /** The person's id in this workshop, and their role when the page was made. */
  readonly person: string;
  readonly role: Role;
  readonly sketch: Sketch;
}

export interface Warning {
  readonly code: "not_kept" | "sketch_failed";
  readonly message: string;
}

/** What can be listened to, and what is told. */
export interface SyncEvents {
  status: Status;
  me: Me;
  presence: PresenceMessage;
  answered: Answered;
  warning: Warning;
}

export class SyncClient<Payloads extends { readonly [Kind in keyof Payloads]: Fields } = OperationPayloads> {
  /** The records as the page shows them: confirmed ones with the person's own open operations over them. */
  readonly records: Visible;
  /** What this person asked for and the server has not settled. */
  readonly pending: Pending;
  /** A maker of ids for new records. */
  readonly newId: () => string;

  private readonly surroundings: Surroundings;
  private readonly options: SyncOptions;
  private readonly confirmed = new Records();
  private readonly catchingUp: CatchingUp;
  private readonly sending: Sending;
  private readonly keeper: Keeper;
  private readonly tabs: Tabs;
  private readonly ownPresence: OwnPresence;
  private readonly listeners: { readonly [Name in keyof SyncEvents]: Listeners<SyncEvents[Name]> } = {
    status: new Listeners(),
    me: new Listeners(),
    presence: new Listeners(),
    answered: new Listeners(),
    warning: new Listeners(),
  };
  private transport: Transport | null = null;
  private by: "socket" | "requests" | null = null;
  /** Whether the server has said who this is on the present line. */
  private isGreeted = false;
  private isApplying = false;
  private wasOpen = false;
  private adopting: Timer | null = null;
  private isEnded = false;
  private statusNow: Status = { state: "connecting" };
  private meNow: Me;
  private presenceNow: PresenceMessage | null = null;

  constructor(surroundings: Surroundings, options: SyncOptions) {
    const { clock } = surroundings;
    this.surroundings = surroundings;
    this.options = options;
    this.meNow = { person: options.person, role: options.role };
    this.newId = idMaker(clock.now, surroundings.randomBytes);
    this.tabs = new Tabs(clock, surroundings.tabs, surroundings.tabMemory, this.newId);
    this.keeper = new Keeper(surroundings.store, this.tabs, clock, () => this.warn("not_kept", NOT_KEPT));
    this.pending = new Pending(this.newId, this.keeper);
    this.records = new Visible(this.confirmed, options.sketch, ({ kind }, error) =>
      this.warn("sketch_failed", `${kind}: ${String(error)}`),
    );
    this.catchingUp = new CatchingUp(this.confirmed, {
      clock,
      request: surroundings.request,
      snapshotPath: pathsOf(options.workshop).snapshot,
      ask: (after) => this.ask(after),
      giveUp: () => this.transport?.again(),
      applied: (before) => this.applied(before),
    });
    this.sending = new Sending(this.pending, {
      clock,
      random: surroundings.random,
      send: (batch) => this.transport?.send({ type: "submit", ...batch }),
      answered: (told) => this.listeners.answered.tell(told),
    });
    this.ownPresence = new OwnPresence(clock, (message) => this.transport?.send(message));
    this.pending.subscribe(() => {
      if (!this.isApplying) this.records.refresh(NOTHING, this.pending.open);
    });
  }

  get status(): Status {
    return this.statusNow;
  }

  get me(): Me {
    return this.meNow;
  }

  /** Who is here and where the room is looking; null until it is told. */
  get presence(): PresenceMessage | null {
    return this.presenceNow;
  }

  /** Be told of something; the returned function ends that. */
  on<Name extends keyof SyncEvents>(name: Name, call: (told: SyncEvents[Name]) => void): () => void {
    const listeners: Listeners<SyncEvents[Name]> = this.listeners[name];
    return listeners.add(call);
  }

  /**
   * Begin with what came with the page: the room's first message and the snapshot that it names. The line, once it is open,
   * asks for what follows. Returns false where the page knows more already.
   */
  beginWith(message: CatchUp, snapshot: Snapshot): boolean {
    if (this.confirmed.number !== null) return false;
    const fold = this.confirmed.takeCatchUp(message, snapshot);
    if (fold.outcome === "applied") this.applied(fold.before);
    return fold.outcome === "applied";
  }

  /** Take up what this device kept, and keep a line to the server until `close`. */
  connect(): void {
    if (this.transport !== null) return;
    void this.restore();
    this.transport = new Transport(
      this.surroundings,
      pathsOf(this.options.workshop),
      { number: () => this.confirmed.number, me: () => this.meNow },
      {
        opened: (by) => this.opened(by),
        heard: (message) => this.hear(message),
        lost: (failures) => this.lost(failures),
        closed: (reason) => this.closed({ state: "closed", reason }),
      },
    );
  }

  /** End the line. What is pending stays on the device. */
  close(): void {
    this.transport?.stop();
    this.catchingUp.stop();
    this.sending.stop();
    this.ownPresence.stop();
    this.tabs.close();
    this.adopting?.cancel();
    this.isEnded = true;
  }

  /** Ask for one thing; returns the operation's id. */
  submit<Kind extends keyof Payloads & string>(kind: Kind, payload: Payloads[Kind]): string {
    return this.submitTogether([{ kind, payload }])[0] ?? "";
  }

  /** Ask for several things, of which the server accepts all or none; returns the operations' ids. */
  submitTogether(
    wishes: readonly { [Kind in keyof Payloads & string]: { readonly kind: Kind; readonly payload: Payloads[Kind] } }[keyof Payloads & string][],
  ): readonly string[] {
    const added = this.pending.add(wishes);
    for (const operation of added) this.sending.tellRefused(operation);
    this.sending.flush();
    return added.map(({ id }) => id);
  }

  /** Ask again for something refused, under a new id. */
  tryAgain(operation: string): void {
    this.pending.tryAgain(operation);
    this.sending.flush();
  }

  /** Let go of something refused. */
  dismiss(operation: string): void {
    this.pending.dismiss(operation);
  }

  /** Tell the room where this page is: not history, and lost where there is no line. */
  sendPresence(update: Omit<PresenceUpdate, "type">): void {
    this.ownPresence.tell(update);
  }

  // The line.

  private opened(by: "socket" | "requests"): void {
    this.by = by;
    this.isGreeted = false;
    this.wasOpen = true;
    this.presenceNow = null;
    this.catchingUp.begin();
    this.sending.hush();
    this.show();
  }

  private lost(failures: number): void {
    this.hush();
    // The first try after a good line mostly succeeds at once: no need to alarm anybody.
    const isAway = failures > (this.wasOpen ? 1 : 0);
    if (isAway) this.wasOpen = false;
    this.become({ state: isAway ? "offline" : "connecting" });
  }

  private closed(status: Status): void {
    this.hush();
    this.become(status);
  }

  private hush(): void {
    this.by = null;
    this.isGreeted = false;
    this.catchingUp.stop();
    this.sending.hush();
  }

  private hear(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        return this.welcome(message);
      case "catch_up":
        this.catchingUp.takeCatchUp(message);
        break;
      case "entry":
        if (message.operation !== null) this.pending.land(message.operation, message.number);
        this.catchingUp.takeEntry(message);
        break;
      case "already":
        this.pending.land(message.operation, message.number);
        break;
      case "refused":
        this.sending.refused(message.operation, message);
        break;
      case "presence":
        this.presenceNow = message;
        this.listeners.presence.tell(message);
        return;
      default:
        return;
    }
    this.sending.settle(this.confirmed.number ?? -1);
    this.sending.flush();
    this.show();
  }

  private welcome({ person, role }: Welcome): void {
    if (person !== this.meNow.person) {
      // What this device kept is another's: nothing of it may be sent under this name.
      this.close();
      return this.closed({ state: "closed", reason: "someone_else" });
    }
    const isOtherRole = role !== this.meNow.role;
    const isAgain = this.isGreeted;
    this.isGreeted = true;
    if (isOtherRole) {
      this.meNow = { person, role };
      this.listeners.me.tell(this.meNow);
    }
    if (isAgain || isOtherRole) {
      // What this person may see is another thing now: begin again from nothing.
      const mustAsk = this.confirmed.number !== null && (!isAgain || this.by === "requests");
      this.confirmed.forgetNumber();
      this.catchingUp.begin();
      if (mustAsk) this.ask(null);
    }
    this.ownPresence.again();
    this.sending.open();
    this.show();
  }

  private ask(after: number | null): void {
    if (after === null) this.transport?.greet(null);
    else this.transport?.send({ type: "fetch", after });
  }

  private show(): void {
    if (this.by === null) return;
    const isReady = this.isGreeted && this.catchingUp.isDone;
    this.become({ state: isReady ? (this.by === "socket" ? "live" : "polling") : "connecting" });
  }

  private become(status: Status): void {
    const { statusNow } = this;
    this.statusNow = status;
    if (JSON.stringify(status) !== JSON.stringify(statusNow)) this.listeners.status.tell(status);
  }

  // What is pending.

  private async restore(): Promise<void> {
    this.pending.restore(await this.keeper.open());
    this.sending.restored();
    this.adoptLater();
  }

  private adoptLater(): void {
    if (!this.isEnded) this.adopting = this.surroundings.clock.later(ADOPT_EVERY, () => void this.adopt());
  }

  private async adopt(): Promise<void> {
    this.pending.restore(await this.keeper.leftBehind());
    this.sending.flush();
    this.adoptLater();
  }

  /** Show the new records and what no longer lies over them in one step. */
  private applied(before: Before): void {
    this.isApplying = true;
    this.sending.settle(this.confirmed.number ?? -1);
    this.isApplying = false;
    this.records.refresh(before, this.pending.open);
    this.show();
  }

  private warn(code: Warning["code"], message: string): void {
    this.listeners.warning.tell({ code, message });
  }
}
