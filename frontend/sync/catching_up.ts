/**
 * Brings the records to where the server is: applies what follows, and asks for what is missing.
 *
 * A catch-up may name a snapshot, which is fetched beside the line; what arrives meanwhile is held and applied after it.
 */

import { readSnapshot } from "./decode";
import type { CatchUp, EntryMessage } from "./protocol";
import type { Before, Fold, Records, Snapshot } from "./records";
import type { Asking, Clock, Request, Timer } from "./surroundings";

/** Milliseconds for a snapshot: 2,000 places are some 45 kB, and a hall's network may carry a hundred of them at once. */
export const SNAPSHOT_LIMIT = 30_000;

/** Milliseconds for the server's answer to where it is. */
export const CATCH_UP_LIMIT = 15_000;

export interface CatchingUpNeeds {
  readonly clock: Clock;
  readonly request: (request: Request) => Asking;
  readonly snapshotPath: (number: number) => string;
  /** Ask the server for all that follows this number, or for everything where it is null. */
  readonly ask: (after: number | null) => void;
  /** The line carries no sense, or the snapshot does not come. */
  readonly giveUp: () => void;
  /** The records have changed. */
  readonly applied: (before: Before) => void;
}

interface Loading {
  message: CatchUp;
  readonly asking: Asking;
  readonly limit: Timer;
}

export class CatchingUp {
  private readonly records: Records;
  private readonly needs: CatchingUpNeeds;
  private loading: Loading | null = null;
  private held: (EntryMessage | CatchUp)[] = [];
  /** Runs while an answer is due. */
  private due: Timer | null = null;
  private isThere = false;

  constructor(records: Records, needs: CatchingUpNeeds) {
    this.records = records;
    this.needs = needs;
  }

  /** Whether the records are as the server's were when it last spoke. */
  get isDone(): boolean {
    return this.isThere;
  }

  /** A new line, or a new role on the same: a catch-up is on its way, and what was under way is void. */
  begin(): void {
    this.stop();
    this.isThere = false;
    this.expect();
  }

  stop(): void {
    this.heed();
    this.loading?.limit.cancel();
    this.loading?.asking.cancel();
    this.loading = null;
    this.held = [];
  }

  takeEntry(entry: EntryMessage): void {
    if (this.loading !== null) this.held.push(entry);
    else this.follow(this.records.takeEntry(entry));
  }

  takeCatchUp(message: CatchUp): void {
    if (message.snapshot !== null || this.records.number !== null) this.heed();
    if (message.snapshot !== null) return this.load(message, message.snapshot);
    // A page that begins from nothing asked for a snapshot: this answers an older question.
    if (this.records.number === null && this.loading === null) return;
    if (this.loading !== null) this.held.push(message);
    else this.arrive(this.records.takeCatchUp(message, null));
  }

  private arrive(fold: Fold): void {
    if (fold.outcome !== "gap") this.isThere = true;
    this.follow(fold);
  }

  private follow(fold: Fold): void {
    if (fold.outcome === "applied") this.needs.applied(fold.before);
    if (fold.outcome !== "gap" || this.due !== null) return;
    this.expect();
    this.needs.ask(this.records.number);
  }

  private expect(): void {
    this.heed();
    this.due = this.needs.clock.later(CATCH_UP_LIMIT, () => this.needs.giveUp());
  }

  private heed(): void {
    this.due?.cancel();
    this.due = null;
  }

  private load(message: CatchUp, number: number): void {
    if (this.loading?.message.snapshot === number) {
      this.loading.message = message;
      return;
    }
    this.stop();
    const asking = this.needs.request({ method: "GET", path: this.needs.snapshotPath(number) });
    const limit = this.needs.clock.later(SNAPSHOT_LIMIT, () => this.fail(loading));
    const loading: Loading = { message, asking, limit };
    this.loading = loading;
    asking.answer.then(
      ({ status, text }) => this.loaded(loading, status, text),
      () => this.fail(loading),
    );
  }

  private loaded(loading: Loading, status: number, text: string): void {
    if (this.loading !== loading) return;
    const snapshot = status === 200 ? readSnapshot(text) : null;
    if (snapshot !== null) return this.apply(loading, snapshot);
    if (status !== 404) return this.fail(loading);
    // A newer one has taken its place; the answer to a new beginning names it.
    this.begin();
    this.records.forgetNumber();
    this.needs.ask(null);
  }

  private apply(loading: Loading, snapshot: Snapshot): void {
    const { held } = this;
    loading.limit.cancel();
    this.loading = null;
    this.held = [];
    this.arrive(this.records.takeCatchUp(loading.message, snapshot));
    for (const message of held) {
      if (message.type === "entry") this.takeEntry(message);
      else this.takeCatchUp(message);
    }
  }

  private fail(loading: Loading): void {
    if (this.loading !== loading) return;
    this.stop();
    this.needs.giveUp();
  }
}
