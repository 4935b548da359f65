/**
 * Lines, areas, the boundary, connections and the shape being drawn: paths of one SVG under the pins.
 *
 * Paths are in the pixels of the zoom they were drawn for. Dragging moves the whole; a zoom scales it and then draws it anew.
 */

import type { LatLngExpression } from "leaflet";
import type { Arc, Spot } from "./arcs";
import { runsOf } from "./geometry";
import { ScaledDrawing, spotOf, type LeafletMap } from "./spots";
import type { Geometry, Position } from "./types";

const SVG = "http://www.w3.org/2000/svg";

const ORIGIN: Spot = { x: 0, y: 0 };

export type Sheet = "outline" | "shapes" | "arcs" | "drawing";

/** One thing drawn: asked for its paths whenever the zoom has changed. */
interface Drawn {
  readonly group: SVGGElement;
  readonly paths: () => readonly (readonly [className: string, drawing: string])[];
}

export class ShapeLayer {
  private readonly map: LeafletMap;
  private readonly scaled: ScaledDrawing;
  private readonly sheets: Readonly<Record<Sheet, SVGGElement>>;
  private readonly drawn = new Map<string, Drawn>();

  constructor(map: LeafletMap, pane: HTMLElement) {
    this.map = map;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "map-shapes");
    svg.setAttribute("aria-hidden", "true");
    this.sheets = { outline: group(), shapes: group(), arcs: group(), drawing: group() };
    svg.append(...Object.values(this.sheets));
    pane.append(svg);
    this.scaled = new ScaledDrawing(map, svg);
    this.scaled.drawnAt(ORIGIN);
  }

  /** Draw, or draw anew, what bears this identifier. */
  put(id: string, sheet: Sheet, className: string, paths: Drawn["paths"]): void {
    const known = this.drawn.get(id);
    const element = known?.group ?? group();
    element.setAttribute("class", className);
    const drawn = { group: element, paths };
    this.drawn.set(id, drawn);
    this.fill(drawn);
    if (element.parentNode !== this.sheets[sheet]) this.sheets[sheet].append(element);
  }

  remove(id: string): void {
    this.drawn.get(id)?.group.remove();
    this.drawn.delete(id);
  }

  toggle(id: string, className: string, on: boolean): void {
    this.drawn.get(id)?.group.classList.toggle(className, on);
  }

  redraw(): void {
    this.scaled.drawnAt(ORIGIN);
    for (const drawn of this.drawn.values()) this.fill(drawn);
  }

  follow(centre: LatLngExpression, zoom: number): void {
    this.scaled.follow(centre, zoom);
  }

  /** Path data of a line or area. */
  outlineOf(geometry: Geometry): string {
    const close = geometry.type === "LineString" ? "" : "Z";
    return runsOf(geometry)
      .map((run) => this.runPath(run) + close)
      .join("");
  }

  runPath(run: readonly Position[]): string {
    const spots = run.map((position) => spotOf(this.map, position));
    return spots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${Math.round(x)} ${Math.round(y)}`).join("");
  }

  private fill({ group: element, paths }: Drawn): void {
    const wanted = paths();
    while (element.childNodes.length > wanted.length) element.lastChild?.remove();
    wanted.forEach(([className, drawing], index) => {
      const path = (element.childNodes[index] ?? element.appendChild(document.createElementNS(SVG, "path"))) as Element;
      path.setAttribute("class", className);
      path.setAttribute("d", drawing);
    });
  }
}

function group(): SVGGElement {
  return document.createElementNS(SVG, "g");
}

/** An arc with a casing beneath it, so that it stays visible over streets and other arcs. */
export function arcPaths(arc: Arc | null): readonly (readonly [string, string])[] {
  if (arc === null) return [];
  const casing = ["arc-casing", arc.curve] as const;
  const line = ["arc-line", arc.curve] as const;
  return arc.head === "" ? [casing, line] : [casing, line, ["arc-head", arc.head]];
}
