/** What each stage is called, what the hall reads, what the facilitator says. */

import { words } from "../components/words";
import type { Stage } from "../sync/protocol";

/** A stage that the room can be moved to; the workshop ends by closing it. */
export type RunStage = Exclude<Stage, "closed">;

export interface StageWords {
  readonly title: string;
  /** What the room is asked, for the projector. */
  readonly prompt: string;
  /** What to say now, sentence by sentence. */
  readonly say: readonly string[];
}

export const STAGE_WORDS: Readonly<Record<RunStage, StageWords>> = words({
  lobby: {
    title: "Welcome",
    prompt: "Come in and join the map",
    say: [
      "Welcome! Today we make a map of the people and places that matter here.",
      "Point your phone’s camera at the code on the wall, or type the two words and the number.",
      "No phone, or not today? Tell me, and I put it on the map for you.",
    ],
  },
  places: {
    title: "Places",
    prompt: "Where do people meet? What is good here?",
    say: [
      "Where do people meet? What is good here, and who keeps it going?",
      "Move the map until the cross is on the spot, then press “Place here”.",
      "Never pin a home. If showing a place could harm somebody, tick the box and only we see it.",
    ],
  },
  connections: {
    title: "Connections",
    prompt: "Which places belong together, and why?",
    say: [
      "Who goes from one of these places to another, and why?",
      "Press “Join two places”, choose both, and say how, where and why people connect.",
      "And if something came of it, good or bad, say what.",
    ],
  },
  terms: {
    title: "Terms",
    prompt: "What do we mean by our words?",
    say: ["Please put your phones down and look at the screen."],
  },
  indicators: {
    title: "Indicators",
    prompt: "How would we notice a change?",
    say: ["Please put your phones down and look at the screen."],
  },
  reflect: {
    title: "Looking back",
    prompt: "How was this for you?",
    say: [
      "Before we go: how was this for you?",
      "Your phone asks three quick questions. Nobody sees who said what.",
    ],
  },
});
