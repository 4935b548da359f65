/** How much of a blind round waits to be shown: the projector is sent nothing of it, so it asks, now and then. */

import type { Clock } from "../../sync/surroundings";
import { Asking } from "./asking";

export interface HeldBack {
  readonly places: number;
  readonly connections: number;
}

export const NOTHING_HELD_BACK: HeldBack = { places: 0, connections: 0 };

export class HeldBackWatch extends Asking<HeldBack> {
  constructor(clock: Clock, ask: () => Promise<HeldBack>, tell: () => void) {
    super(clock, ask, NOTHING_HELD_BACK, tell);
  }
}

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askHeldBack(api: string, query: string): Promise<HeldBack> {
  const answer = await fetch(`${api}/held-back?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const { places, connections } = (await answer.json()) as HeldBack;
  return { places: Number(places), connections: Number(connections) };
}
