/** The film of a workshop, as the server tells it (kithmap/time_lapse/film.py), and what it shows at a time. Pure. */

import { DEFAULT_KINDS, kindLabel, type AssetKind, type KindCode } from "../shared_map/kinds";
import type { Stage } from "../sync/protocol";

export interface PlaceMoment {
  readonly what: "place";
  readonly at: number;
  readonly time: string;
  readonly kind: string;
  readonly title: string;
  /** Longitude and latitude. */
  readonly where: readonly [number, number];
}

export interface ConnectionMoment {
  readonly what: "connection";
  readonly at: number;
  readonly time: string;
  /** The moments of its two places. */
  readonly ends: readonly [number, number];
}

export interface StageMoment {
  readonly what: "stage";
  readonly at: number;
  readonly time: string;
  readonly stage: Stage | "paused";
}

export type Moment = PlaceMoment | ConnectionMoment | StageMoment;

interface FilmKind {
  readonly key: string;
  readonly label: string;
  readonly looks: AssetKind;
}

export interface Film {
  /** In seconds, at ordinary speed. */
  readonly length: number;
  readonly began: string | null;
  readonly kinds: readonly FilmKind[];
  readonly moments: readonly Moment[];
}

/** A kind as it looks and is called in this workshop, and how many of it there are. */
export interface KindSeen {
  readonly code: string;
  readonly kind: KindCode;
  readonly label: string;
  readonly count: number;
}

/** How many moments have come by a time. */
export function reached(film: Film, at: number): number {
  let [low, high] = [0, film.moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((film.moments[middle] as Moment).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the next moment begins, or the film's end. */
export function nextMoment(film: Film, at: number): number {
  return film.moments[reached(film, at)]?.at ?? film.length;
}

/** Where the moment before the one that is shown begins, or the film's beginning. */
export function momentBefore(film: Film, at: number): number {
  return film.moments[reached(film, at) - 2]?.at ?? 0;
}

/** The room's own time, in milliseconds since 1970; between two moments it runs evenly. Null where nothing happened. */
export function roomTime(film: Film, at: number): number | null {
  const count = reached(film, at);
  const before = film.moments[Math.max(0, count - 1)];
  if (before === undefined) return null;
  const after = film.moments[count] ?? before;
  const [from, to] = [Date.parse(before.time), Date.parse(after.time)];
  const share = after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
  return from + (to - from) * Math.min(1, Math.max(0, share));
}

/** The stage that the room was in after so many moments. */
export function stageAfterMoments(film: Film, count: number): Stage | "paused" | null {
  for (let index = count - 1; index >= 0; index -= 1) {
    const moment = film.moments[index];
    if (moment?.what === "stage") return moment.stage;
  }
  return null;
}

/** The kind that a key stands for; a kind that the area made its own keeps the area's word. */
export function kindOf(film: Film, key: string): Omit<KindSeen, "count"> {
  const own = film.kinds.find((each) => each.key === key);
  if (own !== undefined && own.key !== own.looks) return { code: key, kind: own.looks, label: own.label };
  const known = DEFAULT_KINDS.find(({ code }) => code === key);
  const kind = own?.looks ?? known?.kind ?? "physical_place";
  return { code: key, kind, label: kindLabel(kind) };
}

/** The kinds that the film has, in the order in which the workshop offers them, counted after so many moments. */
export function countsAfter(film: Film, count: number): readonly KindSeen[] {
  const counts = new Map<string, number>();
  for (const [index, moment] of film.moments.entries()) {
    if (moment.what !== "place") continue;
    counts.set(moment.kind, (counts.get(moment.kind) ?? 0) + (index < count ? 1 : 0));
  }
  const keys = ["meeting_place", ...film.kinds.map(({ key }) => key)].filter((key) => counts.has(key));
  return keys.map((key) => ({ ...kindOf(film, key), count: counts.get(key) ?? 0 }));
}

/** How many connections there are after so many moments. */
export function connectionsAfter(film: Film, count: number): number {
  return film.moments.slice(0, count).filter(({ what }) => what === "connection").length;
}

/** The place that came last, within so many moments. */
export function newestPlace(film: Film, count: number): PlaceMoment | null {
  for (let index = count - 1; index >= 0; index -= 1) {
    const moment = film.moments[index];
    if (moment?.what === "place") return moment;
  }
  return null;
}
