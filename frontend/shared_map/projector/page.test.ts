// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Fields, Present, WireRecord } from "../../sync/protocol";
import { settled } from "../../sync/testing/clock";
import { connectionRecord, placeRecord, workshopRecord } from "../testing/records";
import { TestRoom } from "../testing/room";
import { ASK_EVERY } from "./asking";
import type { HeldBack } from "./held_back";
import { ProjectorPage, type HallFrame } from "./page";
import { shortCounts } from "./views";

const BLIND = { number: 1, blind: true, revealed: false };

class Hall {
  readonly room: TestRoom;
  readonly frame: HallFrame;
  /** How often the page was to be loaded again. */
  loads = 0;
  answered = 0;
  readonly themes: string[] = [];
  heldBack: HeldBack = { places: 0, connections: 0 };

  constructor() {
    const context = { role: "projector", person: "", code: "fern river 42", join_address: "kithmap.local" } as const;
    this.room = new TestRoom({ role: "projector", drops: true, context });
    const part = (): HTMLElement => document.createElement("div");
    this.frame = { map: part(), screen: part(), bar: part() };
    Object.defineProperties(this.frame.map, { clientWidth: { value: 1280 }, clientHeight: { value: 720 } });
    document.body.replaceChildren(this.frame.map, this.frame.screen, this.frame.bar);
    new ProjectorPage(this.room.live, this.frame, {
      clock: this.room.clock,
      serverNow: () => this.room.clock.now(),
      askHeldBack: async () => this.heldBack,
      askAnswered: async () => this.answered,
      theme: "dark",
      changeTheme: (theme) => this.themes.push(theme),
      fillScreen: () => undefined,
      loadAgain: () => void (this.loads += 1),
    });
  }

  async open(fields: Fields = {}, ...records: WireRecord[]): Promise<this> {
    await this.room.open();
    await this.become(fields, ...records);
    return this;
  }

  async become(fields: Fields, ...records: WireRecord[]): Promise<void> {
    await this.room.put(workshopRecord(fields), ...records);
    await this.drawn();
  }

  async present(people: readonly Present[], part: Fields = {}): Promise<void> {
    await this.room.present({ people, ...part });
    await this.drawn();
  }

  async drawn(): Promise<void> {
    await settled();
    await new Promise((done) => requestAnimationFrame(done));
    await settled();
  }

  words(part: "screen" | "bar" = "screen"): string {
    return (this.frame[part].textContent ?? "").replace(/\s+/g, " ").trim();
  }

  has(selector: string): boolean {
    return this.frame.screen.querySelector(selector) !== null;
  }
}

const OTTER: Present = { person: "p1", name: "teal otter", state: "active" };

test("in the lobby the way in is large, and people are a colour and an animal", async () => {
  const hall = await new Hall().open({ stage: "lobby" });
  await hall.present([OTTER, { person: "p2", name: "amber finch", state: "idle" }]);
  expect(hall.words()).toContain("fern river 42");
  expect(hall.words()).toContain("2 people are here");
  expect(hall.words()).toContain("teal otter");
  expect(hall.has("kith-qr[small]")).toBe(false);
});

test("three hundred people are forty names and a number", async () => {
  const hall = await new Hall().open({ stage: "lobby" });
  await hall.present(Array.from({ length: 300 }, (_, index) => ({ ...OTTER, person: `p${index}` })));
  expect(hall.frame.screen.querySelectorAll(".alias")).toHaveLength(40);
  expect(hall.words()).toContain("and 260 more");
});

test("in the places stage the map is there with the way in small, the prompt and the counts", async () => {
  const hall = await new Hall().open({ stage: "places" });
  await hall.present([OTTER]);
  expect(hall.has("kith-qr[small]")).toBe(true);
  expect(hall.frame.map.classList.contains("hall-map-behind")).toBe(false);
  expect(hall.words("bar")).toContain("Where do people meet?");
  expect(hall.words("bar")).toContain("Spaces 2");
});

test("a blind round tells how much waits, and nothing of it", async () => {
  const hall = new Hall();
  hall.heldBack = { places: 27, connections: 0 };
  await hall.open({ stage: "places", round: BLIND });
  await hall.room.change({ remove: "mine" }, { remove: "theirs" });
  await hall.drawn();
  expect(hall.words()).toContain("27 places so far, hidden until we look together");
  hall.heldBack = { places: 28, connections: 2 };
  await hall.room.clock.pass(ASK_EVERY);
  await hall.drawn();
  expect(hall.words()).toContain("28 places so far");
  await hall.become({ stage: "places", round: { ...BLIND, revealed: true } }, placeRecord("a", "x"));
  expect(hall.words()).not.toContain("hidden");
});

test("looks where the facilitator looks", async () => {
  const hall = await new Hall().open();
  const moves: unknown[] = [];
  hall.room.map.moveTo = (sight) => void moves.push(sight);
  await hall.present([OTTER], { view: { lon: 1.5, lat: 1.25, zoom: 15 } });
  await hall.present([OTTER], { view: { lon: 1.5, lat: 1.25, zoom: 15 } });
  await hall.present([OTTER], { view: null });
  expect(moves).toEqual([{ centre: [1.5, 1.25], zoom: 15 }]);
});

