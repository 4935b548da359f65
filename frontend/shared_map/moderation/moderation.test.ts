// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { Fields, WireRecord } from "../../sync/protocol";
import { TestDesk } from "../console/testing/desk";
import { connectionRecord, placeRecord } from "../testing/records";
import { ASK_AFTER } from "./pairs";

const WAITING = { review: { state: "waiting" } };

function waiting(id: string, author = "ann", fields: Fields = {}): WireRecord {
  return { ...placeRecord(id, author, { ...WAITING, ...fields }), audience: "author" };
}

function alarm(place: string, person: string, answer = "open"): WireRecord {
  const fields = { place, at: "2026-11-23T10:00:00.000Z", answer };
  return { kind: "alarm", id: `alarm:${place}:${person}`, author: person, audience: "author", version: 2, fields, stands_on: [place] };
}

async function withQueue(...records: readonly WireRecord[]): Promise<TestDesk> {
  const desk = await new TestDesk().open();
  await desk.room.put(...records);
  await desk.settle();
  return desk;
}

function card(desk: TestDesk): string {
  return desk.frame.sheets.querySelector(".moderation-card h3")?.textContent ?? "";
}

describe("the queue", () => {
  test("shows the oldest first, and one key approves and goes on to the next", async () => {
    const desk = await withQueue(waiting("p2"), waiting("p1"), waiting("p3"));
    expect(desk.frame.room.textContent).toContain("3 wait for you");
    desk.press("q");
    await desk.settle();
    expect(card(desk)).toBe("p1");
    desk.press("a");
    await desk.settle();
    expect(desk.asked()).toEqual([["place.approve", { ids: ["p1"] }]]);
    expect(await desk.told()).toEqual(["“p1” is approved."]);
    await desk.room.put(placeRecord("p1", "ann", { review: { state: "approved" } }));
    await desk.settle();
    expect(card(desk)).toBe("p2");
  });

  test("what was approved by a slip waits again from the message", async () => {
    const desk = await withQueue(waiting("p1"), waiting("p2"));
    desk.press("q");
    desk.page.moderating.approveAll();
    await desk.settle();
    expect(await desk.told()).toEqual(["2 are approved."]);
    await desk.undo();
    expect(desk.asked()).toEqual([
      ["place.approve", { ids: ["p1", "p2"] }],
      ["place.queue", { ids: ["p1", "p2"] }],
    ]);
  });

  test("H puts the card aside, M asks with which place it is joined, and without the queue these keys do nothing", async () => {
    const desk = await withQueue(placeRecord("keep", "ben"), waiting("p1"));
    for (const key of ["h", "m", "b"]) desk.press(key);
    await desk.settle();
    expect(desk.asked()).toEqual([]);
    desk.press("q");
    desk.press("h");
    await desk.settle();
    expect(desk.asked()).toEqual([["place.hide", { id: "p1" }]]);
    desk.press("m");
    await desk.settle();
    expect(desk.page.state.sheet).toEqual({ kind: "merge", place: "p1" });
    desk.page.moderating.merge("keep", "p1");
    await desk.settle();
    expect(desk.asked()).toEqual([["places.merge", { keep: "keep", others: ["p1"] }]]);
    await desk.undo();
    expect(desk.asked()).toEqual([["places.split", { places: ["p1"] }]]);
  });

  test("giving back needs a reason, and words where the reason is something else", async () => {
    const desk = await withQueue(waiting("p1"));
    desk.press("q");
    desk.press("b");
    await desk.settle();
    const submit = (): boolean => desk.frame.sheets.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true })) ?? false;
    submit();
    await desk.settle();
    expect(desk.frame.sheets.textContent).toContain("Please choose why it goes back.");
    desk.page.set({ sheet: { kind: "back", id: "p1", reason: "other", isMissing: false } });
    submit();
    await desk.settle();
    expect(desk.frame.sheets.textContent).toContain("Please write in a few words why it goes back.");
    desk.page.set({ sheet: { kind: "back", id: "p1", reason: "home", isMissing: false } });
    submit();
    await desk.settle();
    expect(desk.asked()).toEqual([["place.return", { id: "p1", reason: "home", words: "" }]]);
    expect(desk.page.state.sheet?.kind).toBe("queue");
  });

  test("a connection waits with both its ends, and cannot be joined with a place", async () => {
    const line = { ...connectionRecord("c1", "ann", "p1", "p2", WAITING), audience: "author" as const };
    const desk = await withQueue(placeRecord("p1", "ann"), placeRecord("p2", "ann"), line);
    desk.press("q");
    await desk.settle();
    expect(card(desk)).toBe("p1 and p2");
    desk.press("m");
    expect(desk.page.state.sheet?.kind).toBe("queue");
  });

  test("only so many of a long queue are drawn", async () => {
    const many = Array.from({ length: 300 }, (_, count) => waiting(`p${String(count).padStart(3, "0")}`));
    const desk = await withQueue(...many);
    desk.press("q");
    await desk.settle();
    expect(desk.frame.sheets.querySelectorAll("li").length).toBeLessThanOrEqual(12);
    expect(desk.frame.sheets.textContent).toContain("and 287 more");
  });
});

