import { expect, test } from "vitest";
import { Records } from "../../sync/records";
import { RemovedPlaces } from "./removed";

const nothing = new Records();

function memory(text: string | null = null): { read: () => string | null; write: (text: string) => void; text: () => string | null } {
  let kept = text;
  return { read: () => kept, write: (written) => void (kept = written), text: () => kept };
}

test("keeps what was taken off, the last first, once each", () => {
  const removed = new RemovedPlaces(memory());
  for (const place of ["a", "b", "a"]) removed.add({ place, title: place.toUpperCase() });
  expect(removed.places.map(({ title }) => title)).toEqual(["A", "B"]);
});

test("is there again after the page was loaded again", () => {
  const kept = memory();
  new RemovedPlaces(kept).add({ place: "a", title: "A" });
  expect(new RemovedPlaces(memory(kept.text())).places).toEqual([{ place: "a", title: "A" }]);
});

test.each([null, "", "nonsense", "{}", '[null, 1, {"place": 1}, {"place": "a", "title": "A"}]'])("reads %s without harm", (text) => {
  expect(new RemovedPlaces(memory(text)).places.length).toBeLessThanOrEqual(1);
});

test("what is still gone stays in the list", () => {
  const removed = new RemovedPlaces(memory());
  removed.add({ place: "a", title: "A" });
  removed.follow(new Set(["a", "b"]), nothing);
  expect(removed.places).toHaveLength(1);
});
