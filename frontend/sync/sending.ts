/** Sends what is pending: one message at a time, in order, again until it is answered. */

import { told } from "../components/told";
import { backoff } from "./backoff";
import type { Batch, Pending, PendingOperation, Refusal } from "./pending";
import type { Clock, Timer } from "./surroundings";

/** Milliseconds for the answer to an operation; then it is sent again, under the same id. */
export const ANSWER_LIMIT = 15_000;

/** Refusals that pass: the server says that it will take the operation later. */
const PASSING: ReadonlySet<string> = new Set(["too_fast", "not_stored"]);

/** How one of this page's operations ended. */
export type Answered =
  | { readonly operation: PendingOperation; readonly outcome: "accepted" }
  | { readonly operation: PendingOperation; readonly outcome: "refused"; readonly refusal: Refusal };

export interface SendingNeeds {
  readonly clock: Clock;
  readonly random: () => number;
  readonly send: (batch: Batch) => void;
  readonly answered: (told: Answered) => void;
}

export class Sending {
  private readonly pending: Pending;
  private readonly needs: SendingNeeds;
  private isOpen = false;
  private isRestored = false;
  private answerLimit: Timer | null = null;
  private rest: Timer | null = null;
  private rests = 0;

  constructor(pending: Pending, needs: SendingNeeds) {
    this.pending = pending;
    this.needs = needs;
  }

  /** What was kept on the device stands in the queue now, before what was asked for since. */
  restored(): void {
    this.isRestored = true;
    this.flush();
  }

  /** There is a line, and the server knows who is speaking. */
  open(): void {
    this.isOpen = true;
    this.flush();
  }

  /** No line: nothing that is out will be answered. */
  hush(): void {
    this.isOpen = false;
    this.answerLimit?.cancel();
    this.pending.takeBack();
  }

  stop(): void {
    this.hush();
    this.rest?.cancel();
  }

  /** Send what waits, if the line is up, the order is known, and nothing is out. */
  flush(): void {
    if (!this.isOpen || !this.isRestored || this.rest !== null) return;
    const batch = this.pending.nextBatch();
    if (batch === null) return;
    this.answerLimit?.cancel();
    this.answerLimit = this.needs.clock.later(ANSWER_LIMIT, () => this.again());
    this.needs.send(batch);
  }

  /** The records are at `number`: let go of what is in them. */
  settle(number: number): void {
    const settled = this.pending.settle(number);
    if (settled.length > 0) this.rests = 0;
    for (const operation of settled) this.needs.answered({ operation, outcome: "accepted" });
  }

  refused(id: string, { reason, message }: Refusal): void {
    if (PASSING.has(reason)) {
      this.pending.postpone(id);
      return this.pause();
    }
    const operation = this.pending.refuse(id, { reason, message: told(message) });
    if (operation !== null) this.tellRefused(operation);
  }

  tellRefused(operation: PendingOperation): void {
    const { refusal } = operation;
    if (refusal !== null) this.needs.answered({ operation, outcome: "refused", refusal });
  }

  private again(): void {
    if (!this.pending.isOut) return;
    this.pending.takeBack();
    this.flush();
  }

  private pause(): void {
    if (this.rest !== null) return;
    this.rest = this.needs.clock.later(2 * backoff(this.rests, this.needs.random()), () => {
      this.rest = null;
      this.flush();
    });
    this.rests += 1;
  }
}
