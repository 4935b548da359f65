// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { button } from "../../components/testing";
import type { Fields, PresenceMessage, Present, WireRecord } from "../../sync/protocol";
import { Records } from "../../sync/records";
import { idMaker } from "../../sync/ids";
import { readWorkshop, type Workshop } from "../../workshop/workshop_record";
import { placeRecord, workshopRecord } from "../testing/records";
import { madeAt, PeopleBook, type Joined } from "./people_book";
import { TestDesk } from "./testing/desk";
import { alertOf } from "./time_alert";

const SINCE = Date.parse("2026-11-23T10:00:00.000Z");
const [ANNA, BASHIR]: readonly [Present, Present] = [
  { person: "anna", name: "Anna", state: "active" },
  { person: "bashir", name: "Bashir", state: "idle" },
];

function room(...records: readonly WireRecord[]): Records {
  const all = new Records();
  all.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 9, changes: [] }, { number: 0, records });
  return all;
}

function at(stage: string, fields: Fields = {}): Workshop {
  return readWorkshop(room(workshopRecord({ stage, stage_since: new Date(SINCE).toISOString(), ...fields })))!;
}

function present(...people: readonly Present[]): PresenceMessage {
  return { type: "presence", count: people.length, people, view: null, spotlight: null };
}

const madeIn = (milliseconds: number): string => idMaker(() => milliseconds, (count) => new Uint8Array(count))();

function reflection(person: string, sentence = "", version = 2): WireRecord {
  const fields = { answers: { heard: "yes", understood: null, again: null }, sentence };
  return { kind: "reflection", id: `reflection:${person}`, author: person, audience: "author", version, fields, stands_on: [] };
}

describe("people", () => {
  test("are at their phone, away from it, or gone since the page was opened", () => {
    const book = new PeopleBook();
    const first = book.gather(present(ANNA, BASHIR), at("lobby"));
    expect([first.active, first.idle, first.gone, first.quiet]).toEqual([[ANNA], [BASHIR], [], []]);
    expect(book.gather(present(BASHIR), at("lobby")).gone).toEqual([{ ...ANNA, state: "idle" }]);
    expect(book.gather(null, at("lobby")).gone).toEqual([]);
    expect(book.gather(present(ANNA, BASHIR), at("lobby")).gone).toEqual([]);
  });

  test("are gone who ever joined and are not here, also before the page was opened", async () => {
    let joined: readonly Joined[] = [{ person: "early", name: "Early" }, { person: "anna", name: "Anna" }];
    let looks = 0;
    const book = new PeopleBook(async () => joined, () => (looks += 1));
    await book.look();
    const gone = (): readonly string[] => book.gather(present(ANNA, BASHIR), at("lobby")).gone.map(({ name }) => name);
    expect([gone(), looks]).toEqual([["Early"], 1]);
    joined = [{ person: "anna", name: "Anna" }];
    await book.look();
    expect(gone()).toEqual([]);
  });

  test("seen on this page are known also where the server does not say who joined", async () => {
    const book = new PeopleBook(() => Promise.reject(new TypeError("not reached")));
    book.gather(present(ANNA), at("lobby"));
    await book.look();
    expect(book.gather(present(), at("lobby")).gone.map(({ person }) => person)).toEqual(["anna"]);
  });

  test("are looked up anew each time their names are opened", async () => {
    const desk = await new TestDesk().open();
    await desk.room.present({ people: [ANNA] });
    desk.joined = [{ person: "early", name: "Early" }];
    const details = desk.frame.room.querySelector<HTMLDetailsElement>(".console-people")!;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await desk.settle();
    expect(details.textContent).toContain("Early");
  });

  test("are quiet who are here and added nothing since the stage began", () => {
    const book = new PeopleBook();
    const before = placeRecord(madeIn(SINCE - 1), "anna");
    book.follow([before.id], room(before));
    expect(book.gather(present(ANNA, BASHIR), at("places")).quiet).toEqual([ANNA, BASHIR]);
    const since = placeRecord(madeIn(SINCE + 60_000), "anna");
    book.follow([since.id], room(since));
    expect(book.gather(present(ANNA, BASHIR), at("places")).quiet).toEqual([BASHIR]);
    expect(book.gather(present(ANNA, BASHIR), at("places", { life: "paused" })).quiet).toEqual([]);
    expect(book.gather(present(ANNA, BASHIR), at("terms")).quiet).toEqual([]);
  });

  test("are quiet while the room looks back until they answer", () => {
    const book = new PeopleBook();
    book.follow(["reflection:anna"], room(reflection("anna")));
    expect(book.gather(present(ANNA, BASHIR), at("reflect")).quiet).toEqual([BASHIR]);
  });

  test("an id of another form tells no time", () => {
    expect([madeAt(madeIn(SINCE)), madeAt("place:person")]).toEqual([SINCE, 0]);
  });

  test("stand in groups when the facilitator asks, forty names at first", async () => {
    const desk = await new TestDesk().open({ stage: "places", stage_since: new Date(SINCE).toISOString() });
    const people = Array.from({ length: 100 }, (_, index) => ({ ...ANNA, person: `p${index}`, name: `Name ${index}` }));
    await desk.room.present({ people });
    await desk.settle();
    const details = desk.frame.room.querySelector<HTMLDetailsElement>(".console-people")!;
    expect(details.querySelector("summary")?.textContent).toContain("Quiet: 100");
    expect(desk.frame.room.querySelectorAll(".console-name")).toHaveLength(0);
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await desk.settle();
    expect(desk.frame.room.querySelectorAll(".console-name")).toHaveLength(80);
    button("Show 60 more", desk.frame.room).click();
    await desk.settle();
    expect(desk.frame.room.querySelectorAll(".console-name")).toHaveLength(200);
  });
});

