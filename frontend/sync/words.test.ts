import { expect, test } from "vitest";
import { CLOSE_REASONS } from "./protocol";
import type { PendingOperation } from "./pending";
import { CLOSED_WORDS, STRIP, stripWords, type Status } from "./words";

function asked(state: PendingOperation["state"]): PendingOperation {
  return { id: state, kind: "k", payload: {}, group: null, state, refusal: null };
}

const is = (state: "connecting" | "live" | "polling" | "offline"): Status => ({ state });

test("every reason to close has words that say what to do, and no jargon", () => {
  for (const reason of CLOSE_REASONS) {
    expect(CLOSED_WORDS[reason]).toMatch(/^[A-Z].*\.$/);
    expect(CLOSED_WORDS[reason]).not.toMatch(/error|session|socket|token|sync|server \d|submit/i);
  }
});

test.each<[string, string | null, Status, PendingOperation["state"][], boolean]>([
  ["all is well", null, is("live"), [], false],
  ["all is well by requests", null, is("polling"), [], false],
  ["something is on its way on a good line", null, is("live"), ["sent"], false],
  ["the page is loading", STRIP.connecting, is("connecting"), [], false],
  ["the network is away", STRIP.offline, is("offline"), [], false],
  ["the network is away and something waits", STRIP.saved, is("offline"), ["waiting"], false],
  ["the line is coming back and something waits", STRIP.saved, is("connecting"), ["waiting"], true],
  ["the line is back and something still goes out", null, is("live"), ["sent"], true],
  ["the line is back and all is sent", STRIP.sent, is("live"), [], true],
  ["something was refused", STRIP.refused, is("live"), ["refused"], false],
  ["the network is away and only refused ones are left", STRIP.offline, is("offline"), ["refused"], false],
  ["the server closed the line", CLOSED_WORDS.removed, { state: "closed", reason: "removed" }, ["waiting"], false],
])("%s: %s", (_when, words, status, states, wasAway) => {
  expect(stripWords(status, states.map(asked), wasAway)).toBe(words);
});
