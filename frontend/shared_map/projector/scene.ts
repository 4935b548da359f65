/** What the hall sees at this moment: decided from the workshop and from who and what is there, and from nothing else. */

import type { Workshop } from "../../workshop/workshop_record";
import { planOf } from "../../workshop/stages";

export type Scene =
  /** Nothing is known yet. */
  | "opening"
  /** The way in, large, and who is here. */
  | "welcome"
  /** The map, with the way in small in a corner. */
  | "map"
  /** A stage that happens on no map. */
  | "listen"
  | "paused"
  | "closed";

export interface Hall {
  readonly people: number;
  /** Places and connections that the hall may see, and those that wait to be shown. */
  readonly shown: number;
  readonly hidden: number;
}

export function sceneOf(workshop: Workshop | null, { people, shown, hidden }: Hall): Scene {
  if (workshop === null) return "opening";
  const { life, stage } = workshop;
  if (life === "closed") return "closed";
  if (life === "paused") return "paused";
  if (life === "draft" || stage === "lobby") return "welcome";
  if (planOf(stage).ownGuide) return "listen";
  // The way in stays large until somebody is in: a stage that was chosen early must not leave people outside.
  return people + shown + hidden === 0 ? "welcome" : "map";
}
