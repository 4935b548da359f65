import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AT_ONCE, HeldChanges, SLICE_MS } from "./held_changes";
import type { LeafletMap } from "./spots";

let applied: (readonly string[])[];
let tell: (event: string) => void;
let held: HeldChanges<string>;
/** What applying costs each time, in milliseconds. */
let cost: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (call: () => void) => setTimeout(call, 16));
  vi.stubGlobal("cancelAnimationFrame", (timer: number) => clearTimeout(timer));
  applied = [];
  cost = 1;
  let now = 0;
  const listeners = new Map<string, () => void>();
  tell = (event) => listeners.get(event)?.();
  const map = { on: (event: string, listener: () => void) => listeners.set(event, listener) };
  const apply = (changes: readonly string[]): void => {
    applied.push(changes);
    now += cost;
  };
  held = new HeldChanges(map as unknown as LeafletMap, apply, () => now);
});

afterEach(() => vi.useRealTimers());

describe("changes that arrive", () => {
  it("are applied at once while the map rests", () => {
    held.take(["a"]);
    expect(applied).toEqual([["a"]]);
  });

  it("are applied at once up to so many, as when a page begins", () => {
    held.take(Array.from({ length: AT_ONCE }, (_, index) => `${index}`));
    expect(applied.map((each) => each.length)).toEqual([AT_ONCE]);
  });

  it("wait for each other while it moves, and come in their order", () => {
    tell("movestart");
    held.take(["a"]);
    held.take(["b", "c"]);
    expect(applied).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(applied).toEqual([["a", "b", "c"]]);
  });

  it("are applied when the map comes to rest, and only once", () => {
    tell("movestart");
    held.take(["a"]);
    tell("moveend");
    vi.advanceTimersByTime(1000);
    expect(applied).toEqual([["a"]]);
  });

  it("are applied when someone is about to speak of a place", () => {
    tell("movestart");
    held.take(["a"]);
    held.flush();
    expect(applied).toEqual([["a"]]);
  });

  it("come as a shower where many come at once: in each frame what it has time for, all in their order, then what was to follow", () => {
    const many = Array.from({ length: AT_ONCE + 1 }, (_, index) => `${index}`);
    held.take(many);
    held.after(() => applied.push(["after"]));
    expect(applied).toEqual([]);
    vi.advanceTimersByTime(16);
    expect(applied.flat()).toEqual(many.slice(0, SLICE_MS));
    held.take(["late"]);
    vi.advanceTimersByTime(1000);
    expect(applied.flat()).toEqual([...many, "late", "after"]);
    held.take(["next"]);
    expect(applied.at(-1)).toEqual(["next"]);
  });

  it("make some way in each frame, however slow the phone is", () => {
    cost = 3 * SLICE_MS;
    held.take(Array.from({ length: AT_ONCE + 1 }, (_, index) => `${index}`));
    vi.advanceTimersByTime(2 * 16);
    expect(applied.map((each) => each.length)).toEqual([1, 1]);
  });

  it("are all applied before somebody speaks of a place, however many wait", () => {
    held.take(Array.from({ length: 2 * AT_ONCE }, (_, index) => `${index}`));
    held.flush();
    vi.advanceTimersByTime(200);
    expect(applied.flat()).toHaveLength(2 * AT_ONCE);
    held.after(() => applied.push(["now"]));
    expect(applied.at(-1)).toEqual(["now"]);
  });
});
