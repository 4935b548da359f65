import { expect, test } from "vitest";
import { sightOf, viewOf } from "./following";

const CONSOLE = { width: 640, height: 600 };

test("a wide screen of the same size looks just where the facilitator looks", () => {
  const wide = { width: 960, height: 540 };
  const view = viewOf({ centre: [-0.7, 52.6], zoom: 15 }, wide);
  expect(view && sightOf(view, wide)).toEqual({ centre: [-0.7, 52.6], zoom: 15 });
});

test.each([
  [{ width: 1280, height: 600 }, 15],
  [{ width: 1920, height: 849 }, 15.5],
  [{ width: 1920, height: 1200 }, 15.85],
  [{ width: 3840, height: 2400 }, 16.85],
])("a screen of %o comes as near as zoom %d, and hides nothing of what the facilitator sees", (hall, nearest) => {
  const view = viewOf({ centre: [0, 0], zoom: 15 }, CONSOLE);
  const zoom = view === null ? 0 : sightOf(view, hall).zoom;
  expect(zoom).toBeCloseTo(nearest, 1);
  for (const side of ["width", "height"] as const) {
    // To a hundredth of a step of zoom, which is 0.7 %.
    expect(hall[side] / 2 ** zoom).toBeGreaterThanOrEqual((CONSOLE[side] / 2 ** 15) * 0.99);
  }
});

test("a map without a size tells nothing, and a told zoom stays within what the server takes", () => {
  expect(viewOf({ centre: [0, 0], zoom: 15 }, { width: 0, height: 400 })).toBeNull();
  expect(viewOf({ centre: [0, 0], zoom: 0 }, { width: 12_800, height: 7_200 })?.zoom).toBe(0);
});
