/**
 * What stands on a report's map. Words are never handed to the map: what a popup says is taken as text from the row of the
 * table that stands below, and what a layer is called from the legend, so that nothing anybody wrote is ever read as markup.
 */

import * as L from "leaflet";
import { KindOnCanvas } from "./kind_on_canvas";

/** Rows from 1; group; longitude and latitude as shown; metres it may be away from there; a line or outline, or nothing. */
export type PlaceFact = readonly [row: number, group: number, lon: number, lat: number, metres: number, shape: object | null];
/** Row from 1; longitude and latitude of both ends. */
export type ConnectionFact = readonly [row: number, lon: number, lat: number, endLon: number, endLat: number];

export interface Facts {
  /** How each group of places looks: one of the kinds, or `other`. */
  readonly looks: readonly string[];
  readonly places: readonly PlaceFact[];
  readonly connections: readonly ConnectionFact[];
  readonly boundary: object | null;
  readonly words: { readonly zoomIn: string; readonly zoomOut: string; readonly layers: string; readonly close: string; readonly row: string };
}

/** Pins that are parts of the page, and so reached by keyboard; more than that are drawn on a canvas. */
export const MOST_PINS = 500;
const PIN_PX = 30;
const SMALL_PIN_PX = 24;
const NARROW = "(max-width: 40rem)";
/** Zooms beyond the one that shows all: farther in, some browsers stop drawing so large an image. */
const DEEPER = 4;
const NEAREST_ZOOM = 19;
const ABOVE_ALL = 100_000;

/** The picture of the ground that the page holds already. */
export function groundOf(page: Document = document): string {
  return page.getElementById("report-ground")?.getAttribute("href") ?? "";
}

/** Put everything onto the map; the last group is that of the connections. */
export function draw(map: L.Map, groups: readonly L.FeatureGroup[], facts: Facts): void {
  const page = map.getContainer().ownerDocument;
  const whole = map.getZoom();
  map.setMinZoom(whole - 1);
  map.setMaxZoom(Math.min(whole + DEEPER, NEAREST_ZOOM));
  L.control.zoom({ zoomInTitle: facts.words.zoomIn, zoomOutTitle: facts.words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  settleTheLayers(map, facts.words.layers);
  // The library closes popups by Escape only while its own box has the focus, not a pin.
  map.getContainer().addEventListener("keydown", ({ key }) => {
    if (key === "Escape") map.closePopup();
  });
  if (facts.boundary) outline(facts.boundary).addTo(map);
  const drawing = new Drawing(page, facts);
  const joined = groups[groups.length - 1];
  if (joined) for (const fact of facts.connections) drawing.connection(fact).addTo(joined);
  for (const fact of facts.places) {
    const group = groups[fact[1]];
    if (group) for (const layer of drawing.place(fact)) layer.addTo(group);
  }
}

/** The list of layers becomes the legend below the map, where it covers nothing. */
function settleTheLayers(map: L.Map, name: string): void {
  const container = map.getContainer();
  const page = container.ownerDocument;
  const list = container.querySelector<HTMLElement>(".leaflet-control-layers");
  if (!list) return;
  list.className = "report-layers";
  // The library has given it the map's height.
  list.querySelector("section")?.removeAttribute("style");
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", name);
  for (const name of list.querySelectorAll("[data-layer]")) {
    const said = page.querySelector(`[data-legend="${name.getAttribute("data-layer")}"]`);
    name.textContent = said?.textContent ?? "";
  }
  container.after(list);
}

function outline(boundary: object): L.GeoJSON {
  return L.geoJSON(boundary as GeoJSON.GeoJsonObject, { interactive: false, style: { className: "report-outline", fill: false } });
}

class Drawing {
  private readonly page: Document;
  private readonly facts: Facts;
  private readonly onCanvas: L.Canvas | null;
  private readonly side: number;

  constructor(page: Document, facts: Facts) {
    this.page = page;
    this.facts = facts;
    this.side = matchMedia(NARROW).matches ? SMALL_PIN_PX : PIN_PX;
    this.onCanvas = facts.places.length > MOST_PINS ? L.canvas({ padding: 0.3 }) : null;
  }

  place([row, group, lon, lat, metres, shape]: PlaceFact): L.Layer[] {
    const id = `place-${row}`;
    const look = this.facts.looks[group] ?? "other";
    const kind = `kind-${look}`;
    const found: L.Layer[] = [];
    if (metres > 0) found.push(L.circle([lat, lon], { radius: metres, interactive: false, className: `report-about ${kind}` }));
    if (shape) found.push(L.geoJSON(shape as GeoJSON.GeoJsonObject, { interactive: false, style: { className: `report-shape ${kind}` } }));
    found.push(this.telling(this.pin(id, look, [lat, lon]), id));
    return found;
  }

  connection([row, lon, lat, endLon, endLat]: ConnectionFact): L.Layer {
    const line = L.polyline([[lat, lon], [endLat, endLon]], { className: "report-line" });
    return this.telling(line, `connection-${row}`);
  }

  private pin(id: string, look: string, at: L.LatLngTuple): L.Layer {
    if (this.onCanvas) return new KindOnCanvas(at, { renderer: this.onCanvas, radius: this.side / 3, kind: look });
    // The look comes from a closed list: nothing anybody wrote stands in this markup.
    const mark = `<svg class="kind-mark" viewBox="-1 -1 34 34" aria-hidden="true"><use href="#mark-${look}"/></svg>`;
    const icon = L.divIcon({ className: `report-pin pin kind-${look}`, html: mark, iconSize: [this.side, this.side] });
    const pin = L.marker(at, { icon, riseOnHover: true });
    return pin.on("add", () => {
      const element = pin.getElement();
      element?.setAttribute("aria-label", this.titleOf(id));
      // Of pins on one spot the one that has the focus is seen.
      element?.addEventListener("focus", () => pin.setZIndexOffset(ABOVE_ALL));
      element?.addEventListener("blur", () => pin.setZIndexOffset(0));
    });
  }

  private telling<Kind extends L.Layer>(layer: Kind, id: string): Kind {
    layer.bindPopup(() => this.told(id), { maxWidth: 260, maxHeight: 280, autoPanPadding: [12, 12] });
    layer.on("popupopen", () => {
      const button = layer.getPopup()?.getElement()?.querySelector(".leaflet-popup-close-button");
      button?.setAttribute("aria-label", this.facts.words.close);
    });
    return layer;
  }

  private titleOf(id: string): string {
    return this.page.querySelector(`#${id} [data-told="title"]`)?.textContent?.trim() ?? "";
  }

  /** What a popup says: the row's own words, and the way to it. */
  private told(id: string): HTMLElement {
    const host = this.page.createElement("div");
    host.className = "report-popup";
    for (const cell of this.page.querySelectorAll(`#${id} [data-told]`)) {
      const text = cell.textContent?.trim() ?? "";
      if (text === "") continue;
      const line = this.page.createElement("p");
      line.textContent = text;
      line.dir = "auto";
      if (cell.getAttribute("data-told") === "title") line.className = "report-popup-title";
      host.append(line);
    }
    const way = this.page.createElement("a");
    way.href = `#${id}`;
    way.textContent = this.facts.words.row;
    const line = this.page.createElement("p");
    line.append(way);
    host.append(line);
    return host;
  }
}
