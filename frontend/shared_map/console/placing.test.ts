// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { EMPTY_PLACE } from "../../components/place_form/draft";
import { placeRecord } from "../testing/records";
import { TestDesk } from "./testing/desk";
import type { Telling } from "./state";

const DRAFT = { ...EMPTY_PLACE, kind: "physical_place", title: "Bench" };

async function telling(desk: TestDesk): Promise<Telling> {
  desk.press("a");
  await desk.settle();
  return desk.page.state.sheet as Telling;
}

test.each(["facilitator", "paper"] as const)("what is placed for somebody says that it came from %s", async (source) => {
  const desk = await new TestDesk().open();
  desk.page.set({ source });
  const sheet = await telling(desk);
  desk.page.placing.told(sheet, DRAFT);
  await desk.settle();
  const [asked] = desk.asked();
  expect(asked?.[0]).toBe("asset.place");
  expect(asked?.[1]).toMatchObject({ title: "Bench", source, geometry: { type: "Point", coordinates: [1, 1] } });
  await desk.undo();
  expect(desk.asked()).toEqual([["place.remove", { place: sheet.place }]]);
});

test("draws a line with corners at the cross", async () => {
  const desk = await new TestDesk().open();
  desk.page.placing.draw("line");
  desk.press("a");
  desk.page.placing.finishDrawing();
  expect(await desk.told()).toEqual(["That needs more corners."]);
  desk.press("ArrowRight");
  expect(desk.room.map.nudges).toEqual([[64, 0]]);
  desk.room.map.middle = [1.1, 1.1];
  desk.press("a");
  desk.page.placing.finishDrawing();
  expect(desk.page.state.sheet).toMatchObject({ kind: "tell", geometry: { type: "LineString" } });
});

test("puts a place aside in one step, and undo gives it back as it was", async () => {
  const desk = await new TestDesk().open();
  desk.page.act("hide", "theirs");
  await desk.settle();
  expect(desk.asked()).toEqual([["place.hide", { id: "theirs" }]]);
  await desk.undo();
  expect(desk.asked()).toEqual([["place.unhide", { id: "theirs" }]]);
});

test("shows a hidden place to the room and to nobody beyond it", async () => {
  const desk = await new TestDesk().open();
  await desk.room.put(placeRecord("secret", "someone", { visibility: "facilitators" }));
  desk.page.act("unhide", "secret");
  await desk.settle();
  expect(desk.asked()).toEqual([["asset.edit", { place: "secret", set: { visibility: "room" } }]]);
});

test("what anybody took off is put back from the sheet, long after the message has gone", async () => {
  const desk = await new TestDesk().open();
  desk.page.act("remove", "theirs");
  await desk.settle();
  expect(desk.asked()).toEqual([["place.remove", { place: "theirs" }]]);
  const at = "2026-03-01T18:00:00Z";
  desk.removed = [
    { id: "theirs", kind: "place", titles: ["Mill"], by: "teal otter", at },
    { id: "line", kind: "connection", titles: ["Hall", "Park"], by: null, at },
  ];
  desk.page.tool("removed");
  await desk.settle();
  const rows = [...desk.frame.sheets.querySelectorAll(".console-removed li")];
  expect(rows.map((row) => row.querySelector("strong")?.textContent)).toEqual(["Mill", "Hall and Park"]);
  expect(rows[0]?.textContent).toContain("teal otter");
  rows.forEach((row) => row.querySelector("button")?.click());
  await desk.settle();
  expect(desk.asked()).toEqual([
    ["place.restore", { place: "theirs" }],
    ["connection.restore", { connection: "line" }],
  ]);
});

test("moves somebody's place to the cross", async () => {
  const desk = await new TestDesk().open();
  desk.page.act("move", "theirs");
  desk.room.map.middle = [1.5, 1.25];
  desk.press("a");
  await desk.settle();
  expect(desk.asked()).toEqual([["place.move", { place: "theirs", geometry: { type: "Point", coordinates: [1.5, 1.25] } }]]);
  expect(desk.page.state.task.kind).toBe("look");
});

test("changes only what is different", async () => {
  const desk = await new TestDesk().open();
  desk.page.act("change", "theirs");
  const sheet = desk.page.state.sheet;
  if (sheet?.kind !== "change") throw new Error("No form is open.");
  desk.page.placing.changed(sheet, sheet.draft);
  await desk.settle();
  expect([desk.asked(), await desk.told()]).toEqual([[], ["Nothing was different, so nothing was changed."]]);
  desk.page.placing.changed(sheet, { ...sheet.draft, note: "Warm" });
  await desk.settle();
  expect(desk.asked()).toEqual([["asset.edit", { place: "theirs", set: { note: "Warm" } }]]);
});

test("a closed workshop is not changed, but what could do harm is put aside in it", async () => {
  const desk = await new TestDesk().open({ life: "closed", stage: "closed" });
  desk.press("a");
  for (const action of ["change", "move", "remove", "connect"] as const) desk.page.act(action, "theirs");
  await desk.settle();
  expect([desk.asked(), desk.page.state.sheet, desk.page.state.task.kind]).toEqual([[], null, "look"]);
  expect(await desk.told()).toEqual(["This workshop is closed. Open it again to change it."]);
  desk.page.act("hide", "theirs");
  await desk.settle();
  expect(desk.asked()).toEqual([["place.hide", { id: "theirs" }]]);
});
