/** The stages as a run sheet: what each is called, what the hall reads, what the facilitator says, how long it lasts. */

import type { Stage } from "../sync/protocol";
import type { Workshop } from "./workshop_record";
import { STAGE_WORDS, type RunStage, type StageWords } from "./stage_words";

export type { RunStage };

export interface StagePlan extends StageWords {
  readonly stage: RunStage;
  /** How long it usually lasts; null for as long as it takes. */
  readonly minutes: number | null;
  /** Whether it comes with a guide of its own, and this page only moves the room there. */
  readonly ownGuide: boolean;
}

/** Stages with guides of their own are only moved to from here. */
const PLANS: readonly Omit<StagePlan, keyof StageWords>[] = [
  { stage: "lobby", minutes: null, ownGuide: false },
  { stage: "places", minutes: 20, ownGuide: false },
  { stage: "connections", minutes: 20, ownGuide: false },
  { stage: "terms", minutes: null, ownGuide: true },
  { stage: "indicators", minutes: null, ownGuide: true },
  { stage: "reflect", minutes: 5, ownGuide: false },
];

export const STAGES: readonly StagePlan[] = PLANS.map((plan) => ({ ...plan, ...STAGE_WORDS[plan.stage] }));

/** The plan of a stage; the last one is for a workshop that was closed. */
export function planOf(stage: Stage): StagePlan {
  return STAGES.find((plan) => plan.stage === stage) ?? (STAGES[STAGES.length - 1] as StagePlan);
}

/** What the hall reads now: what the facilitator or the run sheet says, or else the stage's own words. */
export function promptOf({ stage, prompt }: Pick<Workshop, "stage" | "prompt">): string {
  return prompt ?? planOf(stage).prompt;
}

/**
 * The stage that follows, or null where the workshop is to be closed next. Stages with guides of their own are not walked
 * into by the way: a room is moved there on purpose, and from there goes on in order.
 */
export function stageAfter(stage: Stage): StagePlan | null {
  const here = STAGES.findIndex((plan) => plan.stage === stage);
  if (here < 0) return null;
  const isGuided = STAGES[here]?.ownGuide ?? false;
  return STAGES.slice(here + 1).find(({ ownGuide }) => isGuided || !ownGuide) ?? null;
}
