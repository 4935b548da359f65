/** How one's own places fare with those who look at them first: what is news to their author, and how many came back. */

import type { RecordsView } from "../../sync/records";
import { PLACE_KINDS, standingNow } from "../map_features";
import type { Standing } from "../map_canvas/types";

/** One's own place or connection that others see now, or that came back. */
export interface ReviewNews {
  readonly id: string;
  /** A place's; null for a connection, which has none. */
  readonly title: string | null;
  readonly became: "shown" | "returned";
}

const IS_REVIEWED: ReadonlySet<string> = new Set([...PLACE_KINDS, "connection"]);

export class OwnReview {
  private readonly person: string;
  private readonly standings = new Map<string, Standing>();

  constructor(person: string) {
    this.person = person;
  }

  /** How many wait for their author to change them. */
  get returned(): number {
    return [...this.standings.values()].filter((each) => each === "returned").length;
  }

  /** Take in what changed, and return what is news: nothing when the page opens. */
  follow(changed: Iterable<string>, records: RecordsView): readonly ReviewNews[] {
    const news: ReviewNews[] = [];
    for (const id of changed) {
      const record = records.get(id);
      if (record === undefined || record.author !== this.person || !IS_REVIEWED.has(record.kind)) {
        this.standings.delete(id);
        continue;
      }
      const now = standingNow(record, () => "settled");
      const before = this.standings.get(id);
      this.standings.set(id, now);
      const title = PLACE_KINDS.has(record.kind) ? (record.fields["title"] as string) : null;
      if (before === "in_review" && now === "settled") news.push({ id, title, became: "shown" });
      if (before !== undefined && before !== "returned" && now === "returned") news.push({ id, title, became: "returned" });
    }
    return news;
  }
}
