import { expect, test, vi } from "vitest";
import { TestClock, settled } from "../../sync/testing/clock";
import { ASK_EVERY } from "./asking";
import { askHeldBack, HeldBackWatch, type HeldBack } from "./held_back";

function watched(answers: (HeldBack | Error)[]): { watch: HeldBackWatch; clock: TestClock; told: number[]; asked: () => number } {
  const clock = new TestClock();
  const told: number[] = [];
  let asked = 0;
  const ask = async (): Promise<HeldBack> => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? new Error();
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const watch: HeldBackWatch = new HeldBackWatch(clock, ask, () => told.push(watch.counts.places));
  return { watch, clock, told, asked: () => asked };
}

test("asks while a round hides, and tells only what changed", async () => {
  const { watch, clock, told } = watched([{ places: 1, connections: 0 }, { places: 1, connections: 0 }, { places: 3, connections: 0 }]);
  watch.watch(true);
  await clock.pass(2 * ASK_EVERY);
  expect(told).toEqual([1, 3]);
});

test("asks no more once all is shown, and then nothing waits", async () => {
  const { watch, clock, told, asked } = watched([{ places: 2, connections: 0 }]);
  watch.watch(true);
  await settled();
  watch.watch(false);
  await clock.pass(10 * ASK_EVERY);
  expect(asked()).toBe(1);
  expect(told).toEqual([2, 0]);
});

test("keeps the last figure while the server is away, and asks on", async () => {
  const { watch, clock, told } = watched([{ places: 2, connections: 0 }, new TypeError(), { places: 4, connections: 0 }]);
  watch.watch(true);
  await clock.pass(ASK_EVERY);
  expect(watch.counts.places).toBe(2);
  await clock.pass(ASK_EVERY);
  expect(told).toEqual([2, 4]);
});

test("asks as the page that it is", async () => {
  const fetched = vi.fn(async (_path: string) => new Response('{"places":2,"connections":1,"other":true}'));
  vi.stubGlobal("fetch", fetched);
  expect(await askHeldBack("/api/workshops/w", "as=projector")).toEqual({ places: 2, connections: 1 });
  expect(fetched.mock.calls[0]?.[0]).toBe("/api/workshops/w/held-back?as=projector");
  vi.stubGlobal("fetch", async () => new Response("", { status: 401 }));
  await expect(askHeldBack("/api/workshops/w", "")).rejects.toThrow("401");
});
