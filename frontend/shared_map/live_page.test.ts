// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { settled } from "../sync/testing/clock";
import { CROWD } from "./live_page";
import { refusedOf } from "./refusals";
import { connectionRecord, ME, placeRecord, workshopRecord } from "./testing/records";
import { TestRoom } from "./testing/room";

describe("a live page", () => {
  test("knows its workshop once the records are there, and tells how it was before", async () => {
    const room = new TestRoom();
    const told: (readonly [string, string | undefined])[] = [];
    room.live.onWorkshop((now, before) => told.push([now.stage, before?.stage]));
    expect(room.live.workshop).toBeNull();
    await room.open();
    await room.put(workshopRecord({ stage: "connections" }));
    await room.put(placeRecord("new", "someone"));
    expect(told).toEqual([["places", undefined], ["connections", "places"]]);
    expect(room.live.workshop?.stage).toBe("connections");
  });

  test("shows what came with the page before its line is open, and asks the line only for what follows", async () => {
    const first = { type: "catch_up", after: 0, snapshot: 7, number: 8, changes: [{ put: placeRecord("hidden", ME) }] } as const;
    const room = new TestRoom({ context: { catch_up: first } });
    room.preloaded = { number: 7, records: [workshopRecord(), placeRecord("theirs", "someone")] };
    await room.reach(false);
    await room.open();
    expect([...room.map.places.keys()].sort()).toEqual(["hidden", "theirs"]);
    expect(room.live.client.records.number).toBe(8);
  });

  test("opens its line also where what came with the page does not come", async () => {
    const first = { type: "catch_up", after: 0, snapshot: 7, number: 8, changes: [] } as const;
    const room = await new TestRoom({ context: { catch_up: first } }).open();
    expect(room.map.places.has("theirs")).toBe(true);
  });

  test("does not wait for a snapshot that never comes", async () => {
    const first = { type: "catch_up", after: 0, snapshot: 7, number: 8, changes: [] } as const;
    const room = new TestRoom({ context: { catch_up: first } });
    room.isPreloading = true;
    void room.live.begin();
    await room.clock.pass(5_000);
    expect(room.map.places.has("theirs")).toBe(true);
  });

  test("draws places and connections as records come and go", async () => {
    const room = await new TestRoom().open();
    expect(room.map.places.get("mine")).toMatchObject({ mine: true, kind: "physical_place" });
    expect(room.map.places.get("theirs")).toMatchObject({ mine: false, standing: "settled" });
    await room.put(connectionRecord("c", ME, "mine", "theirs"));
    expect(room.map.connections.get("c")).toMatchObject({ start: "mine", end: "theirs", strength: "steady" });
    await room.change({ remove: "c" }, { remove: "theirs" });
    expect([room.map.places.has("theirs"), room.map.connections.has("c")]).toEqual([false, false]);
  });

  test("shows the map before it tells which records changed", async () => {
    const room = await new TestRoom().open();
    const seen: (string | undefined)[] = [];
    const stop = room.live.onRecords((ids) => seen.push(...[...ids].map((id) => room.map.places.get(id)?.title)));
    await room.put(placeRecord("new", "someone", { title: "Bench" }));
    stop();
    await room.put(placeRecord("later", "someone"));
    expect(seen).toEqual(["Bench"]);
  });

  test.each([true, false])("shows a crowd a frame later, with what came meanwhile and in one telling (seen: %s)", async (isSeen) => {
    const room = await new TestRoom().open();
    room.isSeen = isSeen;
    const told: number[] = [];
    room.live.onRecords((ids) => told.push(ids.size));
    await room.put(...Array.from({ length: CROWD + 1 }, (_, each) => placeRecord(`new ${each}`, "someone")));
    await room.change({ put: placeRecord("new 0", "someone", { title: "Renamed" }) }, { remove: "new 1" });
    expect([room.map.places.size, told]).toEqual([2, []]);
    await room.clock.pass(100);
    expect([room.map.places.size, told]).toEqual([2 + CROWD, [CROWD + 1]]);
    expect(room.map.places.get("new 0")?.title).toBe("Renamed");
    await room.put(placeRecord("after", "someone"));
    expect(told).toEqual([CROWD + 1, 1]);
  });

  test("lets new places drop in where asked to, but neither what was there nor what only changed", async () => {
    const room = await new TestRoom({ drops: true }).open();
    await room.put(placeRecord("new", "someone"));
    await room.put(placeRecord("new", "someone", { title: "Renamed" }));
    expect(room.map.dropped).toEqual(["new"]);
  });

  test("shows what was asked for as waiting until the answer is there", async () => {
    const room = await new TestRoom().open();
    await room.reach(false);
    room.live.wish("me_too.add", { place: "theirs" });
    room.live.wish("asset.edit", { place: "mine", set: { title: "Other" } });
    expect(room.map.places.get("mine")).toMatchObject({ title: "Other", standing: "waiting" });
    await room.reach(true);
    expect(room.map.places.get("mine")).toMatchObject({ title: "Other", standing: "settled" });
    expect(room.asked.map(({ kind }) => kind)).toEqual(["me_too.add", "asset.edit"]);
  });

  test("gives with each deed what takes it back", async () => {
    const room = await new TestRoom().open();
    const { undo } = room.live.ask({ kind: "asset.edit", payload: { place: "mine", set: { title: "Other" } } });
    await settled();
    expect(undo).not.toBeNull();
    const operation = undo === null ? "" : room.live.takeBack(undo);
    await settled();
    expect(room.live.client.records.get("mine")?.fields["title"]).toBe("mine");
    expect(room.asked[1]?.id).toBe(operation);
  });

  test("knows of what was asked for and refused", async () => {
    const room = await new TestRoom().open();
    room.refusing.set("place.remove", "Not now.");
    room.live.wish("place.remove", { place: "mine" });
    await settled();
    expect(refusedOf(room.live.client.pending.list).map(({ refusal }) => refusal?.message)).toEqual(["Not now."]);
    expect(room.map.places.has("mine")).toBe(true);
  });
});
