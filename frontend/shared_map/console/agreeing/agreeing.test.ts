// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { itemRecord, record, RESULT } from "../../../agreement/testing";
import { settled } from "../../../sync/testing/clock";
import type { Fields } from "../../../sync/protocol";
import { TestDesk } from "../testing/desk";

const ROSA = "01900000-0000-7000-8000-00000000aaaa";
const STAGE = { stage: "terms", stage_since: "2026-11-23T10:00:00Z" };

let answers: Record<string, unknown>;

beforeEach(() => {
  answers = {
    seated: [{ person: ROSA, alias: "amber otter", name: "Rosa" }],
    offered: [
      { concept: "hub", type: "term", label: "Hub", meaning: "Where many meet.", licence: { rights: "ours", held: true, source: "" } },
    ],
  };
  vi.stubGlobal("fetch", async (address: string) => {
    const name = /\/(\w+)(\?|$)/.exec(address)?.[1] ?? "";
    return new Response(JSON.stringify(answers[name] ?? null), { status: name in answers ? 200 : 404 });
  });
});

async function desk(item: Fields = {}, ...others: readonly ReturnType<typeof record>[]): Promise<TestDesk> {
  const made = await new TestDesk().open(STAGE);
  await made.room.put(itemRecord(item), record("table", "table", { item: "item-1" }), ...others);
  await made.settle();
  made.asked();
  return made;
}

const checkedIn = record("attendance", `attendance:${ROSA}`, { person: ROSA, groups: [], rates: true, source: "facilitator" });

function form(made: TestDesk, button: string): HTMLFormElement {
  const found = [...made.frame.room.querySelectorAll("form")].find((each) => each.querySelector("[type=submit]")?.textContent?.trim() === button);
  if (found === undefined) throw new Error(`no form with ${button}`);
  return found;
}

async function send(made: TestDesk, button: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const sent = form(made, button);
  for (const [name, value] of Object.entries(fields)) {
    (sent.elements.namedItem(name) as HTMLInputElement).value = value;
  }
  sent.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await made.settle();
}

async function press(made: TestDesk, words: string): Promise<void> {
  [...made.frame.room.querySelectorAll("button")].find((each) => each.textContent?.trim() === words)?.click();
  await made.settle();
  await settled();
}

test("a question is answered at the desk, and the answer stands beside it", async () => {
  const question = record("question", "q", { item: "item-1", revision: 0, text: "Is a person a hub?", answer: null }, ["item-1"]);
  const made = await desk({}, question);
  await send(made, "Note the answer", { answer: " Yes, too. " });
  expect(made.asked()).toContainEqual(["question.answer", { question: "q", text: "Yes, too." }]);
});

test("somebody without a phone is counted in", async () => {
  const made = await desk();
  await send(made, "Count them in", { person: ROSA });
  expect(made.asked()).toContainEqual(["attendance.check_in", { person: ROSA, groups: [] }]);
});

test("those who have gone are counted out, and those without a phone stay", async () => {
  const lou = "01900000-0000-7000-8000-00000000bbbb";
  const left = record("attendance", `attendance:${lou}`, { person: lou, groups: [], rates: true, source: "phone" });
  const made = await desk({}, checkedIn, left);
  await made.room.present({ people: [{ person: "me", alias: "", name: "Me", state: "active", role: "participant" } as never] });
  await made.settle();
  await press(made, "Count 1 person out");
  expect(made.asked()).toEqual([["attendance.check_out", { person: lou }]]);
});

test("who counts is not changed while a rating is open", async () => {
  const made = await desk({ state: "rating" });
  expect(() => form(made, "Count them in")).toThrow();
});

test("an answer from paper is entered for one who was counted in", async () => {
  const made = await desk({ state: "rating" }, checkedIn);
  await send(made, "Count this answer", { person: ROSA, choice: "against", reason: "Too long.", source: "paper" });
  const [[kind, payload]] = made.asked() as [[string, Fields]];
  expect([kind, payload]).toEqual([
    "rating.enter",
    { item: "item-1", revision: 0, person: ROSA, choice: "against", reason: "Too long.", source: "paper", matters: null, fair: null },
  ]);
});

