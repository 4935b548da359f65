// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mountMap, type MapPlace, type MapView, type Position } from "./map_canvas";

const BOUNDS = [-0.76, 52.65, -0.7, 52.69] as const;
const CENTRE: Position = [-0.73, 52.67];

function place(id: string, more: Partial<MapPlace> = {}): MapPlace {
  return {
    id,
    kind: "association",
    title: `Place ${id}`,
    geometry: { type: "Point", coordinates: CENTRE },
    mine: false,
    standing: "settled",
    ...more,
  };
}

// Nothing is drawn here: a device that asks for stillness is answered at once.
Object.defineProperty(globalThis, "matchMedia", { value: () => ({ matches: true }) });

let element: HTMLElement;
let view: MapView;

beforeEach(() => {
  element = document.createElement("div");
  // A page that is not drawn gives every element no size; the map needs one.
  Object.defineProperties(element, { clientWidth: { value: 800 }, clientHeight: { value: 600 } });
  document.body.append(element);
  view = mountMap(element, { bounds: [...BOUNDS], label: "Map of Fern River", crosshair: true });
});

afterEach(() => {
  view.destroy();
  element.remove();
});

const pin = (id: string): HTMLButtonElement | null => element.querySelector(`[data-id="${id}"]`);

function key(target: Element, name: string, more: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));
}

describe("places on the map", () => {
  it("come, change and go one by one, and the others' pins stay the same elements", () => {
    view.setFeatures([{ put: place("a") }, { put: place("b") }]);
    const before = pin("a");
    view.setFeatures([{ put: place("b", { title: "Another name" }) }, { put: place("c") }]);
    expect(pin("a")).toBe(before);
    expect(pin("b")?.getAttribute("aria-label")).toBe("Another name, Group or club");
    view.setFeatures([{ remove: "a" }]);
    expect(pin("a")).toBeNull();
    expect(element.querySelectorAll(".pin")).toHaveLength(2);
  });

  it("are painted where they are too many for buttons, and are buttons again when they are few", () => {
    view.setFeatures(Array.from({ length: 501 }, (_, index) => ({ put: place(`p${index}`) })));
    expect(element.querySelectorAll(".pin")).toHaveLength(0);
    view.setFeatures([{ remove: "not there" }]);
    view.select(null);
    expect(element.querySelectorAll(".pin")).toHaveLength(0);
    expect(element.querySelector(".map-pins-canvas")).not.toBeNull();
    view.setFeatures(Array.from({ length: 60 }, (_, index) => ({ remove: `p${index}` })));
    expect(element.querySelectorAll(".pin")).toHaveLength(441);
    expect(element.querySelector(".map-pins-canvas")).toBeNull();
  });

  it("that are lines have a drawn shape and a pin", () => {
    const line = { type: "LineString", coordinates: [CENTRE, [-0.72, 52.67]] } as const;
    view.setFeatures([{ put: place("walk", { geometry: line }) }]);
    expect(element.querySelectorAll(".shape-stroke")).toHaveLength(1);
    expect(pin("walk")).not.toBeNull();
    view.setFeatures([{ put: place("walk") }]);
    expect(element.querySelectorAll(".shape-stroke")).toHaveLength(0);
  });
});

describe("connections", () => {
  const connection = {
    id: "c",
    start: "a",
    end: "b",
    directed: true,
    strength: "strong",
    mine: false,
    standing: "settled",
  } as const;

  it("are drawn once both places are there, and go with either", () => {
    view.setConnections([{ put: connection }]);
    view.setFeatures([{ put: place("a") }]);
    expect(element.querySelectorAll(".arc")).toHaveLength(0);
    view.setFeatures([{ put: place("b", { geometry: { type: "Point", coordinates: [-0.71, 52.66] } }) }]);
    expect(element.querySelectorAll(".arc-strong .arc-head")).toHaveLength(1);
    view.setFeatures([{ remove: "a" }]);
    expect(element.querySelectorAll(".arc")).toHaveLength(0);
  });

  it("stand out when one of their places is selected", () => {
    view.setFeatures([{ put: place("a") }, { put: place("b") }]);
    view.setConnections([{ put: connection }]);
    view.select("b");
    expect(element.querySelectorAll(".arc-lit")).toHaveLength(1);
    view.select(null);
    expect(element.querySelectorAll(".arc-lit")).toHaveLength(0);
  });
});

describe("choosing", () => {
  it("tells of a pressed pin, and does not tell of what the page selects itself", () => {
    const chosen: (string | null)[] = [];
    const stop = view.onSelect((id) => chosen.push(id));
    view.setFeatures([{ put: place("a") }]);
    view.select("a");
    pin("a")?.click();
    stop();
    pin("a")?.click();
    expect(chosen).toEqual(["a"]);
  });

  it("lets go when the selected place is removed", () => {
    const chosen: (string | null)[] = [];
    view.onSelect((id) => chosen.push(id));
    view.setFeatures([{ put: place("a") }]);
    view.select("a");
    view.setFeatures([{ remove: "a" }]);
    expect(chosen).toEqual([null]);
  });
});

