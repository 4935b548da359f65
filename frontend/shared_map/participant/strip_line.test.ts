import { describe, expect, test } from "vitest";
import type { PendingOperation } from "../../sync/pending";
import { TestClock } from "../../sync/testing/clock";
import { CLOSED_WORDS, STRIP, type Status } from "../../sync/words";
import { GOOD_NEWS, PATIENCE, StripLine } from "./strip_line";

const LIVE: Status = { state: "live" };
const CONNECTING: Status = { state: "connecting" };
const OFFLINE: Status = { state: "offline" };

function pending(state: PendingOperation["state"]): PendingOperation[] {
  return [{ id: "o", kind: "k", payload: {}, group: null, state, refusal: null }];
}

function strip(): { clock: TestClock; line: StripLine; told: string[] } {
  const clock = new TestClock();
  const told: string[] = [];
  const line = new StripLine(clock, () => told.push(line.shown.words));
  return { clock, line, told };
}

describe("the strip", () => {
  test("says nothing while all is well, and nothing of what is sent at once", () => {
    const { line, told } = strip();
    line.follow(LIVE, []);
    line.follow(LIVE, pending("sent"));
    line.follow(LIVE, []);
    expect(told).toEqual([]);
  });

  test("says nothing of a line that comes up soon", async () => {
    const { clock, line, told } = strip();
    line.follow(CONNECTING, []);
    await clock.pass(PATIENCE - 1);
    line.follow(LIVE, []);
    await clock.pass(PATIENCE);
    expect(told).toEqual([]);
  });

  test("tells of a line that is slow to come up", async () => {
    const { clock, line } = strip();
    line.follow(CONNECTING, []);
    await clock.pass(PATIENCE);
    expect(line.shown).toEqual({ state: "sending", words: STRIP.connecting });
  });

  test("offline says what is kept, then that all is sent, then nothing", async () => {
    const { clock, line, told } = strip();
    line.follow(OFFLINE, []);
    line.follow(OFFLINE, pending("waiting"));
    line.follow(LIVE, pending("sent"));
    line.follow(LIVE, []);
    await clock.pass(GOOD_NEWS);
    expect(told).toEqual([STRIP.offline, STRIP.saved, "", STRIP.sent, ""]);
  });

  test("tells of what was refused until the person has dealt with it", async () => {
    const { clock, line } = strip();
    line.follow(LIVE, pending("refused"));
    await clock.pass(GOOD_NEWS);
    expect(line.shown.words).toBe(STRIP.refused);
    line.follow(LIVE, []);
    expect(line.shown.state).toBe("quiet");
  });

  test("gives the reason why the line is closed for good", () => {
    const { line } = strip();
    line.follow({ state: "closed", reason: "removed" }, []);
    expect(line.shown).toEqual({ state: "closed", words: CLOSED_WORDS.removed });
  });
});
