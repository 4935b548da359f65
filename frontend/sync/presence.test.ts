import { expect, test } from "vitest";
import { OwnPresence, TELL_EVERY } from "./presence";
import type { PresenceUpdate } from "./protocol";
import { TestClock } from "./testing/clock";

function begun() {
  const clock = new TestClock();
  const sent: PresenceUpdate["state"][] = [];
  return { clock, sent, own: new OwnPresence(clock, ({ state }) => sent.push(state)) };
}

test("a hundred moves in a second are ten tellings, and the last is told", async () => {
  const { clock, sent, own } = begun();
  for (let move = 0; move < 100; move += 1) {
    own.tell({ state: move === 99 ? "idle" : "active" });
    await clock.pass(10);
  }
  await clock.pass(TELL_EVERY);
  expect(sent.length).toBeLessThanOrEqual(11);
  expect(sent[sent.length - 1]).toBe("idle");
});

test("nothing is told anew where nothing was ever told", () => {
  const { sent, own } = begun();
  own.again();
  expect(sent).toEqual([]);
});

test("after the end nothing is told", async () => {
  const { clock, sent, own } = begun();
  own.tell({ state: "active" });
  own.tell({ state: "idle" });
  own.stop();
  await clock.pass(1_000);
  expect(sent).toEqual(["active"]);
});
