import { expect, test } from "vitest";
import { Records } from "../../sync/records";
import type { Fields } from "../../sync/protocol";
import { placeRecord } from "../testing/records";
import { OwnReview } from "./own_review";

function following(): { readonly own: OwnReview; become(author: string, fields: Fields | null): readonly unknown[] } {
  const records = new Records();
  const own = new OwnReview("me");
  let number = 0;
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 0, changes: [] }, { number: 0, records: [] });
  return {
    own,
    become(author, fields) {
      number += 1;
      const change = fields === null ? { remove: "a" } : { put: placeRecord("a", author, { title: "Fern Hall", ...fields }) };
      records.takeEntry({ type: "entry", number, operation: null, kind: null, person: null, at: null, changes: [change] });
      return own.follow(["a"], records);
    },
  };
}

test("its author hears when a place that waited is shown to everyone", () => {
  const { become } = following();
  expect(become("me", { review: { state: "waiting" } })).toEqual([]);
  expect(become("me", { review: { state: "approved" } })).toEqual([{ id: "a", title: "Fern Hall", became: "shown" }]);
  expect(become("me", { review: { state: "approved" }, note: "More" })).toEqual([]);
});

test("its author hears once that it came back, and it counts until it is changed", () => {
  const { own, become } = following();
  become("me", { review: { state: "waiting" } });
  const returned = { review: { state: "returned", reason: "spot", words: "" } };
  expect(become("me", returned)).toEqual([{ id: "a", title: "Fern Hall", became: "returned" }]);
  expect(become("me", { ...returned, note: "" })).toEqual([]);
  expect(own.returned).toBe(1);
  become("me", { review: { state: "waiting" } });
  expect(own.returned).toBe(0);
});

test("nothing is news when the page opens, of others' places, or of one that is gone", () => {
  const { own, become } = following();
  expect(become("me", { review: { state: "returned", reason: "spot", words: "" } })).toEqual([]);
  expect(own.returned).toBe(1);
  expect(become("me", null)).toEqual([]);
  expect(own.returned).toBe(0);
  expect(become("other", { review: { state: "waiting" } })).toEqual([]);
  expect(become("other", {})).toEqual([]);
});

test("a connection of one's own counts as well, and has no title of its own", () => {
  const records = new Records();
  const own = new OwnReview("me");
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 0, changes: [] }, { number: 0, records: [] });
  const become = (number: number, review: Fields): readonly unknown[] => {
    const put = { ...placeRecord("line", "me", { review }), kind: "connection", stands_on: ["a", "b"] };
    records.takeEntry({ type: "entry", number, operation: null, kind: null, person: null, at: null, changes: [{ put }] });
    return own.follow(["line"], records);
  };
  become(1, { state: "waiting" });
  expect(become(2, { state: "returned", reason: "unclear", words: "" })).toEqual([{ id: "line", title: null, became: "returned" }]);
  expect(own.returned).toBe(1);
});
