/** A run sheet of five steps and what an evening leaves behind it, for tests. */

import type { Fields, WireRecord } from "../../sync/protocol";

/** When the evening begins, in milliseconds since 1970. */
export const BEGAN = Date.UTC(2026, 10, 23, 18);

const MINUTE = 60_000;

function step(key: string, stage: string, minutes: number, fields: Fields = {}): Fields {
  const words = { say: [`This is ${key}.`], do: [`Do ${key}.`], watch: [], prompt: `Prompt of ${key}` };
  return { key, title: key[0]?.toUpperCase() + key.slice(1), stage, minutes, ...words, blind: null, moderated: null, ...fields };
}

export const STEPS: readonly Fields[] = [
  step("welcome", "lobby", 10),
  step("places", "places", 30, { blind: true }),
  step("look", "places", 12),
  step("connections", "connections", 30, { blind: false }),
  step("goodbye", "closed", 6),
];

function leading(kind: string, id: string, fields: Fields): WireRecord {
  return { kind, id, author: null, audience: "leading", version: 1, fields, stands_on: [] };
}

export function sheetRecord(steps: readonly Fields[] = STEPS): WireRecord {
  return leading("run_sheet", "run_sheet", { guides: ["An evening"], steps: [...steps], chosen_at: new Date(BEGAN).toISOString() });
}

/** A step that is over, by minutes since the evening began. */
export function takenRecord(key: string, from: number, to: number): WireRecord {
  const moment = (minutes: number): string => new Date(BEGAN + minutes * MINUTE).toISOString();
  const fields = { step: key, title: key, planned: 10, seconds: (to - from) * 60, began: moment(from), ended: moment(to) };
  return leading("step_taken", `step:${key}:${from}`, fields);
}

export function departureRecord(id: string, at: number, fields: Fields = {}): WireRecord {
  const usual = { what: "skipped", step: "look", title: "Look", planned: 12, minutes: null, reason: null };
  return leading("departure", id, { ...usual, at: new Date(BEGAN + at * MINUTE).toISOString(), ...fields });
}
