// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { circle, mapPlace, type PreviewPlace } from "./preview";

const HALL: PreviewPlace = {
  id: "hall",
  kind: "physical_place",
  label: "Halls",
  title: "Victoria Hall",
  geometry: { type: "Point", coordinates: [-0.73, 52.67] },
  metres: 0,
  position: [-0.73, 52.67],
};

describe("a place of a draft on the map", () => {
  it("is where it is if it is shown exactly", () => {
    expect(mapPlace(HALL)).toMatchObject({ geometry: HALL.geometry, kindLabel: "Halls", mine: false, standing: "settled" });
    expect("kindLabel" in mapPlace({ ...HALL, label: "" })).toBe(false);
  });

  it("is a circle as wide as it is inexact", () => {
    const { geometry } = mapPlace({ ...HALL, metres: 100 });
    if (geometry.type !== "Polygon") throw new Error(geometry.type);
    const [ring] = geometry.coordinates;
    expect(ring?.[0]).toEqual(ring?.at(-1));
    for (const [lon, lat] of ring ?? []) {
      const north = (lat - 52.67) * 111_195;
      const east = (lon + 0.73) * 111_195 * Math.cos((52.67 * Math.PI) / 180);
      expect(Math.hypot(north, east)).toBeCloseTo(100, 3);
    }
  });

  it("has a circle that closes at any latitude", () => {
    for (const lat of [-84, 0, 84]) {
      const ground = circle([0, lat], 500);
      expect(ground.type).toBe("Polygon");
    }
  });
});
