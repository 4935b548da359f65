/** Where the phone is. Browsers tell that only on a secure page: on a hall's plain network it is not offered. */

import type { Bounds, Position } from "../map_canvas/types";
import { boundsOf } from "../live_context";
import type { Phone } from "./phone";
import { LOCATING } from "./words";

const LONGEST_LOOK = 15_000;
/** Milliseconds that an earlier finding is still good enough. */
const STILL_GOOD = 60_000;
/** At which single houses can be told apart. */
const CLOSE_ZOOM = 17;

export interface Whereabouts {
  /** Null where it is not known. */
  readonly spot: Position | null;
  readonly words: string;
}

/** Return what finds the phone, or null where the browser will not. */
export function locatorOf(surroundings: { readonly isSecureContext: boolean; readonly navigator: Navigator }): Geolocation | null {
  if (!surroundings.isSecureContext) return null;
  return "geolocation" in surroundings.navigator ? surroundings.navigator.geolocation : null;
}

/** Find the phone; it counts as known only inside these bounds. */
export function locate(locator: Geolocation, [west, south, east, north]: Bounds): Promise<Whereabouts> {
  return new Promise((resolve) => {
    locator.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        const isInside = west <= longitude && longitude <= east && south <= latitude && latitude <= north;
        resolve(isInside ? { spot: [longitude, latitude], words: LOCATING.found } : { spot: null, words: LOCATING.outside });
      },
      ({ code }) => resolve({ spot: null, words: code === 1 ? LOCATING.denied : LOCATING.failed }),
      { enableHighAccuracy: true, timeout: LONGEST_LOOK, maximumAge: STILL_GOOD },
    );
  });
}

export class Locating {
  private readonly phone: Phone;
  private readonly locator: Geolocation | null;

  constructor(phone: Phone, locator: Geolocation | null) {
    this.phone = phone;
    this.locator = locator;
  }

  get isOffered(): boolean {
    return this.locator !== null;
  }

  /** Bring the map to where the phone is, or say why not. */
  async show(): Promise<void> {
    if (this.locator === null) return;
    const { live, deeds } = this.phone;
    deeds.tell("locating", LOCATING.looking);
    const { spot, words } = await locate(this.locator, boundsOf(live.context.boundary));
    if (spot !== null) live.map.moveTo({ centre: spot, zoom: Math.max(live.map.sight().zoom, CLOSE_ZOOM) });
    deeds.tell("locating", words);
  }
}
