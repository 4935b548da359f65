import { describe, expect, it } from "vitest";
import { Records } from "../sync/records";
import type { Fields } from "../sync/protocol";
import { undoOf } from "./undo";

const MEETING = { who: "Parents", how_often: "weekly" };

function records(kind: string, fields: Fields): Records {
  const made = new Records();
  const record = { kind, id: "a", author: "me", audience: "everyone" as const, version: 1, fields, stands_on: [] };
  made.takeCatchUp({ type: "catch_up", after: 0, snapshot: 1, number: 1, changes: [] }, { number: 1, records: [record] });
  return made;
}

describe("taking back", () => {
  it("restores a field only if it still holds what was set", () => {
    const wish = { kind: "asset.edit", payload: { place: "a", set: { title: "New" } } };
    expect(undoOf(wish, records("asset", { title: "Old", note: "" }))).toEqual({
      kind: "asset.edit",
      payload: { place: "a", set: { title: "Old" }, expected: { title: "New" } },
    });
  });

  it("puts the photo back that a place had before, or takes off the first one", () => {
    const [first, second] = [{ id: "1", alt: "", width: 4, height: 3 }, { id: "2", alt: "", width: 4, height: 3 }];
    const set = { kind: "place.set_photo", payload: { place: "a", photo: second } };
    expect(undoOf(set, records("asset", { photo: first }))).toEqual({
      kind: "place.set_photo",
      payload: { place: "a", photo: first, expected: { photo: second } },
    });
    expect(undoOf(set, records("asset", {}))).toEqual({ kind: "place.remove_photo", payload: { place: "a", expected: { photo: second } } });
    const remove = { kind: "place.remove_photo", payload: { place: "a" } };
    expect(undoOf(remove, records("asset", { photo: first }))).toEqual({
      kind: "place.set_photo",
      payload: { place: "a", photo: first, expected: { photo: null } },
    });
  });

  it("expects the whole meeting, because the server keeps it whole", () => {
    const wish = { kind: "meeting_place.edit", payload: { place: "a", set: { meeting: { who: "Anyone" } } } };
    expect(undoOf(wish, records("meeting_place", { meeting: MEETING }))?.payload).toEqual({
      place: "a",
      set: { meeting: MEETING },
      expected: { meeting: { who: "Anyone", how_often: "weekly" } },
    });
  });

  it("moves a place back to where it was", () => {
    const there = { type: "Point", coordinates: [1, 2] };
    const here = { type: "Point", coordinates: [3, 4] };
    const wish = { kind: "place.move", payload: { place: "a", geometry: there } };
    expect(undoOf(wish, records("asset", { geometry: here }))?.payload).toEqual({
      place: "a",
      geometry: here,
      expected: { geometry: there },
    });
  });

  it.each([
    ["asset.place", "place.remove"],
    ["meeting_place.place", "place.remove"],
    ["place.remove", "place.restore"],
    ["connection.draw", "connection.remove"],
    ["connection.remove", "connection.restore"],
    ["me_too.add", "me_too.remove"],
    ["me_too.remove", "me_too.add"],
  ])("takes %s back by %s", (kind, back) => {
    expect(undoOf({ kind, payload: { place: "a", connection: "a" } }, new Records())?.kind).toBe(back);
  });

  it("has nothing to take back where nothing is known", () => {
    expect(undoOf({ kind: "place.move", payload: { place: "gone", geometry: null } }, new Records())).toBeNull();
    expect(undoOf({ kind: "workshop.close", payload: {} }, new Records())).toBeNull();
  });

  it.each([
    ["places.reveal", {}, "places.conceal", {}],
    ["place.approve", { ids: ["a", "b"] }, "place.queue", { ids: ["a", "b"] }],
    ["place.return", { id: "a", reason: "spot", words: "" }, "place.queue", { ids: ["a"] }],
    ["place.hide", { id: "a" }, "place.unhide", { id: "a" }],
    ["place.unhide", { id: "a" }, "place.hide", { id: "a" }],
    ["place.alarm", { place: "a" }, "alarm.take_back", { place: "a" }],
    ["alarm.answer", { place: "a", answer: "show" }, "alarm.answer", { place: "a", answer: "open" }],
    ["places.merge", { keep: "a", others: ["b"] }, "places.split", { places: ["b"] }],
    ["person.revert", { person: "p" }, "person.restore", { person: "p" }],
    ["person.restore", { person: "p" }, "person.revert", { person: "p" }],
  ])("takes back %s", (kind, payload, undo, undone) => {
    expect(undoOf({ kind, payload }, new Records())).toEqual({ kind: undo, payload: undone });
  });
});
