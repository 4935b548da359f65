/** Records as the list shows them, and in the details of one place. */

import { MODE, OUTCOME, WHY } from "../../components/connection_form/words";
import type { ConnectionDraft } from "../../components/connection_form/draft";
import type { ListedPlace, PlaceAction } from "../../components/place_list/place_list";
import { HOW_OFTEN } from "../../components/place_form/words";
import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { kindOf, PLACE_KINDS, standingNow, type Circumstances } from "../map_features";
import { countsAsMark, mergedInto } from "../review";
import { connectionDraft } from "../wishes";

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

/** One connection as the details of a place tell it. */
export interface ToldConnection {
  readonly id: string;
  /** The title of the place at its other end. */
  readonly title: string;
  readonly other: string;
  /** How, how often and why. */
  readonly facts: readonly string[];
  readonly outcome: string;
  readonly words: string;
  readonly mine: boolean;
  readonly record: WireRecord;
}

export function connectionsOf(place: string, records: RecordsView, person: string): readonly ToldConnection[] {
  return records
    .standingOn(place)
    .filter(({ kind }) => kind === "connection")
    .map((record) => toldConnection(record, place, records, person));
}

function toldConnection(record: WireRecord, place: string, records: RecordsView, person: string): ToldConnection {
  const { start, end } = record.fields as { start: string; end: string };
  const other = start === place ? end : start;
  const draft = connectionDraft(record.fields);
  return {
    id: record.id,
    other,
    title: titleOf(records, other) ?? "",
    facts: factsOf(draft),
    outcome: draft.result.outcome === null ? "" : OUTCOME[draft.result.outcome],
    words: draft.result.words,
    mine: record.author === person,
    record,
  };
}

function factsOf({ how, why }: ConnectionDraft): readonly string[] {
  const { mode, frequency } = how;
  return [mode === null ? "" : MODE[mode], frequency === null ? "" : HOW_OFTEN[frequency], ...why.map((each) => WHY[each])].filter(
    (fact) => fact !== "",
  );
}
