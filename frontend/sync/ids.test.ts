import { expect, test } from "vitest";
import { idMaker } from "./ids";
import { chance } from "./testing/chance";

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOON = Date.UTC(2026, 10, 23, 12);

function bytes(seed: number): (count: number) => Uint8Array {
  const random = chance(seed);
  return (count) => Uint8Array.from({ length: count }, () => random() * 256);
}

test("an id is a UUID of version 7 that begins with the time", () => {
  const id = idMaker(() => NOON, bytes(1))();
  expect(id).toMatch(FORM);
  expect(parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(NOON);
});

test("eleven ids of one millisecond sort in the order in which they were made", () => {
  const newId = idMaker(() => NOON, bytes(2));
  const made = Array.from({ length: 11 }, newId);
  expect([...made].sort()).toEqual(made);
});

test("ten thousand ids of one millisecond sort, differ, and keep their form", () => {
  const newId = idMaker(() => NOON, bytes(3));
  const made = Array.from({ length: 10_000 }, newId);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => FORM.test(id))).toBe(true);
});

test("a clock that is set back a day does no harm to the order", () => {
  let now = NOON;
  const newId = idMaker(() => now, bytes(4));
  const before = newId();
  now -= 24 * 3_600_000;
  const after = newId();
  expect(after > before).toBe(true);
  expect(after).toMatch(FORM);
});

test.each([-5, 0.75, Number.MAX_SAFE_INTEGER])("a clock that says %s still gives an id of the right form", (now) => {
  expect(idMaker(() => now, bytes(5))()).toMatch(FORM);
});

test("two pages that make an id in the same millisecond make different ones", () => {
  expect(idMaker(() => NOON, bytes(6))()).not.toBe(idMaker(() => NOON, bytes(7))());
});
