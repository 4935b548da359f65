/** What waits for whoever leads, kept step by step: a change costs what it changes, however long the queue. */

import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { isWaiting } from "../review";

/** A place about which somebody raised an alarm that nobody has looked at. */
export interface Alarm {
  readonly place: string;
  /** Whoever raised it. */
  readonly persons: readonly string[];
}

export class ReviewBook {
  private readonly waiting = new Map<string, WireRecord>();
  private readonly alarms = new Map<string, WireRecord>();
  private ordered: readonly WireRecord[] | null = null;

  /** Take in what changed. */
  follow(changed: Iterable<string>, records: RecordsView): void {
    for (const id of changed) {
      const record = records.get(id);
      this.followWaiting(id, record);
      if (record?.kind === "alarm" && record.fields["answer"] === "open") this.alarms.set(id, record);
      else this.alarms.delete(id);
    }
  }

  /** What waits, the oldest first: an id holds the time at which it was made. */
  get queue(): readonly WireRecord[] {
    this.ordered ??= [...this.waiting.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    return this.ordered;
  }

  /** Places with open alarms, the first raised first. */
  openAlarms(): readonly Alarm[] {
    const raised = new Map<string, string[]>();
    for (const { author, fields } of this.alarms.values()) {
      const place = fields["place"] as string;
      raised.set(place, [...(raised.get(place) ?? []), author ?? ""]);
    }
    return [...raised].map(([place, persons]) => ({ place, persons }));
  }

  private followWaiting(id: string, record: WireRecord | undefined): void {
    if (record !== undefined && isWaiting(record)) this.waiting.set(id, record);
    else if (!this.waiting.delete(id)) return;
    this.ordered = null;
  }
}
