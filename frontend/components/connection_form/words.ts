import { words } from "../words";
import type { Choices } from "../choices";
import type { ConnectionProblem, Mode, Outcome, Strength, Why } from "./draft";

export const WORDS = words({
  between: "{start} and {end}",
  directed: "It goes one way: from {start} to {end}",
  how: "How do people connect?",
  frequency: "How often?",
  strength: "How strong is it?",
  where: "Where does it happen?",
  chooseWhere: "Choose a place",
  noFixedPlace: "No fixed place",
  why: "What is it for?",
  whyHint: "Choose one or more.",
  outcome: "What happens as a result?",
  outcomeHint: "Skip this if you are not sure.",
  words: "In your own words",
  wordsHint: "If you like. What changed for someone?",
  add: "Connect them",
  save: "Save changes",
  cancel: "Cancel",
});

export const PROBLEMS: Readonly<Record<ConnectionProblem, string>> = words({
  no_mode: "Choose how people connect.",
  no_frequency: "Choose how often. A guess is fine.",
  no_strength: "Choose how strong it is. A guess is fine.",
  no_where: "Choose where it happens, or “No fixed place”.",
  no_why: "Choose at least one thing it is for.",
  long_words: "That is more than we can keep here: 1,000 letters at most.",
});

export const MODE: Choices<Mode> = words({
  in_person: "Face to face",
  phone: "By phone",
  online: "Online",
  written: "Letters and notices",
  mixed: "A mix",
});

export const STRENGTH: Choices<Strength> = words({
  weak: "A thin thread",
  steady: "Steady",
  strong: "Strong",
});

export const WHY: Choices<Why> = words({
  support: "Support",
  practical_help: "Practical help",
  fun: "Fun",
  belief: "Belief",
  work: "Work",
  caring: "Caring",
  campaigning: "Campaigning",
  learning: "Learning",
});

export const OUTCOME: Choices<Outcome> = words({
  new_friendship: "New friends",
  got_help: "Someone got help",
  gave_help: "Someone gave help",
  learned: "Someone learned something",
  found_work: "Someone found work",
  felt_better: "Someone felt better",
  took_action: "People took action",
  nothing_yet: "Nothing yet",
  other: "Something else",
});
