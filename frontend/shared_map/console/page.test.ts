// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { PresenceUpdate } from "../../sync/protocol";
import { placeRecord } from "../testing/records";
import { TestDesk } from "./testing/desk";

/** What the wall is told, from now on. */
function wall(desk: TestDesk): Omit<PresenceUpdate, "type">[] {
  const told: Omit<PresenceUpdate, "type">[] = [];
  desk.room.live.client.sendPresence = (update) => void told.push(update);
  return told;
}

test("the chosen place has a card with all that can be done, and Escape lets go of it", async () => {
  const desk = await new TestDesk().open();
  desk.room.map.tap("theirs");
  const words = desk.frame.place.textContent ?? "";
  for (const verb of ["Spotlight", "Join to another", "Change", "Move", "Put aside", "Take off"]) expect(words).toContain(verb);
  desk.press("Escape");
  expect([desk.page.state.selected, desk.frame.place.textContent?.trim(), desk.room.map.selected]).toEqual([null, "", null]);
});

test("S lights the chosen place here and on the wall, and ends it again", async () => {
  const desk = await new TestDesk().open();
  const told = wall(desk);
  desk.press("s");
  expect(await desk.told()).toEqual(["Choose a place first: on the map or in the list."]);
  desk.page.choose("theirs");
  desk.press("s");
  expect([desk.room.map.lit, told[told.length - 1]?.spotlight]).toEqual(["theirs", "theirs"]);
  desk.press("s");
  expect([desk.room.map.lit, told[told.length - 1]?.spotlight]).toEqual([null, null]);
});

test("the light goes out when its place is taken away", async () => {
  const desk = await new TestDesk().open();
  desk.page.act("spotlight", "theirs");
  const told = wall(desk);
  await desk.room.change({ remove: "theirs" });
  expect([desk.page.state.lit, told[0]?.spotlight]).toEqual([null, null]);
});

test("letters typed into a form lead no room", async () => {
  const desk = await new TestDesk().open({ stage: "places" });
  const field = desk.frame.tools.appendChild(document.createElement("input"));
  for (const key of ["n", "p", "r", "s", "a", "l", "?"]) desk.press(key, field);
  await desk.settle();
  expect([desk.asked(), desk.page.state.sheet]).toEqual([[], null]);
});

test("a key that is held down is one step, and one with Control is the browser's", async () => {
  const desk = await new TestDesk().open({ stage: "lobby" });
  desk.whole.dispatchEvent(new KeyboardEvent("keydown", { key: "n", repeat: true, bubbles: true }));
  desk.whole.dispatchEvent(new KeyboardEvent("keydown", { key: "n", ctrlKey: true, bubbles: true }));
  await desk.settle();
  expect(desk.asked()).toEqual([]);
});

test("who placed a place is named on its card while they are here", async () => {
  const desk = await new TestDesk().open();
  await desk.room.present({ people: [{ person: "someone", name: "Anna", state: "active" }] });
  desk.page.choose("theirs");
  expect(desk.frame.place.textContent).toContain("Added by Anna");
});

test("shows what came last and what to look at", async () => {
  const desk = await new TestDesk().open();
  await desk.room.put(placeRecord("zz", "someone", { title: "Far away", outside: true }));
  await desk.settle();
  expect(desk.frame.room.querySelector(".notice")?.textContent).toContain("Far away");
  desk.frame.room.querySelector<HTMLElement>(".notice .place-button")?.click();
  expect(desk.page.state.selected).toBe("zz");
});

test("shows the way in first while people arrive", async () => {
  const desk = await new TestDesk().open({ stage: "lobby" });
  await desk.settle();
  const headings = (): (string | null)[] => [...desk.frame.room.querySelectorAll("h3")].map((each) => each.textContent);
  expect(headings()[0]).toBe("How people join");
  await desk.become({ stage: "places" });
  expect(headings()[0]).not.toBe("How people join");
  expect(desk.frame.top.textContent).toContain("fern river 42");
});

test("a hostile title is words and nothing else", async () => {
  const desk = await new TestDesk().open();
  const title = "<img src=x onerror=alert(1)>";
  await desk.room.put(placeRecord("h", "someone", { title, note: title, outside: true }));
  desk.page.choose("h");
  await desk.settle();
  expect(document.querySelector("img[src=x]")).toBeNull();
  expect(desk.frame.place.querySelector("h3")?.textContent).toBe(title);
});

test("a map that moves takes the wall with it, unless it is told not to", async () => {
  const desk = await new TestDesk().open();
  const told = wall(desk);
  desk.page.pointing.follow(false);
  expect([desk.page.state.follows, told]).toEqual([false, []]);
  desk.page.pointing.follow(true);
  expect(told).toHaveLength(1);
});

test("while a form is open, keys pressed beside it lead no room; beside the list they do", async () => {
  const desk = await new TestDesk().open({ stage: "lobby" });
  desk.press("a");
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toEqual([]);
  desk.press("Escape");
  desk.press("l");
  desk.press("n");
  await desk.settle();
  expect(desk.asked()).toHaveLength(1);
});

test("arrows scroll unless a spot is looked for", async () => {
  const desk = await new TestDesk().open();
  desk.press("ArrowDown");
  desk.page.act("move", "theirs");
  desk.press("ArrowDown");
  expect(desk.room.map.nudges).toEqual([[0, 64]]);
});

test("the map can be taken home with today's names for its kinds, where a glossary gave them their names", async () => {
  const desk = await new TestDesk().open();
  const links = (): string[] => [...desk.frame.room.querySelectorAll<HTMLAnchorElement>("a[download]")].map((each) => each.getAttribute("href") ?? "");
  expect(links()).toEqual([expect.stringContaining("/export.geojson?")]);
  await desk.become({ glossary: { name: "hall", version: "1.0.0" } });
  expect(links()).toEqual([expect.stringContaining("/export.geojson?"), expect.stringContaining("labels=now")]);
});
