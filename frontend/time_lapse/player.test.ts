// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { Film } from "./film";
import { Player } from "./player";
import { aFilm, aShown, TestBrowser } from "./testing/film";

let browser: TestBrowser;
let host: HTMLElement;
let list: HTMLElement;

beforeEach(() => {
  browser = new TestBrowser();
  document.body.innerHTML = "<div></div><div></div>";
  [host, list] = [...document.body.children] as [HTMLElement, HTMLElement];
});

function opened(film: Film = aFilm()): Player {
  return new Player(host, list, aShown(film), browser);
}

const button = (name: string): HTMLButtonElement =>
  [...host.querySelectorAll("button")].find((each) => (each.getAttribute("aria-label") ?? each.textContent?.trim()) === name) as HTMLButtonElement;
const told = (): string => host.querySelector(".film-picture")?.getAttribute("aria-label") ?? "";
const there = (): (string | null)[] => [...host.querySelectorAll(".film-pin.is-there text")].map((each) => each.textContent);

function press(key: string, on: Element = host): void {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

describe("the player", () => {
  it("shows the finished map first", () => {
    opened();
    expect(told()).toBe("Map of Brook End: 2 places, 1 connection");
    expect(there()).toEqual(["The Larks", "The bench"]);
    expect(host.querySelectorAll(".film-arc.is-there")).toHaveLength(1);
  });

  it("plays from the beginning: places and connections come one by one", () => {
    opened();
    button("Play again").click();
    browser.pass(0);
    expect(there()).toEqual([]);
    browser.pass(2.5);
    expect(there()).toEqual(["The Larks"]);
    expect(host.querySelector(".film-newest")?.textContent).toContain("The Larks");
    browser.pass(3);
    expect(told()).toBe("Map of Brook End: 2 places, 1 connection");
    button("Pause").click();
    browser.pass(60);
    expect(host.querySelector("input")?.valueAsNumber).toBeCloseTo(5.5);
  });

  it("goes from moment to moment by the arrow keys, to its ends by Home and End, and plays by Space", () => {
    const player = opened();
    press("Home");
    press("ArrowRight");
    expect(there()).toEqual(["The Larks"]);
    press("ArrowRight");
    press("ArrowLeft");
    expect(player.playing.at).toBe(2);
    press("End");
    expect(player.playing.isAtEnd).toBe(true);
    press(" ");
    expect(player.playing.isPlaying).toBe(true);
  });

  it("leaves a button its Space and a menu its arrows", () => {
    const player = opened();
    press(" ", button("Play again"));
    expect(player.playing.isPlaying).toBe(false);
    press("Home", host.querySelector("select") as Element);
    expect(player.playing.at).toBe(8);
  });

  it("goes in steps where the device asks for less motion", () => {
    browser.less = true;
    const player = opened();
    player.play();
    browser.pass(3.9);
    expect(player.playing.at).toBe(2);
  });

  it("tells everything as a list as well, and a stranger's words as words", () => {
    const film = aFilm();
    const moments = film.moments.map((each) => (each.what === "place" ? { ...each, title: "<img src=x>" } : each));
    opened({ ...film, moments });
    expect(list.querySelectorAll("li")).toHaveLength(5);
    expect(list.querySelectorAll("img")).toHaveLength(0);
    expect(list.textContent).toContain("<img src=x> and <img src=x> joined");
    expect(host.querySelectorAll("img")).toHaveLength(0);
  });

  it("says so where nothing has happened yet", () => {
    opened({ length: 0, began: null, kinds: [], moments: [] });
    expect(host.textContent).toContain("Nothing is on this map yet.");
    expect(host.querySelectorAll("button")).toHaveLength(0);
  });
});
