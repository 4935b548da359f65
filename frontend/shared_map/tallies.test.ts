// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { WireRecord } from "../sync/protocol";
import { Records } from "../sync/records";
import { DEFAULT_KINDS } from "./kinds";
import { Tallies } from "./tallies";
import { connectionRecord, placeRecord, workshopRecord } from "./testing/records";

function recordsOf(...records: WireRecord[]): Records {
  const held = new Records();
  held.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes: [] }, { number: 0, records });
  return held;
}

function counted(tallies: Tallies): Record<string, number> {
  return Object.fromEntries(tallies.byKind(DEFAULT_KINDS).map(({ code, count }) => [code, count]));
}

test("counts places by kind, and connections apart", () => {
  const meeting: WireRecord = { ...placeRecord("c", "x"), kind: "meeting_place" };
  const records = recordsOf(
    workshopRecord(),
    placeRecord("a", "x"),
    placeRecord("b", "x", { asset_kind: "exchange" }),
    meeting,
    connectionRecord("ab", "x", "a", "b"),
  );
  const tallies = new Tallies();
  expect(tallies.follow(["workshop", "a", "b", "c", "ab"], records)).toBe(true);
  expect(counted(tallies)).toMatchObject({ physical_place: 1, exchange: 1, meeting_place: 1, association: 0 });
  expect([tallies.places, tallies.connections]).toEqual([3, 1]);
});

test("follows a place that becomes another kind, and one that goes", () => {
  const tallies = new Tallies();
  tallies.follow(["a", "b"], recordsOf(placeRecord("a", "x"), placeRecord("b", "x")));
  tallies.follow(["a", "b"], recordsOf(placeRecord("a", "x", { asset_kind: "exchange" })));
  expect(counted(tallies)).toMatchObject({ physical_place: 0, exchange: 1 });
  expect(tallies.places).toBe(1);
});

test("says when no figure changed", () => {
  const tallies = new Tallies();
  const records = recordsOf(workshopRecord(), placeRecord("a", "x"));
  tallies.follow(["a"], records);
  expect(tallies.follow(["a", "workshop", "nowhere"], records)).toBe(false);
});
