import { expect, test } from "vitest";
import type { WireChange, WireRecord } from "./protocol";
import { Records } from "./records";

function record(id: string, version: number, more: Partial<WireRecord> = {}): WireRecord {
  return { kind: "asset", id, author: "p1", audience: "everyone", version, fields: { title: id }, stands_on: [], ...more };
}

function entry(number: number, ...changes: WireChange[]) {
  return { type: "entry", number, operation: `op${number}`, kind: "k", person: "p1", at: "", changes } as const;
}

function catchUp(after: number, number: number, changes: WireChange[], snapshot: number | null = null) {
  return { type: "catch_up", after, number, changes, snapshot } as const;
}

/** Records after a snapshot of these. */
function begun(number: number, ...records: WireRecord[]): Records {
  const made = new Records();
  made.takeCatchUp(catchUp(0, number, [], number), { number, records });
  return made;
}

const ids = (records: readonly WireRecord[]): string[] => records.map(({ id }) => id);

test("the next entry is applied and says what was there before", () => {
  const records = begun(1, record("a", 1));
  const fold = records.takeEntry(entry(2, { put: record("a", 2) }, { put: record("b", 2) }));
  expect(fold).toEqual({ outcome: "applied", before: new Map([["a", record("a", 1)], ["b", undefined]]) });
  expect(records.number).toBe(2);
  expect(records.get("a")?.version).toBe(2);
});

test("an entry that is known already changes nothing", () => {
  const records = begun(5, record("a", 5));
  expect(records.takeEntry(entry(5, { remove: "a" }))).toEqual({ outcome: "known" });
  expect(records.size).toBe(1);
});

test("an entry after a gap is not applied", () => {
  const records = begun(5);
  expect(records.takeEntry(entry(7, { put: record("a", 7) }))).toEqual({ outcome: "gap" });
  expect(records.size).toBe(0);
  expect(records.number).toBe(5);
});

test("an entry without changes moves the number on", () => {
  const records = begun(5, record("a", 5));
  expect(records.takeEntry(entry(6))).toEqual({ outcome: "applied", before: new Map() });
  expect(records.number).toBe(6);
});

test("a record that is put and removed in one entry is gone", () => {
  const records = begun(1, record("a", 1));
  records.takeEntry(entry(2, { put: record("a", 2) }, { remove: "a" }));
  expect(records.get("a")).toBeUndefined();
  expect(records.ofKind("asset")).toEqual([]);
});

test("removing what is not there changes nothing", () => {
  const records = begun(1, record("a", 1));
  expect(records.takeEntry(entry(2, { remove: "x" }))).toEqual({ outcome: "applied", before: new Map([["x", undefined]]) });
  expect(ids(records.all())).toEqual(["a"]);
});

test("records come in the order of their versions, and of their ids within one", () => {
  const records = begun(3, record("c", 1), record("b", 3), record("a", 3));
  expect(ids(records.all())).toEqual(["c", "a", "b"]);
  records.takeEntry(entry(4, { put: record("c", 4) }));
  expect(ids(records.ofKind("asset"))).toEqual(["a", "b", "c"]);
});

test("the indexes follow a record that changes its kind and its ground", () => {
  const records = begun(1, record("a", 1, { stands_on: ["x", "y"] }));
  records.takeEntry(entry(2, { put: record("a", 2, { kind: "meeting_place", stands_on: ["y", "z"] }) }));
  expect([ids(records.ofKind("asset")), ids(records.ofKind("meeting_place"))]).toEqual([[], ["a"]]);
  expect(["x", "y", "z"].map((ground) => ids(records.standingOn(ground)))).toEqual([[], ["a"], ["a"]]);
});

test("a catch-up brings the present forms and removals at once", () => {
  const records = begun(2, record("a", 1), record("b", 2));
  records.takeCatchUp(catchUp(2, 9, [{ put: record("a", 7) }, { remove: "b" }]), null);
  expect(records.number).toBe(9);
  expect(records.all()).toEqual([record("a", 7)]);
});

test("a catch-up from before what is here is applied, as it holds present forms only", () => {
  const records = begun(5, record("a", 5));
  records.takeCatchUp(catchUp(3, 8, [{ put: record("a", 8) }, { put: record("b", 4) }]), null);
  expect(records.number).toBe(8);
  expect(ids(records.all())).toEqual(["b", "a"]);
});

test("a late catch-up never takes the records back", () => {
  const records = begun(8, record("a", 8));
  expect(records.takeCatchUp(catchUp(3, 6, [{ put: record("a", 6) }]), null)).toEqual({ outcome: "known" });
  expect(records.get("a")?.version).toBe(8);
});

test("a catch-up over what is missing is a gap", () => {
  expect(begun(2).takeCatchUp(catchUp(4, 6, []), null)).toEqual({ outcome: "gap" });
  expect(new Records().takeCatchUp(catchUp(0, 6, []), null)).toEqual({ outcome: "gap" });
});

test("a snapshot replaces everything, and its tail is laid over it", () => {
  const records = begun(2, record("a", 1), record("b", 2));
  const fold = records.takeCatchUp(catchUp(0, 12, [{ put: record("d", 12) }, { remove: "c" }], 10), {
    number: 10,
    records: [record("b", 9), record("c", 10)],
  });
  expect(records.all()).toEqual([record("b", 9), record("d", 12)]);
  expect(fold.outcome === "applied" && [...fold.before.keys()].sort()).toEqual(["a", "b", "d"]);
});

test("a snapshot from before a restored backup is taken as it is", () => {
  const records = begun(50, record("a", 50));
  records.takeCatchUp(catchUp(0, 10, [], 10), { number: 10, records: [record("a", 9)] });
  expect(records.number).toBe(10);
  expect(records.get("a")?.version).toBe(9);
});

test("another snapshot than the one named is not taken", () => {
  expect(begun(2).takeCatchUp(catchUp(0, 12, [], 10), { number: 9, records: [] })).toEqual({ outcome: "gap" });
});

test("names from the depths of the language are plain ids", () => {
  const records = begun(1, record("__proto__", 1, { kind: "constructor", stands_on: ["toString"] }));
  expect(records.get("__proto__")?.kind).toBe("constructor");
  expect(ids(records.standingOn("toString"))).toEqual(["__proto__"]);
  expect(records.get("hasOwnProperty")).toBeUndefined();
  expect(records.ofKind("valueOf")).toEqual([]);
});