test("an answer that cannot accept it is not entered without its reason", async () => {
  const made = await desk({ state: "rating" }, checkedIn);
  await send(made, "Count this answer", { person: ROSA, choice: "cannot_accept" });
  expect(made.asked()).toEqual([]);
});

test("an answer that came late is entered while the result is shown", async () => {
  const made = await desk({ state: "revealed", result: RESULT }, checkedIn);
  await send(made, "Count this answer", { person: ROSA, choice: "for" });
  expect(made.asked()).toMatchObject([["rating.enter", { person: ROSA, choice: "for" }]]);
});

test("a result stands with a note of how like its area the room was", async () => {
  const made = await desk({ state: "revealed", result: RESULT });
  made.stamp = "The room was like its area, as far as people told.";
  await press(made, "Let the result stand");
  expect(made.asked()).toContainEqual(["item.decide", { item: "item-1", revision: 0, room: made.stamp }]);
});

test("the note is shown beside the result", async () => {
  const room = "The room was like its area, as far as people told.";
  const made = await desk({ state: "adopted", result: { ...RESULT, room } });
  expect(made.frame.room.querySelector(".agree-stamp")?.textContent).toBe(room);
});

test("a statement is hidden once the facilitator is sure", async () => {
  const minority = [{ id: "s", text: "Mrs Hall at number 5 said it.", hidden: false }];
  const made = await desk({ state: "adopted_with_dissent", result: RESULT, minority });
  made.isSure = false;
  await press(made, "Hide for somebody’s safety");
  expect(made.asked()).toEqual([]);
  made.isSure = true;
  await press(made, "Hide for somebody’s safety");
  expect(made.asked()).toContainEqual(["minority.hide", { item: "item-1", statement: "s" }]);
});

test("a statement is written down for somebody without a phone", async () => {
  const made = await desk({ state: "adopted_with_dissent", result: RESULT }, checkedIn);
  await send(made, "Put it beside the result", { person: ROSA, text: "We say it otherwise in the valley." });
  expect(made.asked()).toMatchObject([["minority.state", { item: "item-1", person: ROSA, text: "We say it otherwise in the valley." }]]);
});

test("one proposal is taken into another", async () => {
  const made = await desk({}, itemRecord({ state: "draft" }, "item-2"));
  await send(made, "Make them one", { keep: "item-1" });
  expect(made.asked()).toContainEqual(["item.merge", { keep: "item-1", others: ["item-2"] }]);
});

test("the facilitator proposes for somebody", async () => {
  const made = await desk();
  await send(made, "Propose it", { label: "Third place", meaning: "Where one is neither at home nor at work." });
  expect(made.asked()).toMatchObject([["item.propose", { type: "term", label: "Third place" }]]);
});

test("a term of a glossary is brought with the rights to its wording", async () => {
  const made = await desk();
  await settled();
  await made.settle();
  await send(made, "Bring it before the room", { concept: "hub" });
  expect(made.asked()).toMatchObject([["item.propose", { concept: "hub", label: "Hub", licence: { rights: "ours", held: true } }]]);
});

test("says how many of the three rewordings are used", async () => {
  const wordings = [0, 1, 2, 3].map((number) => ({ number, label: "Hub", meaning: `Wording ${number}` }));
  expect((await desk({ wordings: wordings.slice(0, 2) })).frame.room.textContent).toContain("Reworded once");
  expect((await desk({ wordings })).frame.room.textContent).toContain("rate it as it is, or park it");
});

test("the rule is read out, and can be changed until the workshop opens", async () => {
  const open = await desk();
  expect(open.frame.room.querySelector(".console-rule")?.textContent).toContain("At least 60 in 100");
  expect(() => form(open, "Let this be the rule")).toThrow();
});

test("before the workshop opens its numbers are set, and the groups that are heard by themselves", async () => {
  const made = await new TestDesk().open({ life: "draft", stage: "lobby" });
  await send(made, "Let this be the rule", { support: "80", groups: "Tenants\n\nPeople under 25" });
  expect(made.asked()).toMatchObject([
    ["agreement.fix_rules", { numbers: { support: 80, quorum: 60 }, groups: ["Tenants", "People under 25"] }],
  ]);
});
