// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { button, settled, type } from "../components/testing";
import { KithAgreeing, type Agreeing, type AgreeingAct } from "./agreeing";
import { item, RESULT } from "./testing";

const FACTS: Agreeing = {
  type: "term",
  item: item(),
  proposed: [],
  places: [{ id: "hall", title: "Elm Hall" }],
  questions: [],
  suggestions: [],
  register: null,
  checkedIn: true,
  groups: [],
  mayStateMinority: false,
  blocked: null,
};

let done: AgreeingAct[] = [];

beforeEach(() => {
  done = [];
  document.body.replaceChildren();
});

async function shown(facts: Partial<Agreeing> = {}): Promise<KithAgreeing> {
  const element = new KithAgreeing();
  element.facts = { ...FACTS, ...facts };
  element.addEventListener("agreeing-act", ({ detail }) => done.push(detail));
  document.body.append(element);
  await settled();
  return element;
}

async function send(): Promise<void> {
  document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await settled();
}

async function push(name: string): Promise<void> {
  button(name).click();
  await settled();
}

async function choose(value: string): Promise<void> {
  const radio = document.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  radio?.click();
  radio?.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}

const field = (name: string): HTMLInputElement | null => document.querySelector(`[name="${name}"]`);

test("not understanding takes two taps and needs no words", async () => {
  await shown();
  await push("I don’t understand this");
  await send();
  expect(done).toEqual([{ act: "ask", text: "" }]);
});

test("other words are suggested for what stands there", async () => {
  await shown();
  await push("Suggest other words");
  type(field("label"), "Heart");
  type(field("meaning"), "Where ties meet.");
  await send();
  expect(done).toEqual([{ act: "suggest", label: "Heart", meaning: "Where ties meet." }]);
});

test("a rating is one choice and, where somebody likes, a reason", async () => {
  await shown({ item: item({ state: "rating" }) });
  await choose("for");
  type(field("reason"), "Short.");
  await send();
  expect(done).toEqual([{ act: "rate", choice: "for", reason: "Short.", matters: null, fair: null }]);
});

test("who cannot accept it is asked why before it counts", async () => {
  await shown({ item: item({ state: "rating" }) });
  await choose("cannot_accept");
  await send();
  expect(done).toEqual([]);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("why you cannot accept it");
  type(field("reason"), "It leaves us out.");
  await send();
  expect(done).toMatchObject([{ choice: "cannot_accept", reason: "It leaves us out." }]);
});

test("an indicator is asked the two questions as well", async () => {
  await shown({ item: item({ state: "rating", type: "indicator" }) });
  await choose("strongly_for");
  for (const [name, mark] of [["matters", "8"], ["fair", "3"]] as const) {
    document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${mark}"]`)?.click();
  }
  await send();
  expect(done).toMatchObject([{ choice: "strongly_for", matters: 8, fair: 3 }]);
});

test("an answer that was given is told, and can be changed", async () => {
  await shown({ item: item({ state: "rating" }), register: { choice: "against", reason: "Vague.", matters: null, fair: null } });
  expect(document.body.textContent).toContain("Your answer is counted.");
  await push("Change my answer");
  expect(document.querySelector<HTMLInputElement>('input[value="against"]')?.checked).toBe(true);
});

test("whoever is not counted in is asked, with the groups that are heard", async () => {
  await shown({ checkedIn: false, groups: ["new here"] });
  document.querySelector<HTMLInputElement>('input[value="new here"]')?.click();
  await send();
  expect(done).toEqual([{ act: "check_in", groups: ["new here"] }]);
});

test("the result is shown with what those who did not agree may add", async () => {
  await shown({ item: item({ state: "revealed", result: RESULT }), mayStateMinority: true });
  expect(document.body.textContent).toContain("So it is agreed.");
  type(field("text"), "It leaves out the valley.");
  await send();
  expect(done).toEqual([{ act: "minority", text: "It leaves out the valley." }]);
});

test("while a form is open, new words close it: what was written for the old ones is not meant for them", async () => {
  const element = await shown();
  await push("Suggest other words");
  element.facts = { ...FACTS, item: item({ wordings: [{ number: 1, label: "Heart", meaning: "Ties." }] }) };
  await settled();
  expect(field("label")).toBeNull();
});

test("a pause freezes everything, with its reason", async () => {
  await shown({ blocked: "Paused: tea until four" });
  expect(document.querySelector("[role=status]")?.textContent).toContain("tea until four");
  expect([...document.querySelectorAll("button")].every(({ disabled }) => disabled)).toBe(true);
});

test("what is proposed can have example places, found by a few letters", async () => {
  await shown({ item: null });
  await push("Propose a word");
  type(field("label"), "Hub");
  type(field("meaning"), "Where many meet.");
  type(document.querySelector<HTMLInputElement>("#example-letters"), "elm");
  await settled();
  document.querySelector<HTMLElement>("[aria-label='Take Elm Hall as an example']")?.click();
  await send();
  expect(done).toEqual([{ act: "propose", label: "Hub", meaning: "Where many meet.", examples: ["hall"] }]);
});
