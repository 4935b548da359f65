/** What lies over the phone's map because of the room's stage: decided from the workshop alone. */

import type { Workshop } from "../../workshop/workshop_record";
import { BLOCKED } from "./words";

export type StageScreen =
  /** Who I am, who is here, what will happen: a card above the map, on which one practises. */
  | "lobby"
  /** A stage that happens on the wall: words, over the map. */
  | "listen"
  /** Questions instead of the map. */
  | "reflect";

/** Return what the stage lays over the map; null where the map is what matters. */
export function stageScreenOf(workshop: Workshop | null): StageScreen | null {
  if (workshop === null || workshop.life === "closed") return null;
  const { life, stage } = workshop;
  if (stage === "reflect" && life !== "draft") return "reflect";
  if (life === "draft" || stage === "lobby") return life === "paused" ? null : "lobby";
  return stage === "terms" || stage === "indicators" ? "listen" : null;
}

/** Why nothing can be answered while the room looks back; null where it can. */
export function answerBlocked(life: Workshop["life"], isParticipant: boolean): string | null {
  if (!isParticipant) return BLOCKED.reading;
  return life === "open" ? null : BLOCKED[life];
}
