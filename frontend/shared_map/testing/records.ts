/** Records and facts of a small workshop, for tests. */

import type { Fields, WireRecord } from "../../sync/protocol";
import type { PageContext } from "../live_context";

export const ME = "me";

const SQUARE = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] as const;
const SIX = ["gift_or_skill", "association", "institution", "physical_place", "exchange", "story_or_culture"];

export const CONTEXT: PageContext = {
  workshop: "w",
  title: "Mapping Tenterfields",
  area: "a",
  area_name: "Tenterfields",
  boundary: { type: "Polygon", coordinates: SQUARE },
  basemap: null,
  protocol: 1,
  person: ME,
  role: "participant",
  alias: "Amber Otter",
  socket: "/live/w",
  api: "/api/workshops/w",
  query: "",
  catch_up: { type: "catch_up", after: 0, snapshot: null, number: 0, changes: [] },
  join_link: "",
  join_address: "",
  code: "",
  qr: "",
  projector_link: "",
  people_page: "",
  words: "",
  now: "2026-11-23T10:00:00.000Z",
};

export function workshopRecord(fields: Fields = {}): WireRecord {
  const usual = {
    title: CONTEXT.title,
    area_name: CONTEXT.area_name,
    life: "open",
    paused_because: null,
    stage: "places",
    round: { number: 1, blind: false, revealed: false },
    asset_kinds: SIX.map((key) => ({ key, label: key, matches: key })),
  };
  return { kind: "workshop", id: "workshop", author: null, audience: "everyone", version: 1, fields: { ...usual, ...fields }, stands_on: [] };
}

export function placeRecord(id: string, author: string, fields: Fields = {}): WireRecord {
  const usual = {
    title: id,
    note: "",
    geometry: { type: "Point", coordinates: [1, 1] },
    asset_kind: "physical_place",
    visibility: "partners",
    precision: "exact",
    outside: false,
  };
  return { kind: "asset", id, author, audience: "everyone", version: 1, fields: { ...usual, ...fields }, stands_on: [] };
}

export function connectionRecord(id: string, author: string, start: string, end: string, fields: Fields = {}): WireRecord {
  const usual = {
    start,
    end,
    directed: false,
    how: { mode: "in_person", frequency: "weekly", strength: "steady" },
    where: "no_fixed_place",
    why: ["fun"],
    result: { outcome: null, words: "" },
  };
  return { kind: "connection", id, author, audience: "everyone", version: 1, fields: { ...usual, ...fields }, stands_on: [start, end] };
}