describe("alarms", () => {
  test("stay until they are looked at, one for each place, whoever raised them", async () => {
    const aside = { ...placeRecord("p1", "ann", { aside: { cause: "alarm" } }), audience: "author" as const };
    const desk = await withQueue(aside, alarm("p1", "ben"), alarm("p1", "cat"));
    const alert = desk.frame.room.querySelector("[role=alert]");
    expect(alert?.textContent).toContain("Someone could be harmed: 1 place");
    expect(alert?.textContent).toContain("2 people say so");
    await desk.room.present({ people: ["ben", "cat"].map((person) => ({ person, name: person, alias: "", state: "active" })) as never });
    await desk.settle();
    expect(alert?.textContent).toContain("Said by ben and cat");
    desk.page.moderating.answerAlarm("p1", "show");
    await desk.settle();
    expect(desk.asked()).toEqual([["alarm.answer", { place: "p1", answer: "show" }]]);
    await desk.room.put(alarm("p1", "ben", "show"), alarm("p1", "cat", "show"));
    await desk.settle();
    expect(desk.frame.room.querySelector("[role=alert]")).toBeNull();
    await desk.undo();
    expect(desk.asked()).toEqual([["alarm.answer", { place: "p1", answer: "open" }]]);
  });
});

describe("places that may be the same", () => {
  test("are asked for some seconds after places changed, and are gone once they are decided", async () => {
    const desk = await new TestDesk().open();
    desk.pairs = [{ one: "p1", other: "p2", metres: 12.3, likeness: 0.8 }];
    await desk.room.put(placeRecord("p1", "ann"), placeRecord("p2", "ben"));
    await desk.room.clock.pass(ASK_AFTER + 1000);
    expect(desk.frame.room.textContent).toContain("1 pair may be the same");
    desk.press("d");
    await desk.settle();
    expect(desk.frame.sheets.textContent).toContain("12 metres apart");
    desk.page.moderating.keepApart("p1", "p2");
    await desk.settle();
    expect(desk.asked()).toEqual([["places.keep_apart", { one: "p1", other: "p2" }]]);
    expect(desk.frame.sheets.textContent).toContain("No two places look the same.");
  });

  test("a place that was joined meanwhile is no longer one of a pair", async () => {
    const desk = await new TestDesk().open();
    desk.pairs = [{ one: "p1", other: "p2", metres: 0, likeness: 1 }];
    await desk.room.put(placeRecord("p1", "ann"), placeRecord("p2", "ben", { merged: { into: "p1" } }));
    await desk.room.clock.pass(ASK_AFTER + 1000);
    expect(desk.frame.room.textContent).not.toContain("may be the same");
  });
});

describe("all that one person added", () => {
  test("is put aside after a question, and brought back from the message or the card", async () => {
    const desk = await withQueue(placeRecord("p1", "ann"));
    await desk.page.moderating.revertPerson("ann");
    await desk.settle();
    expect(desk.questions.map(({ heading }) => heading)).toEqual(["Put aside all that this person added?"]);
    expect(desk.asked()).toEqual([["person.revert", { person: "ann" }]]);
    await desk.undo();
    expect(desk.asked()).toEqual([["person.restore", { person: "ann" }]]);
    desk.isSure = false;
    await desk.page.moderating.revertPerson("ann");
    expect(desk.asked()).toEqual([]);
  });

  test("can be brought back from the card of any of it", async () => {
    const desk = await withQueue(placeRecord("p1", "ann", { aside: { cause: "person" } }));
    desk.page.choose("p1");
    await desk.settle();
    expect(desk.frame.place.textContent).toContain("Put aside with all that this person added.");
    expect(desk.frame.place.textContent).toContain("Bring back all that this person added");
  });
});

test("a joined place is on no map, and its card says where it went and takes it apart", async () => {
  const desk = await withQueue(placeRecord("keep", "ann"), placeRecord("p1", "ben", { merged: { into: "keep" } }));
  desk.page.choose("p1");
  await desk.settle();
  expect(desk.frame.place.textContent).toContain("Joined with “keep”.");
  desk.page.moderating.split("p1");
  await desk.settle();
  expect(desk.asked()).toEqual([["places.split", { places: ["p1"] }]]);
});

test("a new round says who sees what, and whether it waits", async () => {
  const desk = await new TestDesk().open();
  desk.page.set({ sheet: { kind: "round" } });
  await desk.settle();
  const form = desk.frame.sheets.querySelector("form") as HTMLFormElement;
  (form.querySelector("[value=open]") as HTMLInputElement).checked = true;
  (form.querySelector("[value=moderated]") as HTMLInputElement).checked = true;
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  await desk.settle();
  expect(desk.asked()).toEqual([["workshop.start_round", { blind: false, moderated: true }]]);
  expect(await desk.told()).toEqual(["Round 2: you look at each place first."]);
});

test("a reveal can be taken back from its message", async () => {
  const desk = await new TestDesk().open({ round: { number: 1, blind: true, revealed: false } });
  await desk.page.leading.reveal();
  await desk.settle();
  await desk.undo();
  expect(desk.asked()).toEqual([
    ["places.reveal", {}],
    ["places.conceal", {}],
  ]);
});
