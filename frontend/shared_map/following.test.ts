import { expect, test } from "vitest";
import { sightOf, viewOf } from "./following";

const CONSOLE = { width: 640, height: 600 };

test("a wide screen of the same size looks just where the facilitator looks", () => {
  const wide = { width: 960, height: 540 };
  const view = viewOf({ centre: [-0.7, 52.6], zoom: 15 }, wide);
  expect(view && sightOf(view, wide)).toEqual({ centre: [-0.7, 52.6], zoom: 15 });
});

test("a larger screen comes nearer, and never so near that it hides what the facilitator sees", () => {
  const view = viewOf({ centre: [0, 0], zoom: 15 }, CONSOLE);
  const hall = { width: 1920, height: 960 };
  const zoom = view === null ? 0 : sightOf(view, hall).zoom;
  const shown = (size: typeof hall, at: number): readonly [number, number] => [size.width / 2 ** at, size.height / 2 ** at];
  expect(zoom).toBe(15);
  expect(shown(hall, zoom)[0]).toBeGreaterThanOrEqual(shown(CONSOLE, 15)[0]);
  expect(shown(hall, zoom)[1]).toBeGreaterThanOrEqual(shown(CONSOLE, 15)[1]);
  const wall = { width: 3840, height: 2160 };
  expect(view && sightOf(view, wall).zoom).toBe(16);
});

test("a map without a size tells nothing, and a told zoom stays within what the server takes", () => {
  expect(viewOf({ centre: [0, 0], zoom: 15 }, { width: 0, height: 400 })).toBeNull();
  expect(viewOf({ centre: [0, 0], zoom: 0 }, { width: 12_800, height: 7_200 })?.zoom).toBe(0);
});
