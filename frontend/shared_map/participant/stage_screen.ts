/** What lies over the phone's map because of the room's stage: decided from the workshop alone. */

import type { Workshop } from "../../workshop/workshop_record";
import { BLOCKED } from "./words";

export type StageScreen =
  /** Who I am, who is here, what will happen: a card above the map, on which one practises. */
  | "lobby"
  /** What the room agrees on, instead of the map. */
  | "agree"
  /** Questions instead of the map. */
  | "reflect";

/** Return what the stage lays over the map; null where the map is what matters. */
export function stageScreenOf(workshop: Workshop | null): StageScreen | null {
  if (workshop === null || workshop.life === "closed") return null;
  const { life, stage } = workshop;
  if (stage === "reflect" && life !== "draft") return "reflect";
  if (life === "draft" || stage === "lobby") return life === "paused" ? null : "lobby";
  return stage === "terms" || stage === "indicators" ? "agree" : null;
}

/** Whether the stage's screen stands instead of the map, which is then not to be reached. */
export function coversMap(screen: StageScreen | null): screen is "agree" | "reflect" {
  return screen === "agree" || screen === "reflect";
}

/** Why nothing can be answered while the room looks back; null where it can. */
export function answerBlocked(life: Workshop["life"], isParticipant: boolean): string | null {
  if (!isParticipant) return BLOCKED.reading;
  return life === "open" ? null : BLOCKED[life];
}
