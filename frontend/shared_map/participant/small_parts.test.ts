// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { EMPTY_PLACE } from "../../components/place_form/draft";
import { Records } from "../../sync/records";
import { connectionRecord, ME, placeRecord } from "../testing/records";
import { Drafts, hasWords, type DraftMemory } from "./drafts";
import { listenToPageKeys } from "./keys";
import { listedPlaces } from "./listing";
import { locate, locatorOf } from "./locating";
import { sheetKey } from "./state";
import { OwnPlaces } from "./tally";
import { connectionsOf } from "./told_connections";
import { LOCATING } from "./words";

function recordsOf(...puts: ReturnType<typeof placeRecord>[]): Records {
  const records = new Records();
  const changes = puts.map((put) => ({ put }));
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes }, { number: 0, records: [] });
  return records;
}

describe("one's own places", () => {
  test("are counted as they come, go and change hands with nothing else", () => {
    const own = new OwnPlaces(ME);
    const records = recordsOf(placeRecord("a", ME), placeRecord("b", "someone"), connectionRecord("c", ME, "a", "b"));
    expect(own.follow(["a", "b", "c"], records)).toBe(true);
    expect(own.count).toBe(1);
    expect(own.follow(["b", "c"], records)).toBe(false);
    expect(own.waiting((id) => (id === "a" ? ["o"] : []))).toBe(1);
    expect(own.follow(["a"], recordsOf())).toBe(true);
    expect(own.count).toBe(0);
  });
});

describe("the list", () => {
  const circumstances = { person: ME, kinds: [], standingOf: () => "settled" as const };

  test("is in the order of titles as people read them", () => {
    const records = recordsOf(...["Élan", "zoo", "Apple", "Bus 10", "bus 9"].map((title) => placeRecord(title, ME, { title })));
    expect(listedPlaces(records, circumstances, true).map(({ title }) => title)).toEqual(["Apple", "bus 9", "Bus 10", "Élan", "zoo"]);
  });

  test("offers for each place what the person may do, and only looking where nothing can be changed", () => {
    const records = recordsOf(placeRecord("a", ME), placeRecord("b", "someone"));
    expect(listedPlaces(records, circumstances, true).map(({ actions }) => actions)).toEqual([
      ["show", "connect", "change", "move", "remove"],
      ["show", "me_too", "connect"],
    ]);
    expect(listedPlaces(records, circumstances, false).flatMap(({ actions }) => actions)).toEqual(["show", "show"]);
  });

  test("tells a connection from the end at which one looks", () => {
    const records = recordsOf(placeRecord("a", ME), placeRecord("b", ME), connectionRecord("c", "someone", "a", "b"));
    expect(connectionsOf("b", records, ME)).toMatchObject([{ id: "c", other: "a", title: "a", mine: false }]);
  });
});

describe("drafts", () => {
  test("last as long as the page where the browser keeps nothing", () => {
    const drafts = new Drafts("d", () => {
      throw new DOMException("off", "SecurityError");
    });
    drafts.keep({ ...EMPTY_PLACE, title: "Oak" });
    expect(drafts.place.title).toBe("Oak");
    drafts.drop();
    expect(drafts.place).toEqual(EMPTY_PLACE);
  });

  test("that are damaged count as none", () => {
    const memory: DraftMemory = { getItem: () => "{", setItem: () => undefined, removeItem: () => undefined };
    expect(new Drafts("d", () => memory).place).toEqual(EMPTY_PLACE);
  });

  test("without a word are not kept", () => {
    expect(hasWords(EMPTY_PLACE)).toBe(false);
    expect(hasWords({ ...EMPTY_PLACE, note: " x" })).toBe(true);
  });
});

describe("locating", () => {
  const found = (longitude: number, latitude: number): Geolocation =>
    ({
      getCurrentPosition: (call: PositionCallback) => call({ coords: { longitude, latitude } } as GeolocationPosition),
    }) as Geolocation;
  const failing = (code: number): Geolocation =>
    ({
      getCurrentPosition: (_call: PositionCallback, fail: PositionErrorCallback) => fail({ code } as GeolocationPositionError),
    }) as Geolocation;

  test("brings the map to a phone in the area, and leaves it there otherwise", async () => {
    expect(await locate(found(1, 1), [0, 0, 2, 2])).toEqual({ spot: [1, 1], words: LOCATING.found });
    expect(await locate(found(3, 1), [0, 0, 2, 2])).toEqual({ spot: null, words: LOCATING.outside });
  });

  test("says what to do where it was not allowed, and where it failed", async () => {
    expect((await locate(failing(1), [0, 0, 2, 2])).words).toBe(LOCATING.denied);
    expect((await locate(failing(3), [0, 0, 2, 2])).words).toBe(LOCATING.failed);
  });

  test("is not there on a plain network", () => {
    const navigator = { geolocation: found(1, 1) } as unknown as Navigator;
    expect(locatorOf({ isSecureContext: false, navigator })).toBeNull();
    expect(locatorOf({ isSecureContext: true, navigator })).toBe(navigator.geolocation);
  });
});

describe("keys", () => {
  const leave = new AbortController();
  afterEach(() => leave.abort());

  test("mean nothing to the page with Ctrl, in fields, and in sheets", () => {
    const heard: string[] = [];
    const note = (what: string) => (): void => void heard.push(what);
    listenToPageKeys(document, { place: note("place"), nudge: note("nudge"), help: note("help"), leave: () => false }, leave.signal);
    document.body.innerHTML = "<input><kith-sheet><button></button></kith-sheet><div class='map'></div>";
    const press = (selector: string, key: string, ctrlKey = false): void => {
      document.querySelector(selector)?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
    };
    press("body", "p", true);
    press("input", "p");
    press("kith-sheet button", "ArrowUp");
    press(".map", "ArrowUp");
    expect(heard).toEqual([]);
    press("body", "ArrowUp");
    press(".map", "P");
    press("body", "?");
    expect(heard).toEqual(["nudge", "place", "help"]);
  });
});

test("two sheets are one where they hold the same form", () => {
  expect(sheetKey({ kind: "place", place: "a" })).not.toBe(sheetKey({ kind: "place", place: "b" }));
  expect(sheetKey({ kind: "list", mineOnly: true })).toBe(sheetKey({ kind: "list", mineOnly: false }));
  expect(sheetKey(null)).toBe("");
});
