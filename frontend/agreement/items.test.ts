import { describe, expect, test } from "vitest";
import { answeredOf, groupsOf, isCheckedIn, itemsOf, mayStateMinority, onTheTable, questionsAbout, ratersOf, registerOf, suggestionsFor, typeAt } from "./items";
import { item, itemRecord, PERSON, record, recordsOf, RESULT } from "./testing";

const rating = (choice: string) =>
  record("rating", `rating:item-1:0:${PERSON}`, { person: PERSON, choice, reason: "", matters: null, fair: null }, ["item-1"], PERSON);

describe("items", () => {
  test("are those that are still anybody's business, by what they are", () => {
    const held = recordsOf(
      itemRecord({}, "one"),
      itemRecord({ state: "merged" }, "two"),
      itemRecord({ state: "withdrawn" }, "three"),
      itemRecord({ type: "indicator" }, "four"),
    );
    expect(itemsOf(held).map(({ id }) => id)).toEqual(["four", "one"]);
    expect(itemsOf(held, "term").map(({ id }) => id)).toEqual(["one"]);
  });

  test("have their present wording and the one before it", () => {
    const wordings = [0, 1].map((number) => ({ number, label: `Hub ${number}`, meaning: "Many ties." }));
    expect(item({ wordings })).toMatchObject({ wording: { label: "Hub 1" }, before: { label: "Hub 0" } });
    expect(item().before).toBeNull();
  });

  test("need a licence that is not held", () => {
    expect(item().needsLicence).toBe(false);
    expect(item({ licence: { rights: "slot", held: false, source: "" } }).needsLicence).toBe(true);
  });
});

describe("the item before the room", () => {
  test("is the one on the table", () => {
    const held = recordsOf(itemRecord(), record("table", "table", { item: "item-1" }));
    expect(onTheTable(held, "term")?.id).toBe("item-1");
    expect(onTheTable(held, "indicator")).toBeNull();
    expect([typeAt("terms"), typeAt("indicators")]).toEqual(["term", "indicator"]);
  });

  test("is none while nothing, or nothing known, lies there", () => {
    expect(onTheTable(recordsOf(itemRecord()), "term")).toBeNull();
    expect(onTheTable(recordsOf(record("table", "table", { item: "gone" })), "term")).toBeNull();
  });
});

describe("what stands on an item", () => {
  const held = recordsOf(
    itemRecord(),
    record("question", "q1", { text: "", answer: null }, ["item-1"]),
    record("question", "q2", { text: "Is a bus stop one?", answer: "Yes." }, ["item-1"]),
    record("rewording", "r1", { revision: 0, label: "Heart", meaning: "Where ties meet.", accepted: null }, ["item-1"]),
    record("rewording", "r2", { revision: 0, label: "Core", meaning: "The middle.", accepted: false }, ["item-1"]),
    record("answers", "answers:item-1", { answered: 3, may_rate: 9, needed: 6 }, ["item-1"]),
    record("attendance", `attendance:${PERSON}`, { person: PERSON, rates: true, groups: [] }),
    record("attendance", "attendance:staff", { person: "staff", rates: false, groups: [] }),
    record("agreement_rules", "agreement_rules", { groups: ["new here"] }),
  );

  test("are questions, and suggestions on which nobody has decided", () => {
    expect(questionsAbout(item(), held).map(({ text }) => text)).toEqual(["", "Is a bus stop one?"]);
    expect(suggestionsFor(item(), held)).toEqual([{ id: "r1", number: 1, label: "Heart", meaning: "Where ties meet." }]);
  });

  test("is how many have answered, where it is told", () => {
    expect(answeredOf(item(), held)).toEqual({ answered: 3, mayRate: 9, needed: 6 });
    expect(answeredOf(item(), recordsOf())).toBeNull();
  });

  test("those who are here and do not rate are not counted", () => {
    expect([isCheckedIn(PERSON, held), isCheckedIn("staff", held), ratersOf(held)]).toEqual([true, false, 1]);
    expect([groupsOf(held), groupsOf(recordsOf())]).toEqual([["new here"], []]);
  });
});

describe("one's own answer", () => {
  test("is that to the present wording", () => {
    expect(registerOf(item(), PERSON, recordsOf(itemRecord(), rating("for")))?.choice).toBe("for");
    const reworded = item({ wordings: [{ number: 1, label: "Hub", meaning: "Ties." }] });
    expect(registerOf(reworded, PERSON, recordsOf(itemRecord(), rating("for")))).toBeNull();
  });

  test("lets those who did not agree say more, once, when the result is there", () => {
    const shown = item({ state: "revealed", result: RESULT });
    expect(mayStateMinority(shown, PERSON, recordsOf(itemRecord(), rating("against")))).toBe(true);
    expect(mayStateMinority(shown, PERSON, recordsOf(itemRecord(), rating("for")))).toBe(false);
    expect(mayStateMinority(item(), PERSON, recordsOf(itemRecord(), rating("against")))).toBe(false);
    const stated = record("minority_statement", "s1", { item: "item-1" }, ["item-1"], PERSON);
    expect(mayStateMinority(shown, PERSON, recordsOf(itemRecord(), rating("against"), stated))).toBe(false);
  });
});
