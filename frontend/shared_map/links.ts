/** Which places are joined to others most, as far as the viewer may see. */

import type { RecordsView } from "../sync/records";
import { titleOf } from "./participant/listing";

export interface Linked {
  readonly place: string;
  readonly title: string;
  readonly links: number;
}

/** A place with one connection stands out from nothing. */
const FEWEST_LINKS = 2;

/** The places with most connections, at least two each, most first; of equals, the one whose title comes first. */
export function mostLinked(records: RecordsView, most: number): readonly Linked[] {
  const links = new Map<string, number>();
  for (const { fields } of records.ofKind("connection")) {
    for (const end of [fields["start"], fields["end"]] as readonly string[]) links.set(end, (links.get(end) ?? 0) + 1);
  }
  return [...links]
    .filter(([, count]) => count >= FEWEST_LINKS)
    .map(([place, count]) => ({ place, title: titleOf(records, place) ?? "", links: count }))
    .filter(({ title }) => title !== "")
    .sort((one, other) => other.links - one.links || one.title.localeCompare(other.title))
    .slice(0, most);
}
