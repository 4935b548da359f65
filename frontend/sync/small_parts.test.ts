import { expect, test } from "vitest";
import { backoff } from "./backoff";
import { Listeners } from "./listeners";
import { pathsOf } from "./line";
import { sameJson } from "./same_json";

test("back-off doubles from half a second to fifteen, less up to half of it", () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backoff(failures, 1))).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000]);
  expect(backoff(3, 0)).toBe(2000);
});

test.each([
  [{ a: [1, { b: null }], c: "x" }, { c: "x", a: [1, { b: null }] }],
  [[], []],
  [null, null],
  [undefined, undefined],
])("%j is the same as %j", (one, other) => expect(sameJson(one, other)).toBe(true));

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: null }, { b: null }],
  [[1, 2], [2, 1]],
  [[], {}],
  [null, {}],
  [0, false],
  [undefined, null],
  [{}, { toString: null }],
])("%j is not the same as %j", (one, other) => {
  expect(sameJson(one, other)).toBe(false);
  expect(sameJson(other, one)).toBe(false);
});

test("a listener hears until it leaves, and another stays", () => {
  const listeners = new Listeners<number>();
  const heard: string[] = [];
  const call = (told: number): void => void heard.push(`a${told}`);
  const leave = listeners.add(call);
  listeners.add(call);
  listeners.tell(1);
  leave();
  listeners.tell(2);
  expect(heard).toEqual(["a1", "a1", "a2"]);
});

test("a workshop's name is only ever one part of a path", () => {
  const paths = pathsOf("../x?y");
  expect(paths.socket).toBe("/live/..%2Fx%3Fy");
  expect(paths.snapshot(7)).toBe("/api/workshops/..%2Fx%3Fy/snapshots/7");
});
