// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClockFace } from "../../workshop/stage_clock";
import { KithClock } from "./clock";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function clock(read: () => ClockFace | null, patient = false): Promise<KithClock> {
  const element = new KithClock();
  element.read = read;
  element.patient = patient;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function words(element: KithClock): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

const FACE: ClockFace = { seconds: 252, counts: "down", over: 0, isStopped: false };

test("goes on by itself, second by second", async () => {
  let seconds = 252;
  const element = await clock(() => ({ ...FACE, seconds }));
  expect(words(element)).toBe("04:12");
  seconds = 251;
  await vi.advanceTimersByTimeAsync(1000);
  expect(words(element)).toBe("04:11");
});

test("says by how much a stage is over, but not on a wall", async () => {
  const read = (): ClockFace => ({ ...FACE, seconds: 0, over: 70 });
  expect(words(await clock(read))).toBe("01:10 over");
  expect(words(await clock(read, true))).toBe("00:00");
});

test("says that it is paused", async () => {
  expect(words(await clock(() => ({ ...FACE, isStopped: true })))).toBe("04:12 paused");
});

test("shows nothing where no stage goes on, and is quiet to a screen reader", async () => {
  expect(words(await clock(() => null))).toBe("");
  const timer = (await clock(() => FACE)).querySelector("[role=timer]");
  expect(timer?.getAttribute("aria-live")).toBe("off");
});
