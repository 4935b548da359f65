// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Fields, WireRecord } from "../sync/protocol";
import { placeRecord } from "../shared_map/testing/records";
import { TestDesk } from "../shared_map/console/testing/desk";
import { departureRecord, sheetRecord, STEPS, takenRecord } from "./testing/records";

async function evening(fields: Fields, ...others: WireRecord[]): Promise<TestDesk> {
  const desk = await new TestDesk().open();
  await desk.room.put(sheetRecord(), ...others);
  await desk.become(fields);
  desk.asked();
  return desk;
}

function words(desk: TestDesk, selector: string): readonly string[] {
  return [...desk.frame.run.querySelectorAll(selector)].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
}

test.each([
  [{ life: "draft", stage: "lobby", step: "welcome" }, "workshop.open", {}],
  [{ stage: "lobby", step: "welcome" }, "run_sheet.go_to", { step: "places" }],
  [{ life: "paused", step: "places" }, "workshop.open", {}],
  [{ stage: "connections", step: "connections" }, "run_sheet.go_to", { step: "goodbye" }],
] as const)("at %o the next step is %s", async (fields, kind, payload) => {
  const desk = await evening(fields);
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([[kind, payload]]);
});

test("the step that the room is at is read large, and the way on names the next", async () => {
  const desk = await evening({ stage: "lobby", step: "welcome" });
  expect(words(desk, ".run-title")).toEqual(["Welcome"]);
  expect(words(desk, ".run-say p")).toEqual(["This is welcome."]);
  expect(words(desk, ".run-next .button")).toEqual(["Next: Places N"]);
  expect(desk.frame.run.querySelector("[aria-current=step]")?.textContent).toContain("Welcome");
});

test("steps that are over are ticked with the minutes that they took; passed over, they say so", async () => {
  const desk = await evening({ stage: "connections", step: "connections" }, takenRecord("welcome", 0, 13), takenRecord("places", 13, 40));
  const shown = words(desk, ".run-step .hint");
  expect(shown.slice(0, 3)).toEqual(["13 of 10 min", "27 of 30 min", "skipped"]);
});

test("a step that was chosen by mistake is gone back from, as long as the room is still there", async () => {
  const desk = await evening({ stage: "places", step: "places" });
  desk.press("n");
  await desk.become({ stage: "places", step: "look" });
  desk.asked();
  await desk.undo();
  expect(desk.asked()).toEqual([["run_sheet.go_to", { step: "places" }]]);
});

test("closing asks first, whichever button it is; a workshop whose last step is closing goes to that step", async () => {
  const desk = await evening({ stage: "places", step: "places" });
  desk.isSure = false;
  desk.frame.run.querySelector<HTMLButtonElement>(".console-close")?.click();
  await desk.settle();
  expect([desk.questions.length, desk.asked()]).toEqual([1, []]);
  desk.isSure = true;
  await desk.page.leading.close();
  expect(desk.asked()).toEqual([["run_sheet.go_to", { step: "goodbye" }]]);
});

test("a closed workshop is opened again at the step that was left last", async () => {
  const desk = await evening({ life: "closed", stage: "closed", step: "goodbye" }, takenRecord("connections", 0, 30));
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([["run_sheet.go_to", { step: "connections" }]]);
});

test("before everyone looks together, what is still hidden is shown, if the facilitator says so", async () => {
  const round = { number: 1, blind: true, revealed: false };
  const hidden = placeRecord("hidden", "someone", { placed: { blind: true, revealed: false, source: "phone" } });
  const desk = await evening({ stage: "places", step: "look", round }, hidden);
  desk.isSure = false;
  desk.press("n");
  await desk.settle();
  expect([desk.questions.length, desk.asked()]).toEqual([1, []]);
  desk.isSure = true;
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([
    ["places.reveal", {}],
    ["run_sheet.go_to", { step: "connections" }],
  ]);
});

test("where nothing waits to be shown, going on asks nothing", async () => {
  const desk = await evening({ stage: "places", step: "look", round: { number: 1, blind: true, revealed: false } });
  desk.press("n");
  await desk.settle();
  expect(desk.questions).toEqual([]);
});

test("the hall's words can be changed, given back to the step, and undone", async () => {
  const desk = await evening({ stage: "places", step: "places", prompt: "Prompt of places" });
  desk.frame.run.querySelector<HTMLButtonElement>(".run-prompt button")?.click();
  await desk.settle();
  const form = desk.frame.sheets.querySelector("form") as HTMLFormElement;
  (form.elements.namedItem("prompt") as HTMLTextAreaElement).value = " Tea is ready ";
  form.requestSubmit();
  await desk.settle();
  await desk.undo();
  expect(desk.asked()).toEqual([
    ["prompt.change", { prompt: "Tea is ready" }],
    ["prompt.change", { prompt: "Prompt of places" }],
  ]);
  desk.page.leading.bySheet.changePrompt("");
  await desk.settle();
  expect(desk.asked()).toEqual([["prompt.change", { prompt: null }]]);
});

test("how it went is told in words, and a reason can be given", async () => {
  const over = departureRecord("over", 30, { what: "ran_over", title: "Places", planned: 30, minutes: 45 });
  const desk = await evening({ stage: "places", step: "look" }, departureRecord("skip", 10), over);
  desk.page.set({ sheet: { kind: "went" } });
  await desk.settle();
  const told = [...desk.frame.sheets.querySelectorAll(".run-departures li > p")].map((each) => each.textContent);
  expect(told).toEqual(["“Look” was skipped.", "“Places” took 45 minutes instead of 30."]);
  const form = desk.frame.sheets.querySelectorAll("form")[1] as HTMLFormElement;
  (form.elements.namedItem("reason") as HTMLInputElement).value = "Many came late";
  form.requestSubmit();
  await desk.settle();
  expect(desk.asked()).toEqual([["departure.explain", { departure: "over", reason: "Many came late" }]]);
});

test("a step that begins is brought into sight, wherever in the list one had got to", async () => {
  const desk = await evening({ stage: "lobby", step: "welcome" });
  desk.frame.run.className = "console-run";
  desk.frame.run.scrollTop = 400;
  await desk.become({ stage: "lobby", step: "welcome", stage_minutes: 12 });
  expect(desk.frame.run.scrollTop).toBe(400);
  await desk.become({ stage: "places", step: "places" });
  expect(desk.frame.run.scrollTop).toBe(0);
});

test("past the run sheet the page says so, and goes on where it was left", async () => {
  const desk = await evening({ stage: "terms", step: null }, takenRecord("welcome", 0, 10));
  expect(words(desk, ".run-title")).toEqual(["Past the run sheet"]);
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([["run_sheet.go_to", { step: "places" }]]);
});

test("words of a guide are text, whatever is in them", async () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const desk = await evening({ stage: "lobby", step: "welcome" });
  await desk.room.put(sheetRecord([{ ...(STEPS[0] as Fields), say: [hostile], title: hostile }, ...STEPS.slice(1)]));
  await desk.settle();
  expect(desk.frame.run.querySelector("img")).toBeNull();
  expect(words(desk, ".run-say p")).toEqual([hostile]);
});
