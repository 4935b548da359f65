/** Items and what stands on them, for tests and examples. */

import type { Fields, WireRecord } from "../sync/protocol";
import { Records } from "../sync/records";
import { readItem, type Item } from "./items";

export const PERSON = "01900000-0000-7000-8000-000000000001";

/** Records that a page holds. */
export function recordsOf(...records: readonly WireRecord[]): Records {
  const held = new Records();
  held.takeCatchUp({ type: "catch_up", after: 0, number: 1, snapshot: 0, changes: [] }, { number: 0, records });
  return held;
}

export function record(kind: string, id: string, fields: Fields, standsOn: readonly string[] = [], author: string | null = null): WireRecord {
  return { kind, id, author, audience: "everyone", version: 1, fields, stands_on: [...standsOn] };
}

export function itemRecord(fields: Fields = {}, id = "item-1"): WireRecord {
  return record("item", id, {
    type: "term",
    state: "clarifying",
    wordings: [{ number: 0, label: "Hub", meaning: "A place or a person through which many others here are connected." }],
    examples: [],
    licence: { rights: "ours", held: true, source: "" },
    since: "2026-11-23T10:00:00Z",
    minutes: 5,
    result: null,
    minority: [],
    ...fields,
  });
}

export function item(fields: Fields = {}): Item {
  return readItem(itemRecord(fields));
}

export const COUNTS = { strongly_for: 8, for: 3, can_live_with_it: 2, against: 1, cannot_accept: 0, not_clear: 1, skip: 2 };

export const RESULT: Fields = {
  revision: 0,
  outcome: "adopted",
  counts: COUNTS,
  checks: [
    { name: "quorum", passed: true, count: 15, of: 20, needed: 12, group: null },
    { name: "clear", passed: true, count: 1, of: 15, needed: 20, group: null },
    { name: "acceptable", passed: true, count: 0, of: 14, needed: 0, group: null },
    { name: "support", passed: true, count: 13, of: 14, needed: 75, group: null },
  ],
  may_rate: 20,
  reasons: [
    { choice: "for", text: "Short, and it is what we say." },
    { choice: "against", text: "It leaves out the valley." },
  ],
  paper: 1,
  late: 0,
};
