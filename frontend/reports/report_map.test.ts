// @vitest-environment happy-dom
import * as L from "leaflet";
import { beforeEach, describe, expect, it } from "vitest";
import { draw, type Facts, groundOf, type PlaceFact } from "./report_map";

const WICKED = "<img src=x onerror=alert(1)>";

const WORDS = { zoomIn: "Nearer", zoomOut: "Farther", layers: "Shown", close: "Close", row: "In the table" };

function page(rows: number): L.Map {
  const cells = Array.from({ length: rows }, (_, index) => `<tr id="place-${index + 1}"><th data-told="title"></th><td data-told="note"></td><td>not told</td></tr>`);
  document.body.innerHTML = `<div id="map" class="report-map"></div><ul><li><span data-legend="0"></span></li></ul><table>${cells.join("")}</table>
    <svg><symbol id="mark-exchange"><path class="kind-shape" d="M0 0h9"/></symbol><image id="report-ground" href="data:,x"/></svg>`;
  for (const each of document.querySelectorAll("[data-legend], [data-told=title]")) each.textContent = WICKED;
  return L.map("map", { center: [52.67, -0.73], zoom: 14, zoomControl: false, attributionControl: false });
}

function facts(places: readonly PlaceFact[], more: Partial<Facts> = {}): Facts {
  return { looks: ["exchange"], places, connections: [], boundary: null, words: WORDS, ...more };
}

describe("a report's map", () => {
  let map: L.Map;
  let groups: [L.FeatureGroup, L.FeatureGroup];

  beforeEach(() => {
    map = page(1);
    groups = [L.featureGroup().addTo(map), L.featureGroup().addTo(map)];
  });

  it("takes what a popup says as text from the row", () => {
    draw(map, groups, facts([[1, 0, -0.73, 52.67, 0, null]]));
    const pin = groups[0].getLayers()[0] as L.Marker;
    expect(pin.getElement()?.getAttribute("aria-label")).toBe(WICKED);
    pin.openPopup();
    const popup = document.querySelector(".report-popup");
    expect(popup?.querySelector("img")).toBeNull();
    expect([...(popup?.querySelectorAll("p") ?? [])].map((line) => line.textContent)).toEqual([WICKED, "In the table"]);
    expect(popup?.querySelector("a")?.getAttribute("href")).toBe("#place-1");
  });

  it("takes what a layer is called as text from the legend, and puts the list below", () => {
    L.control.layers({}, { '<span data-layer="0"></span>': groups[0] }, { collapsed: false }).addTo(map);
    draw(map, groups, facts([]));
    const list = document.querySelector("#map + .report-layers");
    expect(list?.getAttribute("aria-label")).toBe("Shown");
    expect(list?.querySelector("[data-layer]")?.textContent).toBe(WICKED);
    expect(list?.querySelector("img")).toBeNull();
  });

  it("closes a popup by Escape, wherever on the map the focus is", () => {
    draw(map, groups, facts([[1, 0, -0.73, 52.67, 0, null]]));
    const pin = groups[0].getLayers()[0] as L.Marker;
    pin.openPopup();
    pin.getElement()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(pin.isPopupOpen()).toBe(false);
  });

  it("shows how far a place may be away, and its outline", () => {
    const outline = { type: "Polygon", coordinates: [[[-0.73, 52.67], [-0.72, 52.67], [-0.72, 52.68], [-0.73, 52.67]]] };
    draw(map, groups, facts([[1, 0, -0.73, 52.67, 250, outline]]));
    const layers = groups[0].getLayers();
    const about = layers.find((each): each is L.Circle => each instanceof L.Circle);
    expect(about?.getRadius()).toBe(250);
    expect(layers.some((each) => each instanceof L.GeoJSON)).toBe(true);
    expect(layers.some((each) => each instanceof L.Marker)).toBe(true);
  });

  it("draws connections into the last group", () => {
    draw(map, groups, facts([], { connections: [[1, -0.73, 52.67, -0.72, 52.68]] }));
    expect(groups[1].getLayers()).toHaveLength(1);
  });

  it("knows the picture that the page holds", () => {
    expect(groundOf(document)).toBe("data:,x");
    document.body.innerHTML = "";
    expect(groundOf(document)).toBe("");
  });
});
