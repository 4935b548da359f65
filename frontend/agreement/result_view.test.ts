// @vitest-environment happy-dom
import { render } from "lit";
import { expect, test } from "vitest";
import vectors from "../../tests/sync/vectors/arithmetic.json";
import type { Check, Result } from "./items";
import { arithmetic, minorityView, reasonsView, resultView, wordingView } from "./result_view";
import { item, RESULT } from "./testing";
import { CHOICE_WORDS, SHOWN } from "./words";

const result = RESULT as unknown as Result;
const check = (name: string, more: Partial<Check> = {}): Check => ({ name, passed: false, count: 3, of: 8, needed: 75, group: null, ...more });

function drawn(view: unknown): HTMLElement {
  const root = document.createElement("div");
  render(view, root);
  return root;
}

test("the arithmetic reads from the first count to what follows", () => {
  expect(arithmetic(result)).toBe(
    "15 of 20 people answered; 12 are needed. It is not clear to 1 of 15; from 20 in 100 on it goes back. " +
      "Nobody says they cannot accept it. 13 of 14, 92 in 100, are for it or can live with it; 75 in 100 are needed. So it is agreed.",
  );
});

test.each(vectors.map((vector) => [vector.name, vector] as const))("says what the record says: %s", (_, { checks, outcome, sentence }) => {
  expect(arithmetic({ checks, outcome: outcome as Result["outcome"] })).toBe(sentence);
});

test.each([
  [check("acceptable", { count: 1 }), "1 person cannot accept it."],
  [check("group", { group: "new here" }), "Among new here, 3 of 8, 37 in 100, support it; 75 in 100 are needed."],
  [check("fair"), "3 of 8, 37 in 100, are sure that it can be asked fairly; 75 in 100 are needed."],
  [check("rated_low", { group: "matters", needed: 15 }), "3 of 8, 37 in 100, doubt that it matters here; it must stay under 15 in 100."],
])("each check has its sentence: %#", (one, sentence) => {
  expect(arithmetic({ checks: [one], outcome: "not_adopted" })).toBe(`${sentence} So it is not agreed.`);
});

test("each bar says in words what it shows, and not understanding stands apart", () => {
  const shown = drawn(resultView(result));
  expect([...shown.querySelectorAll("li")].map((bar) => bar.getAttribute("aria-label"))).toEqual([
    "Strongly for: 8",
    "For: 3",
    "Can live with it: 2",
    "Against: 1",
    "Cannot accept it: 0",
  ]);
  expect(shown.textContent).toContain("1 person says: not clear to me");
});

test("old and new words stand side by side where they changed", () => {
  const wordings = [0, 1].map((number) => ({ number, label: `Hub ${number}`, meaning: "Many ties." }));
  const shown = drawn(wordingView(item({ wordings })));
  expect(shown.querySelector(".agree-old")?.textContent).toContain("Hub 0");
  expect(shown.querySelector("h2")?.textContent).toBe("Hub 1");
  expect(drawn(wordingView(item())).querySelector(".agree-old")).toBeNull();
});

test("what people wrote is shown as they wrote it", () => {
  const reasons = [{ choice: "for" as const, text: "<b>Short</b>" }];
  expect(drawn(reasonsView({ ...result, reasons })).querySelector("q")?.textContent).toBe("<b>Short</b>");
  const minority = [{ id: "s", text: "<script>", hidden: false }];
  expect(drawn(minorityView(item({ minority }))).querySelector("li")?.textContent).toBe("<script>");
});

test("what somebody took back is marked where it stood", () => {
  const reasons = [{ choice: "against" as const, text: "", taken_back: true }];
  const shown = drawn(reasonsView({ ...result, reasons }));
  expect(shown.querySelector("q")).toBeNull();
  expect(shown.querySelector("li")?.textContent).toContain(`${CHOICE_WORDS.against} ${SHOWN.takenBack}`);
  const minority = [{ id: "s", text: "", hidden: true, taken_back: true }];
  expect(drawn(minorityView(item({ minority }))).querySelector("li")?.textContent).toBe(SHOWN.takenBack);
});
