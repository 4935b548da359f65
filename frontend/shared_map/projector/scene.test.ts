import { expect, test } from "vitest";
import type { Workshop } from "../../workshop/workshop_record";
import { sceneOf } from "./scene";

const EMPTY = { people: 0, shown: 0, hidden: 0, wayIn: "auto" } as const;
const FULL = { ...EMPTY, people: 12, shown: 3 };

function workshop(part: Partial<Workshop>): Workshop {
  return {
    title: "",
    areaName: "",
    life: "open",
    pausedBecause: null,
    stage: "places",
    stageSince: null,
    stageMinutes: null,
    pausedAt: null,
    hiding: false,
    moderated: false,
    round: 1,
    kinds: [],
    step: null,
    prompt: null,
    ...part,
  };
}

test.each([
  [{ life: "draft" }, "welcome"],
  [{ stage: "lobby" }, "welcome"],
  [{ stage: "places" }, "map"],
  [{ stage: "connections" }, "map"],
  [{ stage: "terms" }, "agree"],
  [{ stage: "reflect" }, "reflect"],
  [{ life: "paused" }, "paused"],
  [{ life: "closed", stage: "closed" }, "closed"],
] as const)("%o shows %s to a hall with people in it", (part, scene) => {
  expect(sceneOf(workshop(part), FULL)).toBe(scene);
});

test("keeps the way in large until somebody is in, whatever the stage", () => {
  expect(sceneOf(workshop({ stage: "places" }), EMPTY)).toBe("welcome");
  expect(sceneOf(workshop({ stage: "places" }), { ...EMPTY, people: 1 })).toBe("map");
});

test("stays on the map while every phone sleeps", () => {
  expect(sceneOf(workshop({}), { ...EMPTY, shown: 1 })).toBe("map");
  expect(sceneOf(workshop({}), { ...EMPTY, hidden: 1 })).toBe("map");
});

test("the facilitator's word on the way in comes before the stage's, and after a pause and the end", () => {
  const [large, small] = [{ ...FULL, wayIn: "large" }, { ...EMPTY, wayIn: "small" }] as const;
  expect(["places", "terms", "reflect"].map((stage) => sceneOf(workshop({ stage: stage as "places" }), large))).toEqual(Array(3).fill("welcome"));
  expect(sceneOf(workshop({ stage: "lobby" }), small)).toBe("gather");
  expect(sceneOf(workshop({ stage: "places" }), small)).toBe("map");
  expect(sceneOf(workshop({ life: "paused" }), large)).toBe("paused");
});

test("waits for the first message", () => {
  expect(sceneOf(null, FULL)).toBe("opening");
});
