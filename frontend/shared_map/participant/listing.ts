/** Places as the list shows them. */

import type { ListedPlace, PlaceAction } from "../../components/place_list/place_list";
import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { kindOf, PLACE_KINDS, standingNow, type Circumstances } from "../map_features";
import { countsAsMark, mergedInto } from "../review";

const byTitle = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** What a person may do with a place; nothing but looking while the map cannot be changed. */
export function actionsOn(isMine: boolean, mayChange: boolean): readonly PlaceAction[] {
  if (!mayChange) return ["show"];
  return isMine ? ["show", "connect", "change", "move", "remove"] : ["show", "me_too", "connect"];
}

export function titleOf(records: RecordsView, id: string): string | null {
  const record = records.get(id);
  return record === undefined || !PLACE_KINDS.has(record.kind) ? null : (record.fields["title"] as string);
}

export function placesOf(records: RecordsView): readonly WireRecord[] {
  return [...PLACE_KINDS].flatMap((kind) => records.ofKind(kind));
}

/** All places in the order of their titles. */
export function listedPlaces(records: RecordsView, circumstances: Circumstances, mayChange: boolean): ListedPlace[] {
  return placesOf(records)
    .map((record) => listedPlace(record, records, circumstances, mayChange))
    .sort((one, other) => byTitle.compare(one.title, other.title));
}

export function listedPlace(
  record: WireRecord,
  records: RecordsView,
  { person, kinds, standingOf }: Circumstances,
  mayChange: boolean,
): ListedPlace {
  const { kind, label } = kindOf(record, kinds);
  const above = records.standingOn(record.id);
  const marks = above.filter(countsAsMark);
  const mine = record.author === person;
  return {
    id: record.id,
    kind,
    kindLabel: label,
    title: record.fields["title"] as string,
    note: record.fields["note"] as string,
    mine,
    standing: standingNow(record, standingOf),
    meToo: marks.length,
    meTooMine: marks.some(({ author }) => author === person),
    connections: above.filter((each) => each.kind === "connection").length,
    actions: actionsOn(mine, mayChange && mergedInto(record.fields) === null),
  };
}
