/**
 * What the page shows: the confirmed records with the person's own unanswered operations laid over them.
 *
 * Each pending operation has a sketch, an early picture of its changes that its feature draws. Sketches are drawn anew on
 * every change below, in order: what others change meanwhile shows, and what I changed stays on top until it is answered.
 */

import { Listeners } from "./listeners";
import type { PendingOperation } from "./pending";
import type { WireChange, WireRecord } from "./protocol";
import type { Before, Records, RecordsView } from "./records";
import { sameJson } from "./same_json";

/** Draw what an operation will probably do to the records in `view`; nothing where that cannot be told. */
export type Sketch = (operation: PendingOperation, view: RecordsView) => readonly WireChange[];

/** A record as drawn, or null if it is drawn as removed, and the pending operations that touch it. */
interface Drawn {
  readonly record: WireRecord | null;
  readonly by: readonly string[];
}

export class Visible implements RecordsView {
  private readonly confirmed: Records;
  private readonly sketch: Sketch;
  private readonly failed: (operation: PendingOperation, error: unknown) => void;
  private drawing: Drawing;
  private readonly changed = new Listeners<ReadonlySet<string>>();

  constructor(confirmed: Records, sketch: Sketch, failed: (operation: PendingOperation, error: unknown) => void) {
    this.confirmed = confirmed;
    this.sketch = sketch;
    this.failed = failed;
    this.drawing = new Drawing(confirmed);
  }

  /** The number of the last confirmed entry; null before anything came. */
  get number(): number | null {
    return this.confirmed.number;
  }

  get(id: string): WireRecord | undefined {
    return this.drawing.get(id);
  }

  all(): readonly WireRecord[] {
    return this.drawing.all();
  }

  ofKind(kind: string): readonly WireRecord[] {
    return this.drawing.ofKind(kind);
  }

  standingOn(id: string): readonly WireRecord[] {
    return this.drawing.standingOn(id);
  }

  /** The ids of the unanswered operations that touch a record, in order; empty where all is confirmed. */
  pendingOn(id: string): readonly string[] {
    return this.drawing.records.get(id)?.by ?? [];
  }

  /** Be told, after each change, the ids of exactly the records whose visible form or unanswered operations changed. */
  subscribe(call: (ids: ReadonlySet<string>) => void): () => void {
    return this.changed.add(call);
  }

  /** Draw anew, after `before` changed below or the list of open operations did; tell what looks different. */
  refresh(before: Before, open: readonly PendingOperation[]): void {
    const old = this.drawing;
    this.drawing = this.draw(open);
    const ids = new Set<string>();
    for (const id of new Set([...before.keys(), ...old.records.keys(), ...this.drawing.records.keys()])) {
      const was = old.records.get(id);
      const below = before.has(id) ? before.get(id) : this.confirmed.get(id);
      const looked = was === undefined ? below : (was.record ?? undefined);
      if (!sameJson(looked, this.get(id)) || !sameJson(was?.by ?? [], this.pendingOn(id))) ids.add(id);
    }
    if (ids.size > 0) this.changed.tell(ids);
  }

  private draw(open: readonly PendingOperation[]): Drawing {
    const drawing = new Drawing(this.confirmed);
    for (const operation of open) {
      try {
        drawing.take(this.sketch(operation, drawing), operation.id);
      } catch (error) {
        // A missing sketch delays a picture by one answer; the operation itself goes its way.
        this.failed(operation, error);
      }
    }
    return drawing;
  }
}

/** Records drawn over confirmed ones. */
class Drawing implements RecordsView {
  readonly records = new Map<string, Drawn>();
  private readonly under: Records;

  constructor(under: Records) {
    this.under = under;
  }

  take(changes: readonly WireChange[], by: string): void {
    for (const change of changes) {
      const [id, record] = "put" in change ? [change.put.id, change.put] : [change.remove, null];
      const before = this.records.get(id)?.by ?? [];
      this.records.set(id, { record, by: before.includes(by) ? before : [...before, by] });
    }
  }

  get(id: string): WireRecord | undefined {
    const drawn = this.records.get(id);
    return drawn === undefined ? this.under.get(id) : (drawn.record ?? undefined);
  }

  all(): readonly WireRecord[] {
    return this.over(this.under.all(), () => true);
  }

  ofKind(kind: string): readonly WireRecord[] {
    return this.over(this.under.ofKind(kind), (record) => record.kind === kind);
  }

  standingOn(id: string): readonly WireRecord[] {
    return this.over(this.under.standingOn(id), (record) => record.stands_on.includes(id));
  }

  /** The records below, each in its place as it is drawn now, and then those that are only drawn. */
  private over(below: readonly WireRecord[], belongs: (record: WireRecord) => boolean): readonly WireRecord[] {
    if (this.records.size === 0) return below;
    const ids = new Set([...below.map(({ id }) => id), ...this.records.keys()]);
    return [...ids].map((id) => this.get(id)).filter((record) => record !== undefined && belongs(record)) as WireRecord[];
  }
}
