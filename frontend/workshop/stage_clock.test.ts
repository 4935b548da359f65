import { expect, test } from "vitest";
import { clockFace, clockWords, pageCameAt, serverTime } from "./stage_clock";
import type { Workshop } from "./workshop_record";

const SINCE = Date.UTC(2026, 10, 23, 10);

function workshop(part: Partial<Workshop>): Workshop {
  const usual = { title: "", areaName: "", life: "open", pausedBecause: null, stage: "places", step: null, prompt: null, hiding: false, moderated: false, round: 1, kinds: [] } as const;
  return { ...usual, stageSince: SINCE, stageMinutes: 20, pausedAt: null, ...part };
}

const at = (minutes: number): number => SINCE + minutes * 60_000;

test("counts down from the stage's length, and then how far it is over", () => {
  expect(clockFace(workshop({}), at(5))).toEqual({ seconds: 900, counts: "down", over: 0, isStopped: false });
  expect(clockFace(workshop({}), at(21))).toMatchObject({ seconds: 0, over: 60 });
});

test("counts up where a stage lasts as long as it takes", () => {
  expect(clockFace(workshop({ stageMinutes: null }), at(5))).toMatchObject({ seconds: 300, counts: "up", over: 0 });
});

test("stands still in a pause", () => {
  const paused = workshop({ life: "paused", pausedAt: at(5) });
  expect(clockFace(paused, at(15))).toMatchObject({ seconds: 900, isStopped: true });
});

test("shows nothing before the workshop is open and after it is closed, and never a time below zero", () => {
  expect(clockFace(workshop({ life: "draft" }), at(1))).toBeNull();
  expect(clockFace(workshop({ life: "closed" }), at(1))).toBeNull();
  expect(clockFace(workshop({ stageSince: null }), at(1))).toBeNull();
  expect(clockFace(workshop({ stageMinutes: null }), at(-1))).toMatchObject({ seconds: 0 });
});

test.each([
  [0, "00:00"],
  [252, "04:12"],
  [3852, "1:04:12"],
])("writes %i seconds as %s", (seconds, words) => {
  expect(clockWords(seconds)).toBe(words);
});

test("tells the server's time, however wrong the device's clock is", () => {
  const now = serverTime("2026-11-23T10:00:00.000Z", 1_000, () => 6_000);
  expect(now()).toBe(SINCE + 5_000);
  expect(serverTime("", 1_000, () => 6_000)()).toBe(6_000);
});

test("counts from when the page came, not from when its script ran", () => {
  const timing = { timeOrigin: 1_000, getEntriesByType: () => [{ responseStart: 20 }] as unknown as PerformanceEntryList };
  expect(pageCameAt(timing)).toBe(1_020);
  expect(pageCameAt({ ...timing, getEntriesByType: () => [] })).toBe(1_000);
});