test.each([
  [null, null],
  [{ seconds: 9999, counts: "up", over: 0, isStopped: false }, null],
  [{ seconds: 301, counts: "down", over: 0, isStopped: false }, null],
  [{ seconds: 300, counts: "down", over: 0, isStopped: false }, 5],
  [{ seconds: 61, counts: "down", over: 0, isStopped: false }, 5],
  [{ seconds: 60, counts: "down", over: 0, isStopped: false }, 1],
  [{ seconds: 0, counts: "down", over: 1, isStopped: false }, "over"],
  [{ seconds: 0, counts: "down", over: 1, isStopped: true }, null],
] as const)("a clock at %o says %s", (face, said) => {
  expect(alertOf(face)).toBe(said);
});

test("a time that runs out is said in words, where a screen reader hears it", async () => {
  const desk = await new TestDesk().open();
  await desk.become({ stage: "places", stage_since: new Date(desk.room.clock.now() - 60_000).toISOString(), stage_minutes: 2 });
  expect(desk.frame.run.querySelector("kith-time-alert [role=status]")?.textContent).toBe("1 minute left");
});

test("the hall's screen is arranged from here, and C turns the code large and small", async () => {
  const desk = await new TestDesk().open({ stage: "lobby" });
  button("Light", desk.frame.room).click();
  desk.press("c");
  await desk.settle();
  expect(desk.room.asked.map(({ kind, payload }) => [kind, payload])).toEqual([
    ["hall.arrange", { theme: "light" }],
    ["hall.arrange", { way_in: "small" }],
  ]);
  await desk.become({ stage: "places" });
  desk.press("c");
  desk.press("c");
  await desk.settle();
  expect(desk.room.asked.slice(2).map(({ payload }) => payload)).toEqual([{ way_in: "large" }, { way_in: "small" }]);
});

test("looking back: counts and sentences without names, and five answers before the room is shown", async () => {
  const desk = await new TestDesk().open({ stage: "reflect" });
  await desk.room.put(...["a", "b", "c", "d"].map((person) => reflection(person, `From ${person}`)));
  await desk.room.present({ people: [ANNA, BASHIR] });
  await desk.settle();
  const words = (): string => desk.frame.room.querySelector(".console-back")?.textContent ?? "";
  expect(words()).toContain("4 of 4 have answered");
  expect(words()).toContain("From a");
  expect(words()).toContain("Counts can be shown once five people have answered.");
  await desk.room.put(reflection("e"));
  await desk.settle();
  button("Show the room", desk.frame.room).click();
  await desk.settle();
  expect(desk.room.asked.at(-1)?.kind).toBe("reflection.show");
});
