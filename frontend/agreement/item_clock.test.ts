import { expect, test } from "vitest";
import { itemClock } from "./item_clock";

const SINCE = Date.parse("2026-11-23T10:00:00Z");

test("counts the minutes that the room gave itself for talking", () => {
  const face = itemClock({ state: "clarifying", since: SINCE, minutes: 5 }, SINCE + 61_000);
  expect(face).toEqual({ seconds: 239, counts: "down", over: 0, isStopped: false });
});

test("says by how much the integration round is over", () => {
  expect(itemClock({ state: "integrating", since: SINCE, minutes: 10 }, SINCE + 630_000)).toMatchObject({ seconds: 0, over: 30 });
});

test.each(["draft", "revealed", "adopted", "parked"] as const)("nothing runs while an item is %s", (state) => {
  expect(itemClock({ state, since: SINCE, minutes: 5 }, SINCE)).toBeNull();
});

test("nothing runs where no length was given", () => {
  expect(itemClock({ state: "rating", since: SINCE, minutes: null }, SINCE)).toBeNull();
});
