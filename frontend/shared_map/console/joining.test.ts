// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { EMPTY_CONNECTION, type ConnectionDraft } from "../../components/connection_form/draft";
import { connectionRecord } from "../testing/records";
import { TestDesk } from "./testing/desk";

const DRAFT: ConnectionDraft = {
  ...EMPTY_CONNECTION,
  how: { mode: "in_person", frequency: "weekly", strength: "steady" },
  where: "no_fixed_place",
  why: ["fun"],
};

test("joins two places that are chosen on the map, in somebody's name", async () => {
  const desk = await new TestDesk().open();
  desk.page.joining.begin(null);
  desk.room.map.tap("mine");
  desk.room.map.tap("theirs");
  const { sheet } = desk.page.state;
  if (sheet?.kind !== "connect") throw new Error("No form is open.");
  desk.page.joining.joined(sheet, DRAFT);
  await desk.settle();
  const [asked] = desk.asked();
  expect(asked?.[1]).toMatchObject({ start: "mine", end: "theirs", source: "facilitator", why: ["fun"] });
  expect(desk.page.state.task.kind).toBe("look");
});

test("the same place twice is no connection, and the first stays chosen", async () => {
  const desk = await new TestDesk().open();
  desk.page.joining.begin("mine");
  desk.room.map.tap("mine");
  expect([desk.page.state.sheet, desk.page.state.task]).toEqual([null, { kind: "join", start: "mine" }]);
  desk.room.map.tap(null);
  expect(desk.room.map.selected).toBe("mine");
});

test("begins anew where the first place is taken away meanwhile", async () => {
  const desk = await new TestDesk().open();
  desk.page.joining.begin("theirs");
  await desk.room.change({ remove: "theirs" });
  expect(desk.page.state.task).toEqual({ kind: "join", start: null });
});

test("changes, puts aside and takes off a connection from the card of a place", async () => {
  const desk = await new TestDesk().open();
  await desk.room.put(connectionRecord("c", "someone", "mine", "theirs"));
  desk.page.choose("mine");
  const [, change, hide, remove] = desk.frame.place.querySelectorAll<HTMLElement>(".console-connection button");
  change?.click();
  const { sheet } = desk.page.state;
  if (sheet?.kind !== "change_connection") throw new Error("No form is open.");
  desk.page.joining.changed(sheet, { ...sheet.draft, why: ["work"] });
  hide?.click();
  remove?.click();
  await desk.settle();
  expect(desk.asked()).toEqual([
    ["connection.edit", { connection: "c", set: { why: ["work"] } }],
    ["place.hide", { id: "c" }],
    ["connection.remove", { connection: "c" }],
  ]);
});

test("shows a connection again that was put aside, and says why it is out of sight", async () => {
  const desk = await new TestDesk().open();
  const line = connectionRecord("c", "someone", "mine", "theirs");
  await desk.room.put({ ...line, fields: { ...line.fields, aside: { cause: "facilitator" } } });
  desk.page.choose("mine");
  const [, , show] = desk.frame.place.querySelectorAll<HTMLElement>(".console-connection button");
  expect(desk.frame.place.querySelector(".console-connections .notice")?.textContent).toContain("Put aside");
  show?.click();
  await desk.settle();
  expect(desk.asked()).toEqual([["place.unhide", { id: "c" }]]);
});
