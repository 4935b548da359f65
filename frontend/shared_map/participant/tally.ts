/** How many places are one's own, kept step by step: three hundred places need no counting at each change. */

import type { RecordsView } from "../../sync/records";
import { PLACE_KINDS } from "../map_features";

export class OwnPlaces {
  private readonly person: string;
  private readonly ids = new Set<string>();

  constructor(person: string) {
    this.person = person;
  }

  get count(): number {
    return this.ids.size;
  }

  /** How many of them the server has not answered for. */
  waiting(pendingOn: (id: string) => readonly string[]): number {
    return [...this.ids].filter((id) => pendingOn(id).length > 0).length;
  }

  /** Take in what changed; returns whether any of it is one's own. */
  follow(changed: Iterable<string>, records: RecordsView): boolean {
    let isTouched = false;
    for (const id of changed) {
      const record = records.get(id);
      const isOwn = record !== undefined && record.author === this.person && PLACE_KINDS.has(record.kind);
      if (isOwn || this.ids.has(id)) isTouched = true;
      if (isOwn) this.ids.add(id);
      else this.ids.delete(id);
    }
    return isTouched;
  }
}
