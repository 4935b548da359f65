/** The picture of a film: the ground, and the pins and arcs that have come so far. Everything is drawn once, then shown or not. */

import { arcBetween } from "../shared_map/map_canvas/arcs";
import { runsOf } from "../shared_map/map_canvas/geometry";
import type { Bounds, Geometry } from "../shared_map/map_canvas/types";
import { KIND_ICONS, KIND_SHAPES } from "../shared_map/kinds_drawings";
import { boundsOf } from "../shared_map/live_context";
import { kindOf, type Film, type Moment } from "./film";
import { fitInto, type Fit } from "./fitting";

const SVG = "http://www.w3.org/2000/svg";

/** So many of the newest places bear their titles: more would cover each other and the map. */
const TITLES = 3;

/** The width of a pin's drawing, in its own units (kinds_drawings.ts). */
const PIN_UNITS = 32;

/** A pin's width in letters of the text around. */
const PIN_LETTERS = 1.35;

/** A line of a title in letters, with air: titles nearer than this cover each other. */
const LINE_LETTERS = 1.3;

export interface Land {
  readonly boundary: Geometry;
  /** The drawn ground as an image, or null where the area has none. */
  readonly ground: { readonly image: string; readonly bounds: Bounds } | null;
}

export class Picture {
  private readonly host: HTMLElement;
  private readonly film: Film;
  private readonly land: Land;
  private readonly area: Bounds;
  private readonly image: HTMLImageElement | null;
  private readonly drawing = svg("svg", { "aria-hidden": "true" });
  private readonly outline = svg("path", { class: "film-outline" });
  private readonly drawn: readonly (SVGElement | null)[];
  private shown = 0;
  private titled = new Set<Element>();
  private letter = 16;

  constructor(host: HTMLElement, film: Film, land: Land) {
    this.host = host;
    this.film = film;
    this.land = land;
    this.area = boundsOf(land.boundary);
    this.image = land.ground === null ? null : imageOf(land.ground.image);
    this.drawn = film.moments.map((moment) => this.draw(moment));
    const [arcs, pins] = [svg("g"), svg("g")];
    for (const [index, each] of this.drawn.entries()) {
      if (each !== null) (film.moments[index]?.what === "place" ? pins : arcs).append(each);
    }
    this.drawing.append(this.outline, arcs, pins);
    host.append(...(this.image === null ? [] : [this.image]), this.drawing);
  }

  /** Lay everything where it belongs on a screen of this size. */
  lay(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === 0 || height === 0) return;
    const fit = fitInto(this.area, { width, height });
    this.drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.outline.setAttribute("d", pathOf(this.land.boundary, fit));
    this.layGround(fit);
    this.letter = Number.parseFloat(getComputedStyle(this.host).fontSize) || this.letter;
    const pin = this.letter * PIN_LETTERS;
    for (const [index, each] of this.drawn.entries()) this.layOne(index, each, fit, pin, width);
  }

  /** Show what has come with the first so many moments. */
  show(count: number): void {
    const [from, to] = [Math.min(count, this.shown), Math.max(count, this.shown)];
    for (const each of this.drawn.slice(from, to)) each?.classList.toggle("is-there", count > this.shown);
    this.shown = count;
    this.giveTitles();
  }

  /** The newest places bear their titles, unless a newer one covers it; the finished map bears none. */
  private giveTitles(): void {
    const titled = new Set<Element>();
    const taken: Box[] = [];
    const isFinished = this.shown === this.film.moments.length;
    for (let index = this.shown - 1, left = isFinished ? 0 : TITLES; index >= 0 && left > 0; index -= 1) {
      const each = this.drawn[index];
      if (!each || this.film.moments[index]?.what !== "place") continue;
      left -= 1;
      const box = this.titleBox(each);
      if (taken.some((other) => areTouching(box, other))) continue;
      taken.push(box);
      titled.add(each);
    }
    for (const each of this.titled) if (!titled.has(each)) each.classList.remove("is-new");
    for (const each of titled) each.classList.add("is-new");
    this.titled = titled;
  }

  private titleBox(place: SVGElement): Box {
    const [, x, y] = /translate\((\S+) (\S+)\)/.exec(place.getAttribute("transform") ?? "") ?? ["", "0", "0"];
    const title = place.querySelector("text");
    const width = (title?.textContent?.length ?? 0) * this.letter * 0.6 + this.letter * PIN_LETTERS;
    const isRight = title?.getAttribute("text-anchor") === "end";
    const left = isRight ? Number(x) - width : Number(x);
    const height = this.letter * LINE_LETTERS;
    return { left, right: left + width, top: Number(y) - height / 2, bottom: Number(y) + height / 2 };
  }

  private draw(moment: Moment): SVGElement | null {
    switch (moment.what) {
      case "stage":
        return null;
      case "connection":
        return svg("path", { class: "film-arc", pathLength: "1" });
      case "place": {
        const { kind } = kindOf(this.film, moment.kind);
        const mark = svg("g", { class: "film-drop" });
        mark.append(svg("path", { class: "kind-shape", d: KIND_SHAPES[kind] }));
        mark.append(svg("path", { class: "kind-icon", d: KIND_ICONS[kind], transform: "translate(8.1 8.1) scale(1.05)" }));
        const title = svg("text", { class: "film-title" });
        title.textContent = moment.title;
        const place = svg("g", { class: `film-pin kind-${kind}` });
        place.append(mark, title);
        return place;
      }
    }
  }

  private layGround(fit: Fit): void {
    if (this.image === null || this.land.ground === null) return;
    const { x, y, width, height } = fit.box(this.land.ground.bounds);
    const { style } = this.image;
    style.translate = `${x}px ${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
  }

  private layOne(index: number, drawn: SVGElement | null, fit: Fit, pin: number, width: number): void {
    const moment = this.film.moments[index];
    if (drawn === null || moment === undefined) return;
    if (moment.what === "place") {
      const { x, y } = fit.spot(...moment.where);
      drawn.setAttribute("transform", `translate(${round(x)} ${round(y)})`);
      const scale = pin / PIN_UNITS;
      drawn.querySelector(".film-drop")?.setAttribute("transform", `scale(${scale}) translate(${-PIN_UNITS / 2} ${-PIN_UNITS / 2})`);
      const title = drawn.querySelector("text");
      const isRight = x > width * 0.6;
      title?.setAttribute("text-anchor", isRight ? "end" : "start");
      title?.setAttribute("x", String((isRight ? -1 : 1) * pin * 0.75));
      title?.setAttribute("dy", "0.35em");
    } else if (moment.what === "connection") {
      const [start, end] = moment.ends.map((each) => this.whereIs(each, fit));
      const arc = start && end ? arcBetween(start, end, false, pin * 0.55) : null;
      drawn.setAttribute("d", arc?.curve ?? "");
    }
  }

  private whereIs(index: number, fit: Fit): { x: number; y: number } | null {
    const place = this.film.moments[index];
    return place?.what === "place" ? fit.spot(...place.where) : null;
  }
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areTouching(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function svg(name: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function imageOf(address: string): HTMLImageElement {
  const image = document.createElement("img");
  image.src = address;
  image.alt = "";
  image.className = "film-ground";
  return image;
}

function pathOf(boundary: Geometry, fit: Fit): string {
  const corner = ([longitude, latitude]: readonly [number, number]): string => {
    const { x, y } = fit.spot(longitude, latitude);
    return `${round(x)} ${round(y)}`;
  };
  return runsOf(boundary)
    .map((run) => `M${run.map(corner).join("L")}Z`)
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