test("the spotlight lights a place and names it; one that the hall may not see stays dark", async () => {
  const hall = await new Hall().open({}, placeRecord("hall", "x", { title: "Fern Hall", note: "Warm" }));
  await hall.present([OTTER], { spotlight: "hall" });
  expect([hall.room.map.lit, hall.has(".hall-spot")]).toEqual(["hall", true]);
  expect(hall.words()).toContain("Fern Hall");
  await hall.present([OTTER], { spotlight: "secret" });
  expect([hall.room.map.lit, hall.has(".hall-spot")]).toEqual([null, false]);
  await hall.room.put(placeRecord("secret", "x", { title: "Shown now" }));
  await hall.drawn();
  expect([hall.room.map.lit, hall.words().includes("Shown now")]).toEqual(["secret", true]);
  await hall.present([OTTER], { spotlight: null });
  expect(hall.room.map.lit).toBeNull();
});

test("a pause says why, and that everything is kept; the end says what came of it", async () => {
  const hall = await new Hall().open({ life: "paused", paused_because: "Tea until four" });
  expect(hall.words()).toContain("Tea until four");
  expect(hall.words()).toContain("Everything you added is kept.");
  await hall.become({ life: "closed", stage: "closed" });
  expect(hall.words()).toContain("Thank you!");
  expect(hall.words()).toContain("Together you put 2 places on the map.");
  expect(hall.loads).toBe(0);
  await hall.become({ life: "open", stage: "places" });
  expect(hall.loads).toBe(1);
});

test("shows the time that is left, and no time that only goes by", async () => {
  const hall = new Hall();
  const since = new Date(hall.room.clock.now()).toISOString();
  await hall.open({ stage: "places", stage_since: since, stage_minutes: 20 });
  expect(hall.words("bar")).toMatch(/(20:00|19:59)/);
  await hall.become({ stage: "places", stage_since: since, stage_minutes: null });
  expect(hall.words("bar")).not.toMatch(/\d\d:\d\d/);
});

test("says that it is without a connection, and stays as it is", async () => {
  const hall = await new Hall().open({ stage: "places" });
  await hall.room.reach(false);
  await hall.drawn();
  expect(hall.words("bar")).toContain("No connection. This screen is back by itself.");
  expect(hall.words("bar")).toContain("Spaces 2");
});

test("looking back: how many have answered, and then their answers as bars with words and figures", async () => {
  const hall = new Hall();
  hall.answered = 7;
  await hall.open({ stage: "reflect" });
  expect(hall.words()).toContain("How was this for you?");
  expect(hall.words()).toContain("7 people have answered");
  const fields = { answered: 7, questions: [{ question: "heard", counts: { yes: 5, partly: 2, no: 0 } }, { question: "again", counts: null }] };
  const shown = { kind: "shown_reflections", id: "shown_reflections", author: null, audience: "everyone", version: 2, fields, stands_on: [] };
  await hall.room.put(shown as unknown as WireRecord);
  await hall.drawn();
  expect(hall.has('[aria-label="Yes: 5"]')).toBe(true);
  expect(hall.words()).toContain("Too few answers to show");
  expect(hall.words()).not.toContain("7 people have answered");
});

test("while places are joined, and at the end, the most connected ones are named", async () => {
  const joined = [connectionRecord("1", "x", "mine", "theirs"), connectionRecord("2", "x", "theirs", "mine")];
  const hall = await new Hall().open({ stage: "connections" }, ...joined);
  expect(hall.words()).toContain("Most connected");
  await hall.become({ stage: "places" });
  expect(hall.words()).not.toContain("Most connected");
  await hall.become({ life: "closed", stage: "closed" });
  expect(hall.words()).toContain("What you connected most: mine, theirs.");
});

test("the console makes it light or dark, and shrinks the way in", async () => {
  const hall = await new Hall().open({ stage: "lobby" });
  await hall.present([OTTER]);
  const arranged = (fields: Fields): WireRecord => ({ kind: "hall", id: "hall", author: null, audience: "everyone", version: 2, fields, stands_on: [] });
  await hall.room.put(arranged({ theme: "light", way_in: "small" }));
  await hall.drawn();
  expect(hall.themes).toEqual(["light"]);
  expect(hall.words()).toContain("Who is here");
  expect(hall.has("kith-qr[small]")).toBe(true);
  await hall.room.put(arranged({ theme: "dark", way_in: "large" }));
  await hall.become({ stage: "places" });
  expect(hall.themes).toEqual(["light"]);
  expect(hall.has("kith-qr:not([small])")).toBe(true);
});

test("a hostile title is words and nothing else", async () => {
  const title = "<img src=x onerror=alert(1)>";
  const hall = await new Hall().open({}, placeRecord("h", "x", { title, note: title }));
  await hall.present([OTTER], { spotlight: "h" });
  expect(hall.frame.screen.querySelector("img[src=x]")).toBeNull();
  expect(hall.frame.screen.querySelector(".hall-spot h2")?.textContent).toBe(title);
});

test("many kinds of an area's own are counted together where there is no room for each", () => {
  const counts = Array.from({ length: 12 }, (_, index) => ({
    code: `k${index}`,
    kind: "exchange" as const,
    label: `Kind ${index}`,
    count: index,
  }));
  const shown = shortCounts(counts);
  expect(shown).toHaveLength(8);
  expect(shown[shown.length - 1]).toMatchObject({ label: "Other kinds", count: 1 + 2 + 3 + 4 });
});
