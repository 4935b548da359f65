/** A release on our own map: places, connections and the boundary, and beside it what was chosen. */

import { fill } from "../components/words";
import { mountMap } from "../shared_map/map_canvas";
import type { Bounds, Geometry, Ground, MapConnection, MapPlace } from "../shared_map/map_canvas";
import { RELEASE_MAP } from "./words";

export interface MapFacts {
  /** Where the places are fetched. */
  readonly map: string;
  readonly bounds: Bounds;
  /** The area's name. */
  readonly label: string;
  readonly ground: Ground | null;
}

interface Place {
  readonly id: string;
  readonly kind: MapPlace["kind"];
  readonly kindLabel: string;
  readonly title: string;
  readonly note: string;
  /** How far it may be from where it is, in metres; 0 where it is exact. */
  readonly precision: number;
  readonly geometry: Geometry;
}

interface Release {
  readonly places: readonly Place[];
  readonly connections: readonly Pick<MapConnection, "id" | "start" | "end" | "directed" | "strength">[];
  readonly boundary: Geometry | null;
}

/** Put a map in place of the picture; the picture stays if the places cannot be fetched. */
export async function mountReleaseMap(host: HTMLElement, facts: MapFacts): Promise<void> {
  const release = await fetched(facts.map);
  host.replaceChildren();
  host.classList.add("is-alive");
  const map = mountMap(host, { bounds: facts.bounds, label: fill(RELEASE_MAP.mapOf, { area: facts.label }) });
  map.setGround(facts.ground);
  map.setBoundary(release.boundary);
  map.setFeatures(release.places.map((place) => ({ put: asPlace(place) })));
  map.setConnections(
    release.connections.map((each) => ({ put: { ...each, mine: false, standing: "settled" as const } })),
  );
  const known = new Map(release.places.map((place) => [place.id, place]));
  const told = toldBeside(host);
  map.onSelect((id) => tell(told, id === null ? undefined : known.get(id), facts.map));
}

async function fetched(address: string): Promise<Release> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The places did not come: ${answer.status}`);
  return (await answer.json()) as Release;
}

function asPlace({ id, kind, kindLabel, title, geometry }: Place): MapPlace {
  return { id, kind, title, geometry, mine: false, standing: "settled", ...(kindLabel === "" ? {} : { kindLabel }) };
}

/** A line below the map that says what was chosen, heard by screen readers as well. */
function toldBeside(host: HTMLElement): HTMLElement {
  const told = document.createElement("div");
  told.className = "release-chosen";
  told.setAttribute("role", "status");
  host.after(told);
  return told;
}

function tell(told: HTMLElement, place: Place | undefined, map: string): void {
  told.replaceChildren();
  if (place === undefined) return;
  const title = document.createElement("p");
  title.append(strong(place.title), ` ${place.kindLabel}`);
  told.append(title);
  if (place.note !== "") told.append(line(place.note));
  if (place.precision > 0) told.append(line(fill(RELEASE_MAP.moved, { metres: place.precision })));
  const link = document.createElement("a");
  const [path, query] = map.split("?");
  link.href = `${path?.replace(/map\.json$/, "places/")}${encodeURIComponent(place.id)}${query === undefined ? "" : `?${query}`}`;
  link.textContent = RELEASE_MAP.read;
  told.append(link);
}

function strong(text: string): HTMLElement {
  const element = document.createElement("strong");
  element.dir = "auto";
  element.textContent = text;
  return element;
}

function line(text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "hint";
  element.dir = "auto";
  element.textContent = text;
  return element;
}
