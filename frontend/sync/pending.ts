/**
 * What this page asked for and the server has not settled yet.
 *
 * Invariants: operations are sent in the order in which they were asked for, one message at a time; an operation keeps its
 * id until it is answered; what is refused stays until the person dismisses it or tries again.
 */

import { Listeners } from "./listeners";
import { MOST_OPERATIONS, type Fields, type SubmittedOperation } from "./protocol";
import type { KeptOperation } from "./surroundings";
import { TOO_MUCH } from "./words";

/** Bytes of operations in one message: the server closes a connection that sends more than 256 kB at once. */
export const MOST_BYTES = 200_000;

/** The reason given to those of a group whose other members were the cause. */
const WITH_OTHERS = "with_others";

export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

export interface PendingOperation {
  readonly id: string;
  readonly kind: string;
  readonly payload: Fields;
  /** Operations submitted together share a group: all of them are accepted or none. */
  readonly group: string | null;
  readonly state: "waiting" | "sent" | "refused";
  /** Why it was refused; null unless it was. */
  readonly refusal: Refusal | null;
}

/** What is asked for, before it has an id. */
export interface Wish {
  readonly kind: string;
  readonly payload: Fields;
}

export interface Batch {
  readonly operations: readonly SubmittedOperation[];
  readonly together: boolean;
}

/** What must be kept on the device, and what no longer. */
export interface Keeping {
  put(operations: readonly Omit<KeptOperation, "tab">[]): void;
  remove(ids: readonly string[]): void;
}

interface Queued {
  operation: PendingOperation;
  place: number;
  bytes: number;
  /** The number under which it was accepted; the records have not come so far yet. */
  landed: number | null;
}

export class Pending {
  private queue: Queued[] = [];
  private readonly changed = new Listeners<readonly PendingOperation[]>();
  private readonly newId: () => string;
  private readonly keeping: Keeping;

  constructor(newId: () => string, keeping: Keeping) {
    this.newId = newId;
    this.keeping = keeping;
  }

  /** All of them, in the order in which they were asked for, refused ones among them. */
  get list(): readonly PendingOperation[] {
    return this.queue.map((each) => each.operation);
  }

  /** Those that may still come true: what lies over the confirmed records. */
  get open(): readonly PendingOperation[] {
    return this.list.filter((each) => each.state !== "refused");
  }

  /** Be told of every change of the list. */
  subscribe(call: (list: readonly PendingOperation[]) => void): () => void {
    return this.changed.add(call);
  }

  /** Take up what was kept on the device, before what was asked for since. What is here already is passed over. */
  restore(kept: readonly KeptOperation[]): void {
    const inOrder = [...kept].sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
    const old = inOrder.filter((each) => this.find(each.id) === undefined).map(fromKept);
    if (old.length === 0) return;
    this.queue = [...old, ...this.queue];
    this.queue.forEach((each, place) => (each.place = place));
    this.keeping.put(this.queue.map(toKeep));
    this.tell();
  }

  /** Ask for something; what belongs together is accepted whole or not at all. */
  add(wishes: readonly Wish[]): readonly PendingOperation[] {
    const group = wishes.length > 1 ? this.newId() : null;
    const place = (this.queue[this.queue.length - 1]?.place ?? -1) + 1;
    const added = wishes.map((wish, index) =>
      inQueue({ id: this.newId(), ...wish, group, state: "waiting", refusal: null }, place + index),
    );
    const bytes = added.reduce((sum, each) => sum + each.bytes, 0);
    if (bytes > MOST_BYTES || added.length > MOST_OPERATIONS) added.forEach((each) => refuse(each, TOO_MUCH));
    this.queue.push(...added);
    this.keeping.put(added.map(toKeep));
    this.tell();
    return added.map((each) => each.operation);
  }

  /** What is to be sent now, marked as sent; null while an answer is out or nothing waits. */
  nextBatch(): Batch | null {
    if (this.isOut) return null;
    const [first, ...others] = this.queue.filter((each) => each.operation.state === "waiting" && each.landed === null);
    if (first === undefined) return null;
    const batch = [first];
    let bytes = first.bytes;
    for (const each of others) {
      bytes += each.bytes;
      const fits = bytes <= MOST_BYTES && batch.length < MOST_OPERATIONS;
      if (!fits || each.operation.group !== first.operation.group) break;
      batch.push(each);
    }
    batch.forEach((each) => become(each, "sent"));
    this.tell();
    const operations = batch.map(({ operation: { id, kind, payload } }) => ({ id, kind, payload }));
    return { operations, together: first.operation.group !== null };
  }

