import { expect, test } from "vitest";
import { planOf, stageAfter, STAGES } from "./stages";

test("leads from the welcome over places and connections to looking back, and then to the end", () => {
  const walked = ["lobby"];
  for (let next = stageAfter("lobby"); next !== null; next = stageAfter(next.stage)) walked.push(next.stage);
  expect(walked).toEqual(["lobby", "places", "connections", "reflect"]);
});

test("goes on in order from a stage with a guide of its own", () => {
  expect(stageAfter("terms")?.stage).toBe("indicators");
  expect(stageAfter("reflect")).toBeNull();
  expect(stageAfter("closed")).toBeNull();
});

test("has something to say and to show in every stage", () => {
  for (const { stage, say, prompt } of STAGES) {
    expect(planOf(stage).stage).toBe(stage);
    expect(say.length).toBeGreaterThan(0);
    expect(prompt).not.toBe("");
  }
});
