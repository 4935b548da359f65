/** The stages as a run sheet: what each is called, what the hall reads, what the facilitator says, how long it lasts. */

import type { Stage } from "../sync/protocol";

/** A stage that the room can be moved to; the workshop ends by closing it. */
export type RunStage = Exclude<Stage, "closed">;

export interface StagePlan {
  readonly stage: RunStage;
  readonly title: string;
  /** What the room is asked, for the projector. */
  readonly prompt: string;
  /** What to say now, sentence by sentence. */
  readonly say: readonly string[];
  /** How long it usually lasts; null for as long as it takes. */
  readonly minutes: number | null;
  /** Whether it comes with a guide of its own, and this page only moves the room there. */
  readonly ownGuide: boolean;
}

export const STAGES: readonly StagePlan[] = [
  {
    stage: "lobby",
    title: "Welcome",
    prompt: "Come in and join the map",
    say: [
      "Welcome! Today we make a map of the people and places that matter here.",
      "Point your phone’s camera at the code on the wall, or type the two words and the number.",
      "No phone, or not today? Tell me, and I put it on the map for you.",
    ],
    minutes: null,
    ownGuide: false,
  },
  {
    stage: "places",
    title: "Places",
    prompt: "Where do people meet? What is good here?",
    say: [
      "Where do people meet? What is good here, and who keeps it going?",
      "Move the map until the cross is on the spot, then press “Place here”.",
      "Never pin a home. If showing a place could harm somebody, tick the box and only we see it.",
    ],
    minutes: 20,
    ownGuide: false,
  },
  {
    stage: "connections",
    title: "Connections",
    prompt: "Which places belong together, and why?",
    say: [
      "Who goes from one of these places to another, and why?",
      "Press “Join two places”, choose both, and say how, where and why people connect.",
      "And if something came of it, good or bad, say what.",
    ],
    minutes: 20,
    ownGuide: false,
  },
  {
    stage: "terms",
    title: "Terms",
    prompt: "What do we mean by our words?",
    say: ["Please put your phones down and look at the screen."],
    minutes: null,
    ownGuide: true,
  },
  {
    stage: "indicators",
    title: "Indicators",
    prompt: "How would we notice a change?",
    say: ["Please put your phones down and look at the screen."],
    minutes: null,
    ownGuide: true,
  },
  {
    stage: "reflect",
    title: "Looking back",
    prompt: "How was this for you?",
    say: ["Before we go: how was this for you?"],
    minutes: null,
    ownGuide: true,
  },
];

/** The plan of a stage; the last one is for a workshop that was closed. */
export function planOf(stage: Stage): StagePlan {
  return STAGES.find((plan) => plan.stage === stage) ?? (STAGES[STAGES.length - 1] as StagePlan);
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
