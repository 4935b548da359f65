// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { TestDesk } from "./testing/desk";

test.each([
  [{ life: "draft", stage: "lobby" }, "workshop.open", {}],
  [{ stage: "lobby" }, "workshop.move_to_stage", { stage: "places", minutes: 20 }],
  [{ stage: "places" }, "workshop.move_to_stage", { stage: "connections", minutes: 20 }],
  [{ stage: "connections" }, "workshop.move_to_stage", { stage: "reflect", minutes: 5 }],
  [{ stage: "reflect" }, "workshop.close", {}],
  [{ life: "paused" }, "workshop.open", {}],
  [{ life: "closed", stage: "closed" }, "workshop.reopen", {}],
] as const)("at %o the next step is %s", async (fields, kind, payload) => {
  const desk = await new TestDesk().open(fields);
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([[kind, payload]]);
});

test("a stage can be gone back to from the message that tells of it, with the time it had", async () => {
  const desk = await new TestDesk().open({ stage: "places", stage_minutes: 15 });
  desk.page.leading.moveTo("connections");
  await desk.become({ stage: "connections", stage_minutes: 20 });
  desk.asked();
  await desk.undo();
  expect(desk.asked()).toEqual([["workshop.move_to_stage", { stage: "places", minutes: 15 }]]);
});

test("going back does nothing once the room has moved on", async () => {
  const desk = await new TestDesk().open({ stage: "places" });
  desk.page.leading.moveTo("connections");
  await desk.become({ stage: "reflect" });
  desk.asked();
  await desk.undo();
  expect(desk.asked()).toEqual([]);
});

test("choosing the stage that the room is at changes nothing", async () => {
  const desk = await new TestDesk().open({ stage: "places" });
  desk.page.leading.moveTo("places");
  expect(desk.asked()).toEqual([]);
});

test("a pause asks why, everybody reads it, and it can be undone", async () => {
  const desk = await new TestDesk().open();
  desk.press("p");
  await desk.settle();
  const form = desk.frame.sheets.querySelector("form") as HTMLFormElement;
  (form.elements.namedItem("because") as HTMLInputElement).value = " Tea ";
  form.requestSubmit();
  await desk.settle();
  expect(desk.asked()).toEqual([["workshop.pause", { because: "Tea" }]]);
  expect(desk.page.state.sheet).toBeNull();
  await desk.undo();
  expect(desk.asked()).toEqual([["workshop.open", {}]]);
});

test("closing asks first, and undo opens the workshop again where it was", async () => {
  const desk = await new TestDesk().open({ stage: "connections" });
  desk.isSure = false;
  await desk.page.leading.close();
  expect(desk.asked()).toEqual([]);
  desk.isSure = true;
  await desk.page.leading.close();
  await desk.settle();
  expect(desk.asked()).toEqual([["workshop.close", {}]]);
  await desk.undo();
  expect(desk.asked()).toEqual([["workshop.reopen", { stage: "connections" }]]);
});

test("showing everyone asks first; where all is shown it says so", async () => {
  const desk = await new TestDesk().open({ round: { number: 1, blind: true, revealed: false } });
  desk.press("r");
  await desk.settle();
  expect(desk.asked()).toEqual([["places.reveal", {}]]);
  expect(desk.questions).toHaveLength(1);
  await desk.become({ round: { number: 1, blind: true, revealed: true } });
  desk.press("r");
  await desk.settle();
  expect(desk.asked()).toEqual([]);
  expect(await desk.told()).toContain("Everyone sees all places already.");
});

test("a key that is pressed twice asks once", async () => {
  const desk = await new TestDesk().open({ round: { number: 1, blind: true, revealed: false } });
  desk.press("r");
  desk.press("r");
  await desk.settle();
  expect([desk.questions.length, desk.asked().length]).toEqual([1, 1]);
});

test("a stage without an end gets one from now, and one with an end more or less, within the server's limits", async () => {
  const desk = await new TestDesk().open();
  const since = new Date(desk.room.clock.now()).toISOString();
  await desk.become({ stage: "places", stage_since: since, stage_minutes: null });
  await desk.room.clock.pass(3.5 * 60_000);
  desk.page.leading.lengthen();
  await desk.become({ stage: "places", stage_since: since, stage_minutes: 9 });
  desk.page.leading.shorten();
  await desk.become({ stage: "places", stage_since: since, stage_minutes: 4 });
  desk.page.leading.shorten();
  await desk.settle();
  const minutes = desk.asked().map(([, payload]) => payload["minutes"]);
  expect(minutes).toEqual([9, 4, 1]);
});

test("a new round says what each person sees from now on", async () => {
  const desk = await new TestDesk().open();
  desk.page.leading.startRound(true);
  await desk.settle();
  expect(desk.asked()).toEqual([["workshop.start_round", { blind: true, moderated: false }]]);
  expect(await desk.told()).toEqual(["Round 2: everyone on their own first."]);
});

test("a workshop that is open again may have another code, so the page is loaded again", async () => {
  const desk = await new TestDesk().open({ life: "closed", stage: "closed" });
  expect(desk.loads).toBe(0);
  await desk.become({ life: "open", stage: "places" });
  await desk.become({ life: "open", stage: "connections" });
  expect(desk.loads).toBe(1);
});
