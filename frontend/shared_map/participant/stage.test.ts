// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { Letters } from "../../base/letters";
import { button, settled as drawn, type } from "../../components/testing";
import { KithToast } from "../../components/toast/toast";
import type { WireRecord } from "../../sync/protocol";
import { TestClock, settled as kept } from "../../sync/testing/clock";
import { ME, placeRecord, workshopRecord } from "../testing/records";
import { TestRoom } from "../testing/room";
import { KeptSentence } from "./kept_sentence";
import { agreeingView } from "./agreeing_view";
import { lookingBackView } from "./looking_back_view";
import { ParticipantPage } from "./page";
import { sheetView } from "./sheet_view";
import { IDLE_AFTER, SignsOfLife } from "./signs_of_life";
import { answerBlocked, stageScreenOf } from "./stage_screen";

const storage = new Map<string, string>();
const memory = (): Storage =>
  ({
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, text: string) => void storage.set(name, text),
    removeItem: (name: string) => void storage.delete(name),
  }) as Storage;

let leave = new AbortController();

beforeEach(() => storage.clear());

afterEach(() => {
  leave.abort();
  leave = new AbortController();
  delete document.documentElement.dataset["letters"];
});

async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await kept();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
  }
}

async function phone(...records: WireRecord[]): Promise<{ room: TestRoom; page: ParticipantPage; stage: HTMLElement; map: HTMLElement }> {
  document.body.replaceChildren();
  const part = (): HTMLElement => document.body.appendChild(document.createElement("div"));
  const room = new TestRoom();
  const [stage, map] = [part(), part()];
  const toast = document.body.appendChild(new KithToast());
  const page = new ParticipantPage(room.live, { top: part(), map, tools: part(), foot: part(), stage, sheets: part(), toast }, {
    clock: room.clock,
    memory,
    locator: null,
    sheets: async () => sheetView,
    lookingBack: async () => lookingBackView,
    agreeing: async () => agreeingView,
    letters: new Letters({ root: document.documentElement, storage: memory }),
    leave: leave.signal,
  });
  await room.open();
  if (records.length > 0) await room.put(...records);
  await settled();
  return { room, page, stage, map };
}

const level = (question: string, value: string): HTMLInputElement | null =>
  document.querySelector(`input[name="reflect-${question}"][value="${value}"]`);

test("in the lobby a person reads who they are, who is here and what comes next", async () => {
  const { room, stage } = await phone(workshopRecord({ stage: "lobby" }));
  await room.present({ count: 12 });
  await settled();
  expect(stage.textContent).toContain("Amber Otter");
  expect(stage.textContent).toContain("12 people are here.");
  expect(stage.textContent).toContain("We put places on the map, then we join them.");
});

test("where the room agrees, the phone shows what is before it, and the map is out of reach", async () => {
  const { stage, map } = await phone(workshopRecord({ stage: "terms" }));
  await settled();
  expect(stage.textContent).toContain("Nothing is before the room yet.");
  expect(map.inert).toBe(true);
});

test("each tap is an answer, and a later one takes its place", async () => {
  const { room, map } = await phone(workshopRecord({ stage: "reflect" }));
  level("heard", "no")?.click();
  await settled();
  level("heard", "yes")?.click();
  level("again", "partly")?.click();
  await settled();
  expect(room.asked.map(({ kind }) => kind)).toEqual(["reflection.answer", "reflection.answer", "reflection.answer"]);
  expect(room.asked.at(-1)?.payload).toEqual({ answers: { heard: "yes", understood: null, again: "partly" }, sentence: "" });
  expect(document.body.textContent).toContain("Saved. You can change it while we look back.");
  expect(map.inert).toBe(true);
});

test("a sentence that was not sent is there again when the room comes back, or the page does", async () => {
  const { room } = await phone(workshopRecord({ stage: "reflect" }));
  type(document.querySelector("textarea"), "The tea was good");
  await room.put(workshopRecord({ stage: "places" }));
  await settled();
  expect(document.querySelector("textarea")).toBeNull();
  await room.put(workshopRecord({ stage: "reflect" }));
  await settled();
  expect(document.querySelector("textarea")?.value).toBe("The tea was good");
  const { room: again } = await phone(workshopRecord({ stage: "reflect" }));
  expect(document.querySelector("textarea")?.value).toBe("The tea was good");
  button("Send this sentence").form?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
  expect(again.asked[0]?.payload).toMatchObject({ sentence: "The tea was good" });
  expect(new KeptSentence(`kithmap-sentence/w/${ME}`, memory).kept).toBeNull();
});

