/** From what a person said in a form to what is asked of the server, and back to the form. */

import type { ConnectionDraft } from "../components/connection_form/draft";
import { EMPTY_PLACE, NO_MEETING, type PlaceDraft } from "../components/place_form/draft";
import { sameJson } from "../sync/same_json";
import type { Fields, How, Json, OperationKind, OperationPayloads, Source, WireRecord } from "../sync/protocol";
import { anchorOf } from "./map_canvas/geometry";
import type { Geometry, Position } from "./map_canvas/types";

/** One thing that can be asked for, with its own payload. */
export type AnyWish = {
  [Kind in OperationKind]: { readonly kind: Kind; readonly payload: OperationPayloads[Kind] };
}[OperationKind];

/** A shape that a person can put on the map. */
export type PlacedGeometry = Exclude<Geometry, { readonly type: "MultiPolygon" }>;

export const MEETING_PLACE = "meeting_place";

/** How something comes onto the map, where it is not by one's own phone. */
export interface Origin {
  readonly source?: Source;
  /** Whose it is: somebody without a phone. */
  readonly onBehalf?: string | undefined;
}

export interface NewPlace extends Origin {
  readonly place: string;
  readonly geometry: PlacedGeometry;
}

/** Ask for a new place, as its form was filled in. */
export function placeWish(draft: PlaceDraft, { place, geometry, ...origin }: NewPlace): AnyWish {
  const { kind, title, note, visibility, precision, meeting } = draft;
  const shared = { place, geometry, title, note, visibility, precision, ...asPayload(origin) };
  return kind === MEETING_PLACE
    ? { kind: "meeting_place.place", payload: { ...shared, meeting } }
    : { kind: "asset.place", payload: { ...shared, asset_kind: kind } };
}

function asPayload({ source, onBehalf }: Origin): { readonly source?: Source; readonly on_behalf?: string } {
  return { ...(source === undefined ? {} : { source }), ...(onBehalf === undefined ? {} : { on_behalf: onBehalf }) };
}

/** What the form shows of a place, from its record or from the payload that asked for it. */
export function placeDraft(kind: string, fields: Fields): PlaceDraft {
  const isMeeting = kind.startsWith(MEETING_PLACE);
  const given = { ...EMPTY_PLACE, ...(fields as Partial<PlaceDraft>) };
  const { title, note, visibility, precision } = given;
  return {
    kind: isMeeting ? MEETING_PLACE : ((fields["asset_kind"] as string | undefined) ?? ""),
    title,
    note,
    visibility,
    precision,
    meeting: isMeeting ? { ...NO_MEETING, ...(fields["meeting"] as Partial<PlaceDraft["meeting"]> | undefined) } : NO_MEETING,
  };
}

/** Ask for what a person changed in a place's form; null where nothing is different. */
export function placeEditWish(record: WireRecord, draft: PlaceDraft): AnyWish | null {
  const before = placeDraft(record.kind, record.fields);
  const { kind, meeting, ...said } = draft;
  const isMeeting = record.kind === MEETING_PLACE;
  const set = {
    ...changedFields(said, before),
    ...(isMeeting && !sameJson(asJson(meeting), asJson(before.meeting)) ? { meeting } : {}),
    ...(!isMeeting && kind !== before.kind ? { asset_kind: kind } : {}),
  };
  if (Object.keys(set).length === 0) return null;
  const payload = { place: record.id, set };
  return isMeeting ? { kind: "meeting_place.edit", payload } : { kind: "asset.edit", payload };
}

/** Ask for a place to stand elsewhere; a line or an area keeps its form. */
export function moveWish(record: WireRecord, spot: Position): AnyWish {
  const geometry = shiftedTo(record.fields["geometry"] as unknown as PlacedGeometry, spot);
  return { kind: "place.move", payload: { place: record.id, geometry } };
}

export interface NewConnection extends Origin {
  readonly connection: string;
  readonly start: string;
  readonly end: string;
}

/** Ask for a connection, as its form was filled in. */
export function connectionWish(draft: ConnectionDraft, { connection, start, end, ...origin }: NewConnection): AnyWish {
  const { directed, how, where, why, result } = draft;
  const from = asPayload(origin);
  // The form lets nothing through that is not answered.
  return { kind: "connection.draw", payload: { connection, start, end, directed, how: how as How, where, why, result, ...from } };
}

/** What the form shows of a connection, from its record or from the payload that asked for it. */
export function connectionDraft(fields: Fields): ConnectionDraft {
  const { directed = false, how, where, why, result = { outcome: null, words: "" } } = fields;
  return { directed, how, where, why, result } as unknown as ConnectionDraft;
}

/** Ask for what a person changed in a connection's form; null where nothing is different. */
export function connectionEditWish(record: WireRecord, draft: ConnectionDraft): AnyWish | null {
  const set = changedFields({ ...draft }, { ...connectionDraft(record.fields) });
  if (Object.keys(set).length === 0) return null;
  return { kind: "connection.edit", payload: { connection: record.id, set } } as AnyWish;
}

/** The shape, moved as a whole so that its pin stands on a spot. */
export function shiftedTo(geometry: PlacedGeometry, spot: Position): PlacedGeometry {
  const [fromLongitude, fromLatitude] = anchorOf(geometry);
  const shift = ([longitude, latitude]: Position): Position => [
    rounded(longitude + spot[0] - fromLongitude),
    rounded(latitude + spot[1] - fromLatitude),
  ];
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: spot };
    case "LineString":
      return { type: "LineString", coordinates: geometry.coordinates.map(shift) };
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(shift)) };
  }
}

/** Seven decimals of a degree are about a centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function changedFields<Said extends object>(said: Said, before: object): Partial<Said> {
  const was = before as Readonly<Record<string, Json>>;
  const changed = Object.entries(said).filter(([field, value]) => !sameJson(value as Json, was[field]));
  return Object.fromEntries(changed) as Partial<Said>;
}

/** What a form holds is JSON; its types say so in more words. */
function asJson(value: object): Json {
  return value as Json;
}
