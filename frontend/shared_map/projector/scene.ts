/** What the hall sees at this moment: decided from the workshop and from who and what is there, and from nothing else. */

import type { WayIn } from "../../sync/protocol";
import type { Workshop } from "../../workshop/workshop_record";

export type Scene =
  /** Nothing is known yet. */
  | "opening"
  /** The way in, large, and who is here. */
  | "welcome"
  /** Who is here, with the way in small in a corner. */
  | "gather"
  /** The map, with the way in small in a corner. */
  | "map"
  /** What the room agrees on. */
  | "agree"
  /** How the workshop was: how many have answered, and then their answers as bars. */
  | "reflect"
  | "paused"
  | "closed";

export interface Hall {
  readonly people: number;
  /** Places and connections that the hall may see, and those that wait to be shown. */
  readonly shown: number;
  readonly hidden: number;
  /** How large the facilitator wants the way in. */
  readonly wayIn: WayIn;
}

export function sceneOf(workshop: Workshop | null, { people, shown, hidden, wayIn }: Hall): Scene {
  if (workshop === null) return "opening";
  const { life, stage } = workshop;
  if (life === "closed") return "closed";
  if (life === "paused") return "paused";
  if (wayIn === "large") return "welcome";
  if (life === "draft" || stage === "lobby") return wayIn === "small" ? "gather" : "welcome";
  if (stage === "reflect") return "reflect";
  if (stage === "terms" || stage === "indicators") return "agree";
  // The way in stays large until somebody is in: a stage that was chosen early must not leave people outside.
  return wayIn === "auto" && people + shown + hidden === 0 ? "welcome" : "map";
}
