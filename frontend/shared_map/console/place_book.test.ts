// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { WireChange, WireRecord } from "../../sync/protocol";
import { Records } from "../../sync/records";
import { DEFAULT_KINDS } from "../kinds";
import type { Circumstances } from "../map_features";
import { connectionRecord, placeRecord } from "../testing/records";
import { flagsOf, PlaceBook } from "./place_book";

const CIRCUMSTANCES: Circumstances = { person: "me", kinds: DEFAULT_KINDS, standingOf: () => "settled" };

/** A book that follows records as they change. */
class Followed {
  readonly records = new Records();
  readonly book = new PlaceBook();
  private number = 0;

  constructor(...records: WireRecord[]) {
    this.records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 0, changes: [] }, { number: 0, records: [] });
    this.change(...records.map((put) => ({ put })));
  }

  change(...changes: WireChange[]): void {
    this.number += 1;
    this.records.takeEntry({ type: "entry", number: this.number, operation: null, kind: null, person: null, at: null, changes });
    this.book.follow(changes.map((each) => ("put" in each ? each.put.id : each.remove)), this.records);
  }

  list(): readonly (readonly [string, number, number])[] {
    return this.book.list(this.records, CIRCUMSTANCES, true).map(({ title, connections, meToo }) => [title, connections, meToo]);
  }
}

test("lists places by title, with what stands on them, step by step", () => {
  const followed = new Followed(placeRecord("b", "x"), placeRecord("a", "x"));
  expect(followed.list()).toEqual([["a", 0, 0], ["b", 0, 0]]);
  followed.change({ put: connectionRecord("ab", "x", "a", "b") });
  expect(followed.list()).toEqual([["a", 1, 0], ["b", 1, 0]]);
  followed.change({ remove: "ab" }, { put: placeRecord("a", "x", { title: "z" }) });
  expect(followed.list()).toEqual([["b", 0, 0], ["z", 0, 0]]);
  followed.change({ remove: "b" });
  expect(followed.list()).toEqual([["z", 0, 0]]);
});

test("keeps a long list in order however it changes, as if it were sorted anew", () => {
  const chance = (seed: number): number => (seed * 48_271) % 2_147_483_647;
  const followed = new Followed();
  let seed = 7;
  for (let step = 0; step < 60; step += 1) {
    const changes: WireChange[] = [];
    for (let each = 0; each < 1 + (step % 7); each += 1) {
      seed = chance(seed);
      const id = `p${seed % 40}`;
      changes.push(seed % 3 === 0 ? { remove: id } : { put: placeRecord(id, "x", { title: `Title ${chance(seed) % 15}` }) });
    }
    followed.change(...changes);
    const listed = followed.book.list(followed.records, CIRCUMSTANCES, true).map(({ title, id }) => `${title.padStart(9)} ${id}`);
    expect(listed).toEqual([...listed].sort());
    expect(listed).toHaveLength(followed.records.size);
  }
});

test("gives the same list while nothing changes, so that nothing is drawn anew", () => {
  const { book, records } = new Followed(placeRecord("a", "x"));
  expect(book.list(records, CIRCUMSTANCES, true)).toBe(book.list(records, CIRCUMSTANCES, true));
});

test("knows who has added how much", () => {
  const followed = new Followed(placeRecord("a", "anna"), placeRecord("b", "anna"), placeRecord("c", "bashir"));
  expect([followed.book.addedBy("anna"), followed.book.addedBy("dot")]).toEqual([2, 0]);
  followed.change({ remove: "a" });
  expect([followed.book.addedBy("anna"), followed.book.count]).toEqual([1, 2]);
});

test("shows the newest first, and only so many", () => {
  const { book } = new Followed(...["01", "04", "02", "05", "03"].map((id) => placeRecord(id, "x")));
  expect(book.latest(3).map(({ id }) => id)).toEqual(["05", "04", "03"]);
});

test("flags what a facilitator should look at", () => {
  const { book } = new Followed(
    placeRecord("fine", "x"),
    placeRecord("out", "x", { outside: true }),
    placeRecord("harm", "x", { visibility: "facilitators" }),
    placeRecord("card", "x", { placed: { blind: true, revealed: false, source: "paper" } }),
  );
  expect(book.flagged().map(({ id }) => id)).toEqual(["out", "harm"]);
  expect(book.latest(1).map(flagsOf)).toEqual([["outside"]]);
  expect(flagsOf(placeRecord("x", "x", { placed: { blind: true, revealed: false, source: "paper" } }))).toEqual(["heldBack", "paper"]);
});

test("offers to hide what is shown and to show what is hidden, and only to look once it is over", () => {
  const { book, records } = new Followed(placeRecord("a", "x"), placeRecord("b", "x", { visibility: "facilitators" }));
  const [a, b] = book.list(records, CIRCUMSTANCES, true);
  expect([a?.actions.includes("hide"), b?.actions.includes("unhide"), b?.actions.includes("hide")]).toEqual([true, true, false]);
  book.forgetListed();
  expect(book.list(records, CIRCUMSTANCES, false)[0]?.actions).toEqual(["show", "spotlight"]);
});

test("a thousand places and then one more are soon in order", () => {
  const places = Array.from({ length: 1000 }, (_, index) => placeRecord(`p${String(index).padStart(4, "0")}`, `x${index % 300}`));
  const followed = new Followed(...places);
  expect(followed.list()).toHaveLength(1000);
  followed.change({ put: placeRecord("q", "x1", { title: "a first one" }) });
  expect(followed.list()[0]?.[0]).toBe("a first one");
});
