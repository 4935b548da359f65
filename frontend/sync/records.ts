/**
 * The confirmed records of one workshop, and the only fold: how they follow from what the server sends.
 *
 * The server decides what an operation does; here, records are put and removed as told, and nothing else is known.
 * Invariant: after the same number two pages of one viewer hold equal records, whatever way each came there.
 */

import type { CatchUp, EntryMessage, WireChange, WireRecord } from "./protocol";

/** The records as features read them. */
export interface RecordsView {
  get(id: string): WireRecord | undefined;
  /** The records of a kind, in the order of their versions: least lately changed first. */
  ofKind(kind: string): readonly WireRecord[];
  /** The records that stand on this one. */
  standingOn(id: string): readonly WireRecord[];
}

/** The ids of changed records, each with its form before; undefined if it was not there. */
export type Before = ReadonlyMap<string, WireRecord | undefined>;

/** What everyone may see after a number. */
export interface Snapshot {
  readonly number: number;
  readonly records: readonly WireRecord[];
}

/** Whether a message was applied, was known already, or cannot follow because something between is missing. */
export type Fold = { readonly outcome: "applied"; readonly before: Before } | { readonly outcome: "known" | "gap" };

export class Records implements RecordsView {
  private last: number | null = null;
  private present = new Map<string, WireRecord>();
  private readonly byKind = new Index();
  private readonly byGround = new Index();

  /** The number of the last entry taken in; null before anything came. */
  get number(): number | null {
    return this.last;
  }

  get size(): number {
    return this.present.size;
  }

  get(id: string): WireRecord | undefined {
    return this.present.get(id);
  }

  all(): readonly WireRecord[] {
    return [...this.present.values()].sort(byVersion);
  }

  ofKind(kind: string): readonly WireRecord[] {
    return this.found(this.byKind, kind);
  }

  standingOn(id: string): readonly WireRecord[] {
    return this.found(this.byGround, id);
  }

  /** Keep the records, and let whatever comes next be a new beginning: what this person may see is no longer the same. */
  forgetNumber(): void {
    this.last = null;
  }

  takeEntry(entry: EntryMessage): Fold {
    if (this.last === null || entry.number > this.last + 1) return { outcome: "gap" };
    if (entry.number <= this.last) return { outcome: "known" };
    this.last = entry.number;
    return { outcome: "applied", before: this.apply(entry.changes) };
  }

  /** Take in a catch-up, with the snapshot that it names, if it names one. */
  takeCatchUp(message: CatchUp, snapshot: Snapshot | null): Fold {
    if (message.snapshot !== null) {
      if (snapshot?.number !== message.snapshot) return { outcome: "gap" };
      const before = this.replaceAll(snapshot.records, message.changes);
      this.last = message.number;
      return { outcome: "applied", before };
    }
    if (this.last === null || message.after > this.last) return { outcome: "gap" };
    if (message.number <= this.last) return { outcome: "known" };
    this.last = message.number;
    return { outcome: "applied", before: this.apply(message.changes) };
  }

  private apply(changes: readonly WireChange[]): Before {
    const before = new Map<string, WireRecord | undefined>();
    for (const change of changes) {
      const id = "put" in change ? change.put.id : change.remove;
      if (!before.has(id)) before.set(id, this.present.get(id));
      this.letGo(id);
      if ("put" in change) this.keep(change.put);
    }
    return before;
  }

  private replaceAll(records: readonly WireRecord[], changes: readonly WireChange[]): Before {
    const before = new Map<string, WireRecord | undefined>(this.present);
    this.present = new Map();
    this.byKind.clear();
    this.byGround.clear();
    for (const record of records) this.keep(record);
    this.apply(changes);
    for (const id of this.present.keys()) if (!before.has(id)) before.set(id, undefined);
    return before;
  }

  private keep(record: WireRecord): void {
    this.present.set(record.id, record);
    this.byKind.add(record.kind, record.id);
    for (const ground of record.stands_on) this.byGround.add(ground, record.id);
  }

  private letGo(id: string): void {
    const record = this.present.get(id);
    if (record === undefined) return;
    this.present.delete(id);
    this.byKind.drop(record.kind, id);
    for (const ground of record.stands_on) this.byGround.drop(ground, id);
  }

  private found(index: Index, key: string): readonly WireRecord[] {
    const records: WireRecord[] = [];
    for (const id of index.under(key)) {
      const record = this.present.get(id);
      if (record !== undefined) records.push(record);
    }
    return records.sort(byVersion);
  }
}

/** Ids of records under a key. */
class Index {
  private readonly sets = new Map<string, Set<string>>();

  under(key: string): Iterable<string> {
    return this.sets.get(key) ?? [];
  }

  add(key: string, id: string): void {
    const set = this.sets.get(key);
    if (set === undefined) this.sets.set(key, new Set([id]));
    else set.add(id);
  }

  drop(key: string, id: string): void {
    const set = this.sets.get(key);
    if (set?.delete(id) === true && set.size === 0) this.sets.delete(key);
  }

  clear(): void {
    this.sets.clear();
  }
}

/** Several records of one entry share a version: their ids then decide, so that the order is the same in every page. */
function byVersion(one: WireRecord, other: WireRecord): number {
  return one.version - other.version || (one.id < other.id ? -1 : 1);
}