test("a sentence that is too long is not sent, and stays", async () => {
  const { room } = await phone(workshopRecord({ stage: "reflect" }));
  type(document.querySelector("textarea"), "x".repeat(301));
  await settled();
  button("Send this sentence").form?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
  expect(room.asked).toEqual([]);
  expect(document.body.textContent).toContain("300 letters at most");
  expect(document.querySelector("textarea")?.value).toHaveLength(301);
});

test("answers can be taken back whole", async () => {
  const { room } = await phone(workshopRecord({ stage: "reflect" }));
  level("heard", "no")?.click();
  await settled();
  button("Take back my answers").click();
  await settled();
  expect(room.asked.at(-1)?.payload).toEqual({ answers: { heard: null, understood: null, again: null }, sentence: "" });
  expect(level("heard", "no")?.checked).toBe(false);
});

test("a pause freezes the answers and says why; what was shown is read on the phone as well", async () => {
  const shown = {
    kind: "shown_reflections",
    id: "shown_reflections",
    author: null,
    audience: "everyone",
    version: 9,
    fields: { answered: 6, questions: [{ question: "heard", counts: { yes: 4, partly: 1, no: 1 } }] },
    stands_on: [],
  } as const;
  await phone(workshopRecord({ stage: "reflect", life: "paused" }), shown as unknown as WireRecord);
  expect(document.querySelector("fieldset")?.disabled).toBe(true);
  expect(document.body.textContent).toContain("The workshop is paused.");
  expect(document.querySelector('[aria-label="Yes: 4"]')).not.toBeNull();
});

test("the facilitator's spotlight is offered once, and only of a place that this person may see", async () => {
  const { room, stage } = await phone(workshopRecord(), placeRecord("hall", "x", { title: "Fern Hall" }));
  await room.present({ count: 3, spotlight: "secret" });
  await settled();
  expect(stage.textContent?.trim()).toBe("");
  await room.present({ count: 3, spotlight: "hall" });
  await settled();
  expect(stage.textContent).toContain("The facilitator shows you “Fern Hall”.");
  button("Look").click();
  await settled();
  expect(document.querySelector("kith-sheet")?.textContent).toContain("Me too");
  expect(stage.textContent?.trim()).toBe("");
});

test("nobody at the phone for two minutes is idle, a touch is a sign, and a page out of view is idle at once", async () => {
  const clock = new TestClock();
  const told: string[] = [];
  new SignsOfLife(document, clock, (state) => told.push(state), leave.signal);
  await clock.pass(IDLE_AFTER - 1_000);
  document.dispatchEvent(new Event("pointerdown"));
  await clock.pass(IDLE_AFTER - 1_000);
  expect(told).toEqual([]);
  await clock.pass(2_000);
  expect(told).toEqual(["idle"]);
  document.dispatchEvent(new Event("keydown"));
  await clock.pass(1_000);
  expect(told).toEqual(["idle", "active"]);
  await clock.pass(2 * IDLE_AFTER);
  expect(told).toEqual(["idle", "active", "idle"]);
});

test("larger letters are remembered, and go again", async () => {
  const root = document.documentElement;
  new Letters({ root, storage: memory }).set(true);
  delete root.dataset["letters"];
  const again = new Letters({ root, storage: memory });
  expect([again.areLarge, root.dataset["letters"]]).toEqual([true, "large"]);
  again.set(false);
  expect(new Letters({ root, storage: memory }).areLarge).toBe(false);
});

test("every stage says what lies over the map, and a task on the map comes first", async () => {
  const { page, stage } = await phone(workshopRecord({ stage: "lobby" }));
  const screens = ["lobby", "places", "connections", "terms", "indicators", "reflect", "closed"].map((name) =>
    stageScreenOf({ ...page.live.workshop!, stage: name as never }),
  );
  expect(screens).toEqual(["lobby", null, null, "agree", "agree", "reflect", null]);
  expect(answerBlocked("open", false)).not.toBeNull();
  page.set({ task: { kind: "join", start: null } });
  await settled();
  expect(stage.textContent?.trim()).toBe("");
});
