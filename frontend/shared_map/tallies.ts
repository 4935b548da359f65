/** How many places of each kind and how many connections there are, kept step by step: a change costs what it changes. */

import type { KindCount } from "../components/counts/counts";
import type { RecordsView } from "../sync/records";
import type { KindChoice } from "./kinds";
import { PLACE_KINDS } from "./map_features";
import { causeOf, mergedInto } from "./review";

const CONNECTION = "connection";

export class Tallies {
  private readonly codes = new Map<string, string>();
  private readonly totals = new Map<string, number>();

  get connections(): number {
    return this.of(CONNECTION);
  }

  get places(): number {
    return this.codes.size - this.connections;
  }

  /** Take in what changed; returns whether any figure did. */
  follow(changed: Iterable<string>, records: RecordsView): boolean {
    let isOther = false;
    for (const id of changed) {
      const before = this.codes.get(id);
      const now = codeOf(id, records);
      if (before === now) continue;
      isOther = true;
      if (before !== undefined) this.totals.set(before, this.of(before) - 1);
      if (now === undefined) this.codes.delete(id);
      else {
        this.codes.set(id, now);
        this.totals.set(now, this.of(now) + 1);
      }
    }
    return isOther;
  }

  /** The count of each kind that can be chosen here, in the order of the choices. */
  byKind(kinds: readonly KindChoice[]): readonly KindCount[] {
    return kinds.map(({ code, kind, label }) => ({ code, kind, label, count: this.of(code) }));
  }

  private of(code: string): number {
    return this.totals.get(code) ?? 0;
  }
}

function codeOf(id: string, records: RecordsView): string | undefined {
  const record = records.get(id);
  if (record === undefined) return undefined;
  if (mergedInto(record.fields) !== null || causeOf(record.fields) !== null) return undefined;
  if (record.kind === CONNECTION || record.kind === "meeting_place") return record.kind;
  return PLACE_KINDS.has(record.kind) ? (record.fields["asset_kind"] as string) : undefined;
}
