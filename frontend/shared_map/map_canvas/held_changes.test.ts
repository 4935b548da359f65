import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HeldChanges } from "./held_changes";
import type { LeafletMap } from "./spots";

let applied: (readonly string[])[];
let tell: (event: string) => void;
let held: HeldChanges<string>;

beforeEach(() => {
  vi.useFakeTimers();
  applied = [];
  const listeners = new Map<string, () => void>();
  tell = (event) => listeners.get(event)?.();
  const map = { on: (event: string, listener: () => void) => listeners.set(event, listener) };
  held = new HeldChanges(map as unknown as LeafletMap, (changes) => applied.push(changes));
});

afterEach(() => vi.useRealTimers());

describe("changes that arrive", () => {
  it("are applied at once while the map rests", () => {
    held.take(["a"]);
    expect(applied).toEqual([["a"]]);
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
});
