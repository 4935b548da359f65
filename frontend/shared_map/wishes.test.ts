import { describe, expect, test } from "vitest";
import { EMPTY_CONNECTION, type ConnectionDraft } from "../components/connection_form/draft";
import { EMPTY_PLACE, NO_MEETING, type PlaceDraft } from "../components/place_form/draft";
import type { Fields, WireRecord } from "../sync/protocol";
import {
  connectionDraft,
  connectionEditWish,
  connectionWish,
  moveWish,
  placeDraft,
  placeEditWish,
  placeWish,
  shiftedTo,
  type PlacedGeometry,
} from "./wishes";

const SPOT: PlacedGeometry = { type: "Point", coordinates: [-0.7, 52.6] };
const MEETING = { who: "Walkers", how_often: "weekly", how_many: "few", open_to: "everyone" } as const;
const HALL: PlaceDraft = { ...EMPTY_PLACE, kind: "meeting_place", title: "Hall", meeting: MEETING };
const ORCHARD: PlaceDraft = { ...EMPTY_PLACE, kind: "physical_place", title: "Orchard" };
const THREAD: ConnectionDraft = {
  ...EMPTY_CONNECTION,
  how: { mode: "in_person", frequency: "weekly", strength: "strong" },
  where: "no_fixed_place",
  why: ["fun"],
};

function record(kind: string, fields: Fields): WireRecord {
  return { kind, id: "p", author: "me", audience: "everyone", version: 1, fields, stands_on: [] };
}

/** What a wish's payload would make of it on the server, as far as a form shows it. */
function recordOf(draft: PlaceDraft): WireRecord {
  const { kind, payload } = placeWish(draft, { place: "p", geometry: SPOT });
  return record(kind.split(".")[0] ?? "", payload as Fields);
}

describe("placing", () => {
  test("an asset carries its kind, a meeting place its meeting, and neither the other's", () => {
    const asset = placeWish(ORCHARD, { place: "p", geometry: SPOT });
    const meeting = placeWish(HALL, { place: "p", geometry: SPOT });
    expect(asset.kind).toBe("asset.place");
    expect(asset.payload).toMatchObject({ asset_kind: "physical_place", geometry: SPOT });
    expect(asset.payload).not.toHaveProperty("meeting");
    expect(meeting.kind).toBe("meeting_place.place");
    expect(meeting.payload).toMatchObject({ meeting: MEETING });
    expect(meeting.payload).not.toHaveProperty("asset_kind");
  });

  test("says for whom it was entered only where somebody else entered it", () => {
    expect(placeWish(ORCHARD, { place: "p", geometry: SPOT }).payload).not.toHaveProperty("source");
    expect(placeWish(ORCHARD, { place: "p", geometry: SPOT, source: "paper" }).payload).toMatchObject({ source: "paper" });
  });

  test.each([HALL, ORCHARD])("what was said comes back into the form: $title", (draft) => {
    expect(placeDraft(recordOf(draft).kind, recordOf(draft).fields)).toEqual(draft);
  });

  test("a payload that left out what has a usual value fills the form with that", () => {
    expect(placeDraft("asset.place", { title: "Orchard", asset_kind: "physical_place" })).toEqual(ORCHARD);
  });
});

describe("changing a place", () => {
  test("asks for what differs, and for nothing else", () => {
    const wish = placeEditWish(recordOf(ORCHARD), { ...ORCHARD, note: "Apples", kind: "exchange" });
    expect(wish).toEqual({ kind: "asset.edit", payload: { place: "p", set: { note: "Apples", asset_kind: "exchange" } } });
  });

  test("asks for a meeting as a whole", () => {
    const meeting = { ...MEETING, how_many: "more" } as const;
    const wish = placeEditWish(recordOf(HALL), { ...HALL, meeting });
    expect(wish).toEqual({ kind: "meeting_place.edit", payload: { place: "p", set: { meeting } } });
  });

  test.each([HALL, ORCHARD])("asks for nothing where nothing differs: $title", (draft) => {
    expect(placeEditWish(recordOf(draft), draft)).toBeNull();
  });

  test("of an asset never asks for a meeting", () => {
    expect(placeEditWish(recordOf(ORCHARD), { ...ORCHARD, meeting: { ...NO_MEETING, who: "left over" } })).toBeNull();
  });
});

describe("moving", () => {
  test("puts a point on the spot", () => {
    expect(moveWish(recordOf(ORCHARD), [-0.8, 52.7]).payload).toEqual({
      place: "p",
      geometry: { type: "Point", coordinates: [-0.8, 52.7] },
    });
  });

  test("a line keeps its form, and its middle comes to the spot", () => {
    const line: PlacedGeometry = { type: "LineString", coordinates: [[0, 0], [2, 0]] };
    expect(shiftedTo(line, [5, 1])).toEqual({ type: "LineString", coordinates: [[4, 1], [6, 1]] });
  });

  test("an area keeps its form and stays closed", () => {
    const ring = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]] as const;
    const moved = shiftedTo({ type: "Polygon", coordinates: [ring] }, [11, 11]);
    expect(moved).toEqual({ type: "Polygon", coordinates: [[[10, 10], [12, 10], [12, 12], [10, 12], [10, 10]]] });
  });
});

describe("connecting", () => {
  const wish = connectionWish(THREAD, { connection: "p", start: "a", end: "b" });

  test("carries how, where, why and what came of it", () => {
    const { result, ...asked } = THREAD;
    expect(wish).toEqual({ kind: "connection.draw", payload: { connection: "p", start: "a", end: "b", ...asked, result } });
  });

  test("what was said comes back into the form", () => {
    expect(connectionDraft(wish.payload as Fields)).toEqual(THREAD);
  });

  test("a change asks for what differs; none asks for nothing", () => {
    const drawn = record("connection", wish.payload as Fields);
    expect(connectionEditWish(drawn, { ...THREAD, why: ["fun", "learning"] })).toEqual({
      kind: "connection.edit",
      payload: { connection: "p", set: { why: ["fun", "learning"] } },
    });
    expect(connectionEditWish(drawn, THREAD)).toBeNull();
  });
});
