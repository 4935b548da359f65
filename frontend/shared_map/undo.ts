/**
 * Taking back: for each thing a person did, the operation that undoes it and leaves alone what others changed since.
 *
 * The wish is made before the deed, from the records as they then stand, and says which values it expects to find.
 */

import type { Wish } from "../sync/pending";
import type { Fields } from "../sync/protocol";
import type { RecordsView } from "../sync/records";

/** Return the operation that takes `wish` back, or null where nothing does. */
export function undoOf({ kind, payload }: Wish, records: RecordsView): Wish | null {
  const place = { place: payload["place"] ?? null };
  const connection = { connection: payload["connection"] ?? null };
  switch (kind) {
    case "asset.place":
    case "meeting_place.place":
      return { kind: "place.remove", payload: place };
    case "place.remove":
      return { kind: "place.restore", payload: place };
    case "connection.draw":
      return { kind: "connection.remove", payload: connection };
    case "connection.remove":
      return { kind: "connection.restore", payload: connection };
    case "me_too.add":
      return { kind: "me_too.remove", payload: place };
    case "me_too.remove":
      return { kind: "me_too.add", payload: place };
    case "place.approve":
    case "place.return":
      return { kind: "place.queue", payload: { ids: payload["ids"] ?? [payload["id"] ?? null] } };
    case "place.hide":
      return { kind: "place.unhide", payload: { id: payload["id"] ?? null } };
    case "place.unhide":
      return { kind: "place.hide", payload: { id: payload["id"] ?? null } };
    case "place.alarm":
      return { kind: "alarm.take_back", payload: place };
    case "alarm.answer":
      return { kind, payload: { ...place, answer: "open" } };
    case "places.merge":
      return { kind: "places.split", payload: { places: payload["others"] ?? [] } };
    case "places.reveal":
      return { kind: "places.conceal", payload: {} };
    case "person.revert":
      return { kind: "person.restore", payload: { person: payload["person"] ?? null } };
    case "person.restore":
      return { kind: "person.revert", payload: { person: payload["person"] ?? null } };
    case "place.move":
      return moveBack(payload, records);
    case "place.set_photo":
    case "place.remove_photo":
      return photoBack(payload, records);
    case "asset.edit":
    case "meeting_place.edit":
    case "connection.edit":
      return editBack(kind, payload, records);
    default:
      return null;
  }
}

function moveBack(payload: Fields, records: RecordsView): Wish | null {
  const before = records.get(payload["place"] as string)?.fields["geometry"];
  if (before === undefined) return null;
  const { place = null, geometry = null } = payload;
  return { kind: "place.move", payload: { place, geometry: before, expected: { geometry } } };
}

function photoBack(payload: Fields, records: RecordsView): Wish | null {
  const fields = records.get(payload["place"] as string)?.fields;
  if (fields === undefined) return null;
  const { place = null, photo: given = null } = payload;
  const before = fields["photo"] ?? null;
  return before === null
    ? { kind: "place.remove_photo", payload: { place, expected: { photo: given } } }
    : { kind: "place.set_photo", payload: { place, photo: before, expected: { photo: given } } };
}

function editBack(kind: string, payload: Fields, records: RecordsView): Wish | null {
  const target = kind === "connection.edit" ? "connection" : "place";
  const before = records.get(payload[target] as string)?.fields;
  if (before === undefined) return null;
  const given = payload["set"] as Fields;
  const set = Object.fromEntries(Object.keys(given).map((field) => [field, before[field] ?? null]));
  return { kind, payload: { [target]: payload[target] ?? null, set, expected: whole(given, before) } };
}

/** A meeting is set in part and kept whole: what is expected is the whole as it will be. */
function whole(given: Fields, before: Fields): Fields {
  const meeting = given["meeting"] as Fields | undefined;
  return meeting === undefined ? given : { ...given, meeting: { ...(before["meeting"] as Fields), ...meeting } };
}
