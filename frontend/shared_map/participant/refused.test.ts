import { describe, expect, test } from "vitest";
import type { PendingOperation, Refusal } from "../../sync/pending";
import type { Fields } from "../../sync/protocol";
import { Records } from "../../sync/records";
import { connectionRecord, ME, placeRecord } from "../testing/records";
import { refusedItems, type RefusedItem } from "./refused";

const records = new Records();
const changes = [placeRecord("hall", ME, { title: "Hall" }), placeRecord("park", ME, { title: "Park" }), connectionRecord("c", ME, "hall", "park")];
records.takeCatchUp(
  { type: "catch_up", after: 0, snapshot: 0, number: 1, changes: changes.map((put) => ({ put })) },
  { number: 0, records: [] },
);

const NO: Refusal = { reason: "not_allowed", message: "No." };
const POINT = { type: "Point", coordinates: [1, 1] } as const;

function told(kind: string, payload: Fields, refusal = NO): RefusedItem {
  const operation: PendingOperation = { id: "o", kind, payload, group: null, state: "refused", refusal };
  const [item] = refusedItems([operation, { ...operation, id: "open", state: "waiting" }], records, () => "new");
  if (item === undefined) throw new Error("nothing was told");
  return item;
}

describe("what was refused", () => {
  test("says what it was and why, and leaves out what is still open", () => {
    expect(told("place.remove", { place: "hall" })).toEqual({ operation: "o", what: "Removing Hall", why: "No.", correction: null });
    expect(told("place.move", { place: "gone" }).what).toBe("Moving a place that is gone");
    expect(told("something.new", {}).what).toBe("Something you did");
  });

  test("of a new place can be corrected under its own id, for connections may wait for it", () => {
    const payload = { place: "p", title: "Oak", asset_kind: "physical_place", geometry: POINT };
    expect(told("asset.place", payload)).toMatchObject({
      what: "New place: Oak",
      correction: { kind: "tell", place: "p", geometry: POINT, corrects: "o", draft: { title: "Oak", kind: "physical_place" } },
    });
  });

  test("of a new place whose id is taken is corrected under another", () => {
    const taken = { reason: "already_there", message: "Taken." };
    expect(told("asset.place", { place: "p", title: "Oak", geometry: POINT }, taken).correction).toMatchObject({ place: "new" });
  });

  test("of a change shows the place as it is now, with what was to be changed", () => {
    expect(told("asset.edit", { place: "hall", set: { note: "Warm" } }).correction).toMatchObject({
      kind: "change",
      place: "hall",
      draft: { title: "Hall", note: "Warm" },
    });
    expect(told("asset.edit", { place: "gone", set: { note: "Warm" } }).correction).toBeNull();
  });

  test("of a connection names both ends, and of its change shows the whole", () => {
    const drawn = { connection: "d", start: "hall", end: "park", how: { mode: "phone", frequency: "daily", strength: "weak" }, where: "hall", why: ["fun"] };
    expect(told("connection.draw", drawn)).toMatchObject({
      what: "A connection: Hall and Park",
      correction: { kind: "connect", connection: "d", draft: { why: ["fun"] } },
    });
    expect(told("connection.edit", { connection: "c", set: { why: ["work"] } }).correction).toMatchObject({
      kind: "change_connection",
      draft: { why: ["work"], where: "no_fixed_place" },
    });
  });
});
