/** The words of looking back, on all three screens. */

import { words } from "../components/words";
import type { Level } from "../sync/protocol";

/** What is asked about the workshop itself, as the server names it. */
export type Question = "heard" | "understood" | "again";

export const QUESTIONS: Readonly<Record<Question, string>> = words({
  heard: "I could say what I wanted to.",
  understood: "I understood what others meant.",
  again: "I would come again.",
});

export const LEVELS: Readonly<Record<Level, string>> = words({ yes: "Yes", partly: "Partly", no: "No" });

export const ASKING = words({
  lead: "The room sees only how many said what, never who.",
  sentence: "Anything else about today?",
  sentenceHint: "One sentence is plenty. Only the facilitators read it.",
  send: "Send this sentence",
  saved: "Saved. You can change it while we look back.",
  takeBack: "Take back my answers",
  takenBack: "Your answers are taken back.",
  tooLong: "That is a little long. 300 letters at most, please.",
});

export const SHOWN = words({
  heading: "What the room said",
  answered: { one: "1 person answered", other: "{count} people answered" },
  tooFew: "Too few answers to show",
  counts: "{level}: {count}",
});

export const HALL = words({
  ask: "How was this for you?",
  how: "Three quick questions are on your phone. Only counts are shown here, later.",
  answered: { one: "1 person has answered", other: "{count} people have answered" },
});

export const LEADING_BACK = words({
  heading: "Looking back",
  answered: { one: "1 of {here} has answered", other: "{count} of {here} have answered" },
  show: "Show the room",
  showAgain: "Show the newer answers",
  waiting: "Counts can be shown once five people have answered. Fewer could point to somebody.",
  waitingAgain: "A newer picture can be shown once five answers are new.",
  shown: "The room sees the counts.",
  sentences: { one: "1 sentence, for you alone", other: "{count} sentences, for you alone" },
  download: "Download the counts (CSV)",
  done: "The room sees what it answered, as counts.",
});
