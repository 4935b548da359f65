import { expect, test } from "vitest";
import { Records } from "../sync/records";
import type { WireRecord } from "../sync/protocol";
import { mostLinked } from "./links";
import { connectionRecord, placeRecord } from "./testing/records";

function room(...records: readonly WireRecord[]): Records {
  const all = new Records();
  all.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 9, changes: [] }, { number: 0, records });
  return all;
}

test("names the places with most connections, most first, and none that has but one", () => {
  const records = room(
    ...["hall", "park", "shop", "lane"].map((id) => placeRecord(id, "x")),
    connectionRecord("1", "x", "hall", "park"),
    connectionRecord("2", "x", "hall", "shop"),
    connectionRecord("3", "x", "hall", "park"),
    connectionRecord("4", "x", "shop", "lane"),
  );
  expect(mostLinked(records, 5).map(({ title, links }) => [title, links])).toEqual([["hall", 3], ["park", 2], ["shop", 2]]);
  expect(mostLinked(records, 1)).toHaveLength(1);
});

test("says nothing of a place that the viewer may not see", () => {
  const records = room(connectionRecord("1", "x", "secret", "other"), connectionRecord("2", "x", "secret", "other"));
  expect(mostLinked(records, 5)).toEqual([]);
});