describe("by keyboard", () => {
  it("the map takes the focus, with a name", () => {
    expect([element.tabIndex, element.getAttribute("aria-label")]).toEqual([0, "Map of Fern River"]);
  });

  it("no pin of a screen that nobody works at is on the way of the Tab key", () => {
    vi.useFakeTimers();
    const wall = document.body.appendChild(document.createElement("div"));
    Object.defineProperties(wall, { clientWidth: { value: 800 }, clientHeight: { value: 600 } });
    const shown = mountMap(wall, { bounds: [...BOUNDS], label: "Map of Fern River", interactive: false });
    for (const each of [shown, view]) each.setFeatures([{ put: place("a") }]);
    vi.runAllTimers();
    expect(pin("a")?.tabIndex).toBe(0);
    expect(wall.querySelector<HTMLElement>(".pin")?.tabIndex).toBe(-1);
    shown.destroy();
    wall.remove();
    vi.useRealTimers();
  });

  it("arrows move the ground, and the page does not scroll", () => {
    const before = view.centre();
    expect(key(element, "ArrowRight")).toBe(false);
    view.nudge(64, 0);
    expect(view.centre()[0]).toBeGreaterThan(before[0]);
  });

  it("presses in quick succession add up, and the spot under the cross is there at once", () => {
    view.moveTo({ centre: CENTRE, zoom: 15 }, { animate: false });
    const [west] = view.centre();
    view.nudge(64, 0);
    const [one] = view.centre();
    view.nudge(64, 0);
    view.nudge(64, 0);
    expect(view.centre()[0] - west).toBeCloseTo(3 * (one - west), 4);
  });

  it("Tab and combinations with Control are left to the browser", () => {
    expect(key(element, "Tab")).toBe(true);
    expect(key(element, "ArrowRight", { ctrlKey: true })).toBe(true);
  });

  it("a place can be given the focus, and Escape returns it to the map", () => {
    view.setFeatures([{ put: place("a") }]);
    expect(view.focusPlace("a")).toBe(true);
    expect(document.activeElement).toBe(pin("a"));
    key(pin("a") as Element, "Escape");
    expect(document.activeElement).toBe(element);
    expect(view.focusPlace("nowhere")).toBe(false);
  });
});

describe("drawing at the crosshair", () => {
  it("sets corners where the centre is, and gives the finished shape", () => {
    const told: (number | null)[] = [];
    view.onDrawing((progress) => told.push(progress === null ? null : progress.corners.length));
    view.startDrawing("area");
    for (const [x, y] of [[0, 0], [0.01, 0], [0, 0.01]] as const) {
      view.moveTo({ centre: [CENTRE[0] + x, CENTRE[1] + y] }, { animate: false });
      view.addCorner();
    }
    expect(view.finishDrawing().geometry?.type).toBe("Polygon");
    expect(told).toEqual([0, 1, 2, 3, null]);
  });

  it("keeps what was drawn when it is not yet a shape", () => {
    view.startDrawing("line");
    view.addCorner();
    expect(view.finishDrawing()).toEqual({ problem: "too_few_corners" });
    view.moveTo({ centre: [-0.72, 52.66] }, { animate: false });
    view.addCorner();
    expect(view.finishDrawing().geometry?.type).toBe("LineString");
  });
});

describe("how far one can go", () => {
  it("the crosshair reaches every corner of the area, however wide the screen", () => {
    const [west, south, east, north] = BOUNDS;
    for (const corner of [[west, south], [west, north], [east, south], [east, north]] as const) {
      view.moveTo({ centre: corner }, { animate: false });
      expect(view.centre()[0]).toBeCloseTo(corner[0], 3);
      expect(view.centre()[1]).toBeCloseTo(corner[1], 3);
    }
  });

  it("a map moved far away comes back to the edge of its area", () => {
    view.moveTo({ centre: [1, 50] }, { animate: false });
    expect(view.centre()[0]).toBeCloseTo(-0.691, 2);
    expect(view.centre()[1]).toBeCloseTo(52.644, 2);
  });
});

describe("the ground", () => {
  const ground = {
    tiles: { light: "/light/{z}/{x}/{y}.svg", dark: "/dark/{z}/{x}/{y}.svg" },
    bounds: [...BOUNDS] as [number, number, number, number],
    min_zoom: 12,
    max_zoom: 18,
    tile_size: 512,
    zoom_offset: -1,
    attribution: "© <b>Somebody</b>",
  };

  it("shows its credit as text, never as markup", () => {
    view.setGround(ground);
    expect(element.querySelector(".map-credit")?.textContent).toBe("© <b>Somebody</b>");
    expect(element.querySelector(".map-credit b")).toBeNull();
  });

  it("asks for tiles one zoom below the map's, of the theme", () => {
    view.setGround(ground);
    view.moveTo({ zoom: 15 }, { animate: false });
    const addresses = (): string[] => [...element.querySelectorAll("img")].map((tile) => tile.getAttribute("src") ?? "");
    expect(addresses().some((address) => address.startsWith("/light/14/"))).toBe(true);
    view.setTheme("dark");
    expect(addresses().every((address) => address.startsWith("/dark/"))).toBe(true);
  });

  it("is plain where there is no basemap", () => {
    view.setGround(ground);
    view.setGround(null);
    expect(element.classList.contains("map-plain")).toBe(true);
    expect(element.querySelectorAll("img")).toHaveLength(0);
  });
});
