/** Connections in the words of their forms, which a phone fetches with its sheets. */

import { MODE, OUTCOME, WHY } from "../../components/connection_form/words";
import type { ConnectionDraft } from "../../components/connection_form/draft";
import { HOW_OFTEN } from "../../components/place_form/words";
import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { connectionDraft } from "../wishes";
import { titleOf } from "./listing";

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
