import { describe, expect, test } from "vitest";
import type { Fields } from "../../sync/protocol";
import { Records } from "../../sync/records";
import { readWorkshop, type Workshop } from "../../workshop/workshop_record";
import { workshopRecord } from "../testing/records";
import { situationOf } from "./situation";
import { BLOCKED } from "./words";

function workshop(fields: Fields): Workshop | null {
  const records = new Records();
  const changes = [{ put: workshopRecord(fields) }];
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes }, { number: 0, records: [] });
  return readWorkshop(records);
}

function at(fields: Fields): ReturnType<typeof situationOf> {
  return situationOf(workshop(fields), "participant");
}

const HIDING = { round: { number: 1, blind: true, revealed: false } };

describe("the main action", () => {
  test.each([
    ["lobby", "practise"],
    ["places", "place"],
    ["connections", "join"],
    ["terms", null],
    ["indicators", null],
    ["reflect", null],
  ] as const)("at the stage %s is %s", (stage, main) => {
    expect(at({ stage }).main).toBe(main);
  });

  test("before the workshop is open is to practise", () => expect(at({ life: "draft", stage: "places" }).main).toBe("practise"));

  test("stays where it is while the workshop is paused", () => {
    expect(at({ life: "paused" })).toMatchObject({ main: "place", blocked: BLOCKED.paused });
  });

  test("is gone once the workshop is closed", () => {
    expect(at({ life: "closed", stage: "closed" })).toMatchObject({ main: null, blocked: BLOCKED.closed, isOver: true });
  });

  test.each(["researcher", "projector"] as const)("is none for a %s", (role) => {
    expect(situationOf(workshop({}), role)).toMatchObject({ main: null, blocked: BLOCKED.reading });
  });

  test("is none before anything is known", () => {
    expect(situationOf(null, "participant")).toMatchObject({ main: null, blocked: BLOCKED.opening });
  });
});

describe("the words at the top", () => {
  test("give the facilitator's reason for a pause", () => {
    expect(at({ life: "paused", paused_because: "Tea." }).todo).toBe("Tea.");
    expect(at({ life: "paused" }).todo).toContain("Everything is kept.");
  });

  test("say that places are hidden only while one can place", () => {
    expect(at(HIDING).hiding).toBe(true);
    expect(at({ ...HIDING, stage: "terms" }).hiding).toBe(false);
  });
});
