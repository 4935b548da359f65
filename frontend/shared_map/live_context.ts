/** The facts that the server wrote into a live page, for its script to start from. */

import type { CatchUp, Role } from "../sync/protocol";
import type { Bounds, Geometry, Ground } from "./map_canvas/types";

export interface PageContext {
  readonly workshop: string;
  readonly title: string;
  readonly area: string;
  readonly area_name: string;
  readonly boundary: Geometry;
  readonly basemap: Ground | null;
  readonly protocol: number;
  /** Empty on the projector. */
  readonly person: string;
  readonly role: Role;
  readonly alias: string;
  readonly socket: string;
  readonly api: string;
  /** Goes with every request: in which role this page asks. */
  readonly query: string;
  /** The room's first message to this page, which comes with it. */
  readonly catch_up: CatchUp;
  readonly join_link: string;
  readonly join_address: string;
  readonly code: string;
  /** The join link as an SVG drawing, of the server's own making. */
  readonly qr: string;
  readonly projector_link: string;
  readonly people_page: string;
  /** Three words to come back by, right after joining; else empty. */
  readonly words: string;
  /** The server's time when it wrote this. */
  readonly now: string;
}

const ELEMENT = "page-context";

/** Return the page's facts. Throws where the page has none: it is not one of ours then. */
export function readPageContext(page: Document): PageContext {
  const written = page.getElementById(ELEMENT)?.textContent;
  if (written === undefined || written === null) throw new Error(`This page lacks its ${ELEMENT}.`);
  return JSON.parse(written) as PageContext;
}

/** Return a part of the page that a script fills, emptied: what the server wrote there says what to do without the script. */
export function partOf(page: Document, id: string): HTMLElement {
  const found = page.getElementById(id);
  if (found === null) throw new Error(`This page lacks its part ${id}.`);
  found.replaceChildren();
  return found;
}

/** Return `[west, south, east, north]` around a shape. */
export function boundsOf(geometry: Geometry): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  const walk = (part: unknown): void => {
    const [first, second] = part as readonly unknown[];
    if (typeof first === "number" && typeof second === "number") {
      [west, east] = [Math.min(west, first), Math.max(east, first)];
      [south, north] = [Math.min(south, second), Math.max(north, second)];
    } else for (const inner of part as readonly unknown[]) walk(inner);
  };
  walk(geometry.coordinates);
  return [west, south, east, north];
}
