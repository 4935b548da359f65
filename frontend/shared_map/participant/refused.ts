/** What was refused, told so that a person knows what it was, why, and what to do: correct it, try again, or let go. */

import { fill } from "../../components/words";
import type { PendingOperation } from "../../sync/pending";
import type { Fields } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { refusedOf } from "../refusals";
import { connectionDraft, placeDraft, type PlacedGeometry } from "../wishes";
import { titleOf } from "./listing";
import type { Sheet } from "./state";
import { REFUSED } from "./sheet_words";

export interface RefusedItem {
  readonly operation: string;
  readonly what: string;
  readonly why: string;
  /** The form with what was typed, where there is something to correct. */
  readonly correction: Sheet | null;
}

export function refusedItems(
  pending: readonly PendingOperation[],
  records: RecordsView,
  newId: () => string,
): readonly RefusedItem[] {
  return refusedOf(pending).map((operation) => ({
    operation: operation.id,
    what: whatItWas(operation, records),
    why: operation.refusal?.message ?? "",
    correction: newAgain(operation, newId) ?? changeAgain(operation, records),
  }));
}

function whatItWas({ kind, payload }: PendingOperation, records: RecordsView): string {
  const title = (id: unknown): string => titleOf(records, String(id)) ?? REFUSED.unknownPlace;
  const ends = fill(REFUSED.and, { start: title(payload["start"]), end: title(payload["end"]) });
  const name = kind === "connection.draw" ? ends : ((payload["title"] as string | undefined) ?? title(payload["place"]));
  return fill(REFUSED.kinds[kind] ?? REFUSED.other, { title: name });
}

/**
 * The form filled with what was asked for. A place that was refused keeps its id, so that connections which wait for it can
 * be tried again after it, unless that id itself is what stood in the way.
 */
function newAgain({ id, kind, payload, refusal }: PendingOperation, newId: () => string): Sheet | null {
  const ownId = (field: string): string => (refusal?.reason === "already_there" ? newId() : (payload[field] as string));
  switch (kind) {
    case "asset.place":
    case "meeting_place.place":
      return {
        kind: "tell",
        place: ownId("place"),
        geometry: payload["geometry"] as unknown as PlacedGeometry,
        draft: placeDraft(kind, payload),
        practice: false,
        corrects: id,
      };
    case "connection.draw":
      return {
        kind: "connect",
        connection: ownId("connection"),
        start: payload["start"] as string,
        end: payload["end"] as string,
        draft: connectionDraft(payload),
        corrects: id,
      };
    default:
      return null;
  }
}

/** The form of a change that was refused: the record as it stands now, with what was to be changed. */
function changeAgain({ id, kind, payload }: PendingOperation, records: RecordsView): Sheet | null {
  const set = payload["set"] as Fields | undefined;
  const target = (payload["place"] ?? payload["connection"]) as string;
  const fields = records.get(target)?.fields;
  if (set === undefined || fields === undefined) return null;
  const wanted = { ...fields, ...set };
  return kind === "connection.edit"
    ? { kind: "change_connection", connection: target, draft: connectionDraft(wanted), corrects: id }
    : { kind: "change", place: target, draft: placeDraft(kind, wanted), corrects: id };
}
