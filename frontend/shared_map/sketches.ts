/**
 * How a person's own operation probably looks before the server has answered: drawn over the confirmed records.
 *
 * A sketch decides nothing and need not be exact; the entry that comes back replaces it. What cannot be told is not drawn.
 */

import type { PendingOperation } from "../sync/pending";
import type { Fields, WireChange, WireRecord } from "../sync/protocol";
import type { RecordsView } from "../sync/records";
import type { Sketch } from "../sync/visible";

type Draw = (payload: Fields, view: RecordsView, person: string) => readonly WireChange[];

const PLACED = { round: 0, blind: false, revealed: false, source: "phone" };

/** Return the sketch for one person's page. */
export function sketchFor(person: string): Sketch {
  return ({ kind, payload }: PendingOperation, view) => DRAWINGS[kind]?.(payload, view, person) ?? [];
}

const DRAWINGS: Readonly<Record<string, Draw>> = {
  "asset.place": (payload, _view, person) => [newPlace("asset", payload, person)],
  "meeting_place.place": (payload, _view, person) => [newPlace("meeting_place", payload, person)],
  "asset.edit": (payload, view) => edited(view.get(text(payload, "place")), payload["set"] as Fields),
  "meeting_place.edit": (payload, view) => editedMeeting(view.get(text(payload, "place")), payload["set"] as Fields),
  "place.move": (payload, view) => edited(view.get(text(payload, "place")), { geometry: payload["geometry"] ?? null }),
  "place.remove": (payload, view) => removed(text(payload, "place"), view),
  "place.set_photo": (payload, view) => edited(view.get(text(payload, "place")), { photo: payload["photo"] ?? null }),
  "place.remove_photo": (payload, view) => edited(view.get(text(payload, "place")), { photo: null }),
  "me_too.add": (payload, _view, person) => [mark(text(payload, "place"), person)],
  "me_too.remove": (payload, _view, person) => [{ remove: `${text(payload, "place")}:${person}` }],
  "connection.draw": (payload, _view, person) => [newConnection(payload, person)],
  "connection.edit": (payload, view) => edited(view.get(text(payload, "connection")), payload["set"] as Fields),
  "connection.remove": (payload) => [{ remove: text(payload, "connection") }],
  "hall.arrange": (payload, view) => [arranged(payload, view)],
  "reflection.answer": (payload, _view, person) => [reflected(payload, person)],
  "attendance.check_in": (payload, _view, person) => [checkedIn(payload, person)],
  "rating.give": (payload, _view, person) => [rated(payload, person)],
};

function newPlace(kind: "asset" | "meeting_place", payload: Fields, person: string): WireChange {
  const { place, source = PLACED.source, card, ...given } = payload;
  const fields = {
    note: "",
    visibility: "partners",
    precision: "exact",
    outside: false,
    ...(kind === "meeting_place" ? { meeting: {} } : {}),
    ...given,
    placed: { ...PLACED, source, ...(card === undefined ? {} : { card }) },
  };
  return { put: record(kind, place as string, person, fields) };
}

function newConnection(payload: Fields, person: string): WireChange {
  const { connection, source: _source, ...given } = payload;
  const fields = { directed: false, result: { outcome: null, words: "" }, ...given, placed: PLACED };
  const ends = [text(payload, "start"), text(payload, "end")];
  return { put: record("connection", connection as string, person, fields, ends) };
}

function mark(place: string, person: string): WireChange {
  return { put: record("me_too", `${place}:${person}`, person, { placed: PLACED }, [place]) };
}

function arranged(given: Fields, view: RecordsView): WireChange {
  const fields = { theme: null, way_in: "auto", ...view.get("hall")?.fields, ...given };
  return { put: { ...record("hall", "hall", "", fields), author: null, audience: "everyone" } };
}

function reflected(payload: Fields, person: string): WireChange {
  const levels = Object.values(payload["answers"] as Fields);
  const isEmpty = payload["sentence"] === "" && levels.every((level) => level === null);
  const id = `reflection:${person}`;
  return isEmpty ? { remove: id } : { put: record("reflection", id, person, payload) };
}

function checkedIn(payload: Fields, person: string): WireChange {
  return { put: record("attendance", `attendance:${person}`, person, { groups: [], rates: true, ...payload, person }) };
}

function rated(payload: Fields, person: string): WireChange {
  const item = text(payload, "item");
  const id = `rating:${item}:${String(payload["revision"])}:${person}`;
  return { put: record("rating", id, person, { reason: "", matters: null, fair: null, ...payload, person }, [item]) };
}

function edited(before: WireRecord | undefined, set: Fields): readonly WireChange[] {
  return before === undefined ? [] : [{ put: { ...before, fields: { ...before.fields, ...set } } }];
}

function editedMeeting(before: WireRecord | undefined, set: Fields): readonly WireChange[] {
  const meeting = { ...(before?.fields["meeting"] as Fields | undefined), ...(set["meeting"] as Fields | undefined) };
  return edited(before, { ...set, meeting });
}

function removed(place: string, view: RecordsView): readonly WireChange[] {
  return [...view.standingOn(place).map(({ id }) => ({ remove: id })), { remove: place }];
}

function record(kind: string, id: string, author: string, fields: Fields, standsOn: readonly string[] = []): WireRecord {
  return { kind, id, author, audience: "author", version: Number.MAX_SAFE_INTEGER, fields, stands_on: standsOn };
}

function text(payload: Fields, field: string): string {
  return payload[field] as string;
}
