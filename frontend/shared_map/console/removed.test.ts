import { expect, test } from "vitest";
import { Records } from "../../sync/records";
import { Removed, removedTitle, type RemovedThing } from "./removed";

const nothing = new Records();
const AT = "2026-03-01T18:00:00Z";

function place(id: string): RemovedThing {
  return { id, kind: "place", titles: [id.toUpperCase()], by: null, at: AT };
}

function asking(...answers: readonly (readonly RemovedThing[] | Error)[]): { readonly removed: Removed; readonly asked: () => number } {
  let asked = 0;
  const removed = new Removed(
    async () => {
      const answer = answers[asked++] ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => undefined,
  );
  return { removed, asked: () => asked };
}

test("holds nothing before the server has answered", async () => {
  const { removed } = asking([place("a")]);
  expect(removed.things).toBeNull();
  await removed.look();
  expect(removed.things).toEqual([place("a")]);
});

test("says that the list did not come, until it comes", async () => {
  const { removed } = asking(new Error("no line"), [place("a")]);
  await removed.look();
  expect([removed.hasFailed, removed.things]).toEqual([true, null]);
  await removed.look();
  expect([removed.hasFailed, removed.things]).toEqual([false, [place("a")]]);
});

test("of two questions the answer to the last one stands, whichever comes first", async () => {
  const answers: ((things: readonly RemovedThing[]) => void)[] = [];
  const removed = new Removed(
    () => new Promise((resolve) => answers.push(resolve)),
    () => undefined,
  );
  const both = [removed.look(), removed.look()];
  answers[1]?.([place("new")]);
  answers[0]?.([place("old")]);
  await Promise.all(both);
  expect(removed.things).toEqual([place("new")]);
});

test("asks again while it is looked at and something else is taken off, and only then", async () => {
  const { removed, asked } = asking([place("a")], [place("b"), place("a")]);
  await removed.look();
  removed.follow(new Set(["b"]), nothing, false);
  expect(asked()).toBe(1);
  removed.follow(new Set(["b"]), nothing, true);
  expect(asked()).toBe(2);
});

test("a connection is called by its two places", () => {
  expect(removedTitle({ ...place("line"), kind: "connection", titles: ["Hall", "Park"] })).toBe("Hall and Park");
  expect(removedTitle(place("a"))).toBe("A");
});
