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
  record: WireRecord | null;
  readonly by: string[];
}

export class Visible implements RecordsView {
  private readonly confirmed: Records;
  private readonly sketch: Sketch;
  private readonly failed: (operation: PendingOperation, error: unknown) => void;
  private drawing = new Drawing();
  private readonly changed = new Listeners<ReadonlySet<string>>();

  constructor(confirmed: Records, sketch: Sketch, failed: (operation: PendingOperation, error: unknown) => void) {
    this.confirmed = confirmed;
    this.sketch = sketch;
    this.failed = failed;
  }

  /** The number of the last confirmed entry; null before anything came. */
  get number(): number | null {
    return this.confirmed.number;
  }

  get(id: string): WireRecord | undefined {
    return this.drawing.get(id, this.confirmed);
  }

  all(): readonly WireRecord[] {
    return this.drawing.over(this.confirmed.all(), () => true);
  }

  ofKind(kind: string): readonly WireRecord[] {
    return this.drawing.ofKind(kind, this.confirmed);
  }

  standingOn(id: string): readonly WireRecord[] {
    return this.drawing.standingOn(id, this.confirmed);
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
    const drawing = new Drawing();
    const { confirmed } = this;
    const view: RecordsView = {
      get: (id) => drawing.get(id, confirmed),
      ofKind: (kind) => drawing.ofKind(kind, confirmed),
      standingOn: (id) => drawing.standingOn(id, confirmed),
    };
    for (const operation of open) {
      try {
        drawing.take(this.sketch(operation, view), operation.id);
      } catch (error) {
        // A missing sketch delays a picture by one answer; the operation itself goes its way.
        this.failed(operation, error);
      }
    }
    return drawing;
  }
}

/** Records drawn over confirmed ones. */
class Drawing {
  readonly records = new Map<string, Drawn>();

  take(changes: readonly WireChange[], by: string): void {
    for (const change of changes) {
      const [id, record] = "put" in change ? [change.put.id, change.put] : [change.remove, null];
      const drawn = this.records.get(id);
      if (drawn === undefined) this.records.set(id, { record, by: [by] });
      else {
        drawn.record = record;
        if (!drawn.by.includes(by)) drawn.by.push(by);
      }
    }
  }

  get(id: string, under: RecordsView): WireRecord | undefined {
    const drawn = this.records.get(id);
    return drawn === undefined ? under.get(id) : (drawn.record ?? undefined);
  }

  ofKind(kind: string, under: RecordsView): readonly WireRecord[] {
    return this.over(under.ofKind(kind), (record) => record.kind === kind);
  }

  standingOn(id: string, under: RecordsView): readonly WireRecord[] {
    return this.over(under.standingOn(id), (record) => record.stands_on.includes(id));
  }

  /** The records below, each in its place as it is drawn now, and then those that are only drawn. */
  over(below: readonly WireRecord[], belongs: (record: WireRecord) => boolean): readonly WireRecord[] {
    if (this.records.size === 0) return below;
    const found = below.map((record) => {
      const drawn = this.records.get(record.id);
      return drawn === undefined ? record : drawn.record;
    });
    const known = new Set(below.map((record) => record.id));
    for (const [id, drawn] of this.records) if (!known.has(id)) found.push(drawn.record);
    return found.filter((record): record is WireRecord => record !== null && belongs(record));
  }
}