  /** Whether something was sent and not answered. */
  get isOut(): boolean {
    return this.queue.some((each) => each.operation.state === "sent" && each.landed === null);
  }

  /** Nothing that is out will be answered any more: send it again, under the same ids. */
  takeBack(): void {
    const out = this.queue.filter((each) => each.operation.state === "sent");
    for (const each of out) {
      // What landed and did not show so far is asked about once more: the answer says where it is.
      each.landed = null;
      become(each, "waiting");
    }
    if (out.length > 0) this.tell();
  }

  /** The server accepted it under this number. */
  land(id: string, number: number): void {
    const found = this.find(id);
    if (found !== undefined) found.landed = number;
  }

  /** The records have come as far as `number`: what landed until then is in them. Returns what that was. */
  settle(number: number): readonly PendingOperation[] {
    const settled = this.queue.filter((each) => each.landed !== null && each.landed <= number);
    this.drop(settled);
    return settled.map((each) => each.operation);
  }

  /** The server could not take it just now: it waits in its place, however long that lasts. */
  postpone(id: string): void {
    const found = this.find(id);
    if (found === undefined || found.landed !== null) return;
    const again = [found, ...this.heldBackWith(found)];
    again.forEach((each) => become(each, "waiting"));
    this.keeping.put(again.map(toKeep));
    this.tell();
  }

  /** The server does not accept it. Returns it as it is now; null if that changes nothing here. */
  refuse(id: string, refusal: Refusal): PendingOperation | null {
    const found = this.find(id);
    if (found === undefined || found.landed !== null) return null;
    if (refusal.reason === WITH_OTHERS && this.isPostponed(found.operation.group)) become(found, "waiting");
    else refuse(found, refusal);
    this.keeping.put([toKeep(found)]);
    this.tell();
    return found.operation;
  }

  /** Let go of a refused operation, and of those that were refused together with it. */
  dismiss(id: string): void {
    this.drop(this.refusedWith(id));
  }

  /**
   * Ask again for what was refused, and for what was refused together with it, at the end of the queue.
   *
   * Under new ids: the server's answer to the old ones was given, and another page may still hold it.
   */
  tryAgain(id: string): readonly PendingOperation[] {
    const again = this.refusedWith(id);
    this.drop(again);
    return again.length > 0 ? this.add(again.map(({ operation: { kind, payload } }) => ({ kind, payload }))) : [];
  }

  private refusedWith(id: string): readonly Queued[] {
    const found = this.find(id);
    if (found?.operation.state !== "refused") return [];
    const { group } = found.operation;
    return this.queue.filter(
      (each) => each === found || (group !== null && each.operation.group === group && each.operation.state === "refused"),
    );
  }

  /** Those that were refused only because this one could not be taken. */
  private heldBackWith({ operation: { group } }: Queued): readonly Queued[] {
    if (group === null) return [];
    return this.queue.filter((each) => each.operation.group === group && each.operation.refusal?.reason === WITH_OTHERS);
  }

  /** Whether part of a group that was sent is to be sent again; then all of it is. */
  private isPostponed(group: string | null): boolean {
    return group !== null && this.queue.some(({ operation }) => operation.group === group && operation.state === "waiting");
  }

  private drop(queued: readonly Queued[]): void {
    if (queued.length === 0) return;
    this.queue = this.queue.filter((each) => !queued.includes(each));
    this.keeping.remove(queued.map((each) => each.operation.id));
    this.tell();
  }

  private find(id: string): Queued | undefined {
    return this.queue.find((each) => each.operation.id === id);
  }

  private tell(): void {
    this.changed.tell(this.list);
  }
}

function inQueue(operation: PendingOperation, place: number): Queued {
  const bytes = new TextEncoder().encode(JSON.stringify(operation)).length;
  return { operation, place, bytes, landed: null };
}

function fromKept({ tab: _, place, payload, ...kept }: KeptOperation): Queued {
  const state = kept.refusal === null ? "waiting" : "refused";
  return inQueue({ ...kept, payload: payload as Fields, state }, place);
}

function toKeep({ operation: { state: _, ...kept }, place }: Queued): Omit<KeptOperation, "tab"> {
  return { ...kept, place };
}

function become(queued: Queued, state: "waiting" | "sent"): void {
  queued.operation = { ...queued.operation, state, refusal: null };
}

function refuse(queued: Queued, refusal: Refusal): void {
  queued.operation = { ...queued.operation, state: "refused", refusal };
}
