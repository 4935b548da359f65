import { describe, expect, it } from "vitest";
import type { Fields, WireRecord } from "../sync/protocol";
import { Records } from "../sync/records";
import { sketchFor } from "./sketches";

const sketch = sketchFor("me");

function place(id: string, fields: Fields = {}): WireRecord {
  return { kind: "asset", id, author: "you", audience: "everyone", version: 1, fields, stands_on: [] };
}

function known(...records: WireRecord[]): Records {
  const made = new Records();
  made.takeCatchUp({ type: "catch_up", after: 0, snapshot: 1, number: 1, changes: [] }, { number: 1, records });
  return made;
}

function draw(kind: string, payload: Fields, records = new Records()) {
  return sketch({ id: "op", kind, payload, group: null, state: "waiting", refusal: null }, records);
}

describe("sketches", () => {
  it("draws a new place as mine, with what was left out as the server will have it", () => {
    const [change] = draw("asset.place", { place: "p", title: "Hall", asset_kind: "association", geometry: null });
    expect(change).toMatchObject({ put: { id: "p", author: "me", fields: { title: "Hall", visibility: "partners", note: "" } } });
  });

  it("draws an edit over what is there and keeps the rest", () => {
    const [change] = draw("asset.edit", { place: "p", set: { title: "Park" } }, known(place("p", { title: "Hall", note: "n" })));
    expect(change).toMatchObject({ put: { author: "you", fields: { title: "Park", note: "n" } } });
  });

  it("draws nothing for an edit of what is not there", () => {
    expect(draw("asset.edit", { place: "p", set: { title: "Park" } })).toEqual([]);
  });

  it("removes a place with what stands on it", () => {
    const link = { ...place("c"), kind: "connection", stands_on: ["p", "q"] };
    const gone = draw("place.remove", { place: "p" }, known(place("p"), place("q"), link));
    expect(gone).toEqual([{ remove: "c" }, { remove: "p" }]);
  });

  it("marks and unmarks under the id that the server gives the mark", () => {
    expect(draw("me_too.add", { place: "p" })).toMatchObject([{ put: { id: "p:me", stands_on: ["p"] } }]);
    expect(draw("me_too.remove", { place: "p" })).toEqual([{ remove: "p:me" }]);
  });

  it("draws a connection on both its places", () => {
    const [change] = draw("connection.draw", { connection: "c", start: "p", end: "q", how: { strength: "weak" } });
    expect(change).toMatchObject({ put: { kind: "connection", stands_on: ["p", "q"], fields: { directed: false } } });
  });

  it("keeps a meeting's other answers", () => {
    const meeting = { ...place("m", { meeting: { who: "Parents" } }), kind: "meeting_place" };
    const [change] = draw("meeting_place.edit", { place: "m", set: { meeting: { open_to: "everyone" } } }, known(meeting));
    expect(change).toMatchObject({ put: { fields: { meeting: { who: "Parents", open_to: "everyone" } } } });
  });

  it("cannot tell what other operations do, and draws nothing", () => {
    expect(draw("places.reveal", {})).toEqual([]);
  });
});
