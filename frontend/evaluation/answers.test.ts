import { expect, test } from "vitest";
import type { Fields, WireRecord } from "../sync/protocol";
import { Records } from "../sync/records";
import { gathered, givenBy, NOTHING_GIVEN, reflectionId, shownOf } from "./answers";

function room(...records: readonly WireRecord[]): Records {
  const all = new Records();
  all.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 9, changes: [] }, { number: 0, records });
  return all;
}

function answered(person: string, fields: Fields, version = 1): WireRecord {
  const id = reflectionId(person);
  return { kind: "reflection", id, author: person, audience: "author", version, fields, stands_on: [] };
}

const SHOWN: WireRecord = {
  kind: "shown_reflections",
  id: "shown_reflections",
  author: null,
  audience: "everyone",
  version: 5,
  fields: { answered: 5, questions: [] },
  stands_on: [],
};

test("a person who answered nothing has nothing given", () => {
  expect(givenBy("anna", room())).toEqual(NOTHING_GIVEN);
});

test("answers are counted by question and level, and sentences stand without their authors", () => {
  const { answered: people, questions, sentences } = gathered(
    room(
      answered("anna", { answers: { heard: "yes", understood: null, again: "no" }, sentence: "Good tea" }),
      answered("bashir", { answers: { heard: "yes" }, sentence: "" }),
    ),
  );
  expect(people).toBe(2);
  expect(questions).toEqual([
    { question: "heard", counts: { yes: 2, partly: 0, no: 0 } },
    { question: "understood", counts: { yes: 0, partly: 0, no: 0 } },
    { question: "again", counts: { yes: 0, partly: 0, no: 1 } },
  ]);
  expect(sentences).toEqual(["Good tea"]);
});

test("what came since the room was shown is news", () => {
  const before = answered("anna", { answers: { heard: "yes" }, sentence: "" }, 4);
  const after = answered("bashir", { answers: { heard: "no" }, sentence: "" }, 6);
  expect(gathered(room(before, after)).news).toBe(2);
  expect(gathered(room(before, after, SHOWN)).news).toBe(1);
  expect(shownOf(room(SHOWN))?.answered).toBe(5);
  expect(shownOf(room())).toBeNull();
});

test("an answer whose words were erased counts as no answer to any question", () => {
  expect(gathered(room(answered("anna", {}))).questions[0]?.counts).toEqual({ yes: 0, partly: 0, no: 0 });
});
