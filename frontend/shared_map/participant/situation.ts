/** What a person can do at this moment of the workshop, and what the page says about it. */

import type { Role } from "../../sync/protocol";
import type { Workshop } from "../../workshop/workshop_record";
import { isMapping } from "../../workshop/workshop_record";
import { BLOCKED, BY_LIFE, BY_STAGE, OPENING, type TopWords } from "./words";

/** The one main action of the screen; null where there is none. */
export type MainAction = "place" | "practise" | "join";

export interface Situation extends TopWords {
  readonly main: MainAction | null;
  /** Why the map cannot be changed now; null where it can. */
  readonly blocked: string | null;
  /** Whether what is placed now stays with its author for the time being. */
  readonly hiding: boolean;
  /** Whether those who lead look at what is placed now before others see it. */
  readonly moderated: boolean;
  readonly isOver: boolean;
}

const CONTRIBUTING: ReadonlySet<Role> = new Set(["participant", "facilitator", "admin"]);

/** Return how things stand for a person in this role; `workshop` is null before it is known. */
export function situationOf(workshop: Workshop | null, role: Role): Situation {
  if (workshop === null) return { ...OPENING, main: null, blocked: BLOCKED.opening, hiding: false, moderated: false, isOver: false };
  const mayContribute = CONTRIBUTING.has(role);
  const blocked = mayContribute ? blockedBy(workshop) : BLOCKED.reading;
  return {
    ...topWords(workshop),
    main: mayContribute ? mainAction(workshop) : null,
    blocked,
    hiding: workshop.hiding && blocked === null,
    moderated: workshop.moderated && role === "participant" && blocked === null,
    isOver: workshop.life === "closed",
  };
}

function topWords({ life, stage, prompt, pausedBecause }: Workshop): TopWords {
  if (life === "open") return prompt === null ? BY_STAGE[stage] : { ...BY_STAGE[stage], headline: prompt };
  if (life === "paused" && pausedBecause !== null) return { ...BY_LIFE.paused, todo: pausedBecause };
  return BY_LIFE[life];
}

function mainAction({ life, stage }: Workshop): MainAction | null {
  if (life === "closed") return null;
  if (life === "draft" || stage === "lobby") return life === "paused" ? null : "practise";
  if (stage === "places") return "place";
  return stage === "connections" ? "join" : null;
}

function blockedBy(workshop: Workshop): string | null {
  if (isMapping(workshop)) return null;
  return workshop.life === "open" ? BLOCKED.stage : BLOCKED[workshop.life];
}
