import { expect, test } from "vitest";
import { Records } from "../sync/records";
import { readWorkshop, type Workshop } from "../workshop/workshop_record";
import { workshopRecord } from "../shared_map/testing/records";
import type { Fields } from "../sync/protocol";
import { endingWords } from "./ending";
import { ending, minutesLeft, readRunSheet, type RunSheet } from "./run_sheet";
import { sheetRecord, takenRecord, departureRecord, BEGAN } from "./testing/records";

const MINUTE = 60_000;

function evening(fields: Fields, ...others: ReturnType<typeof takenRecord>[]): { sheet: RunSheet; workshop: Workshop } {
  const records = new Records();
  const changes = [workshopRecord(fields), sheetRecord(), ...others].map((put) => ({ put }));
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes }, { number: 0, records: [] });
  const workshop = readWorkshop(records) as Workshop;
  return { workshop, sheet: readRunSheet(records, workshop) as RunSheet };
}

test("a workshop without a run sheet has none", () => {
  expect(readRunSheet(new Records(), readWorkshopOf())).toBeNull();
});

test("the present step and the next are those of the workshop's record", () => {
  const { sheet } = evening({ step: "places" });
  expect([sheet.present?.key, sheet.next?.key, sheet.left]).toEqual(["places", "look", null]);
});

test("past the sheet, the next step is the one below what was left last", () => {
  const { sheet } = evening({ step: null, stage: "terms" }, takenRecord("welcome", 0, 10), takenRecord("places", 10, 40));
  expect([sheet.present, sheet.next?.key]).toEqual([null, "look"]);
});

test("after the last step comes none", () => {
  expect(evening({ step: "goodbye", stage: "closed" }).sheet.next).toBeNull();
});

test("a step that was taken twice took both times together", () => {
  const { sheet } = evening({ step: "look" }, takenRecord("places", 10, 40), takenRecord("places", 50, 55));
  expect(sheet.took.get("places")).toBe(35);
});

test("a step that was left within its first minute was not taken", () => {
  const { sheet } = evening({ step: "look" }, takenRecord("places", 10, 10.5));
  expect(sheet.took.has("places")).toBe(false);
});

test("departures stand in the order in which they happened", () => {
  const { sheet } = evening({ step: "look" }, departureRecord("b", 20), departureRecord("a", 10));
  expect(sheet.departures.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("an evening that keeps its time ends as planned, and every minute over is a minute behind", () => {
  const since = new Date(BEGAN + 10 * MINUTE).toISOString();
  const { sheet, workshop } = evening(
    { step: "places", stage_since: since, stage_minutes: 30 },
    takenRecord("welcome", 0, 10),
  );
  const planned = BEGAN + 88 * MINUTE;
  const at = BEGAN + 25 * MINUTE;
  expect(minutesLeft(sheet, workshop, at)).toBe(63);
  expect(ending(sheet, workshop, at)).toEqual({ expected: planned, behind: 0 });
  const late = BEGAN + 44 * MINUTE;
  expect(ending(sheet, workshop, late)).toEqual({ expected: planned + 4 * MINUTE, behind: 4 });
});

test("before the beginning the whole plan is to come, and nothing is behind", () => {
  const { sheet, workshop } = evening({ life: "draft", stage: "lobby", step: "welcome", stage_since: new Date(BEGAN).toISOString() });
  expect(ending(sheet, workshop, BEGAN)).toEqual({ expected: BEGAN + 88 * MINUTE, behind: null });
});

test("the line under the way on says what is left, when it ends and how that compares", () => {
  const words = endingWords({ left: 63.4, expected: Date.UTC(2026, 10, 23, 19, 5), behind: -1 });
  expect(words).toMatch(/^63 min to go · ends \d\d:\d\d · 1 min ahead$/);
  expect(endingWords({ left: 1, expected: 0, behind: 0 })).toContain("on time");
  expect(endingWords({ left: 5, expected: 0, behind: null }).split(" · ")).toHaveLength(2);
});

function readWorkshopOf(): Workshop {
  return evening({ step: null }).workshop;
}
