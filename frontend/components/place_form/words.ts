import { words } from "../words";
import type { Choices } from "../choices";
import type { HowMany, HowOften, OpenTo, PlaceProblem, Precision, Visibility } from "./draft";

export const WORDS = words({
  title: "What do people call it?",
  titleHint: "A few words, as you would say it to a neighbour.",
  note: "Why does it matter?",
  noteHint: "If you like. A sentence is plenty.",
  neverHomes: "Never pin a home. If it happens at someone’s house, place it at the end of the street.",
  harm: "Could someone be harmed if this is shown?",
  harmHint: "Tick this and only the facilitators see it. They will be told.",
  who: "Who meets here?",
  whoHint: "For example: parents after school, the Tuesday walkers.",
  more: "Who may see it, and how exactly",
  change: "Change",
  changeKind: "Change what it is",
  add: "Add this place",
  save: "Save changes",
  cancel: "Cancel",
});

export const PROBLEMS: Readonly<Record<PlaceProblem, string>> = words({
  no_kind: "Choose what it is.",
  no_title: "Give it a name, so that others know what you mean.",
  long_title: "That name is too long for a map: 80 letters at most. The rest can go into the next box.",
  long_note: "That is more than we can keep here: 1,000 letters at most.",
});

export const HOW_OFTEN: Choices<HowOften> = words({
  daily: "Most days",
  weekly: "Every week",
  monthly: "Every month",
  few_times_a_year: "A few times a year",
  now_and_then: "Now and then",
});

export const HOW_MANY: Choices<HowMany> = words({
  few: "Two or three",
  up_to_10: "Up to 10",
  up_to_30: "Up to 30",
  up_to_100: "Up to 100",
  more: "More than 100",
});

export const OPEN_TO: Choices<OpenTo> = words({
  everyone: "Everyone",
  members: "Members",
  invited: "People who are asked",
  not_sure: "I’m not sure",
});

export const VISIBILITY: Choices<Visibility> = words({
  room: "People in this workshop",
  partners: "The area’s partners too",
  public: "Everyone",
  facilitators: "Facilitators only",
});

export const PRECISION: Choices<Precision> = words({
  exact: "The exact spot",
  "100m": "Within 100 metres",
  street: "The street, about 250 metres",
  neighbourhood: "The neighbourhood, about 1 kilometre",
});

export const QUESTIONS = words({
  how_often: "How often?",
  how_many: "How many people?",
  open_to: "Who can come?",
  visibility: "Who may see it after today?",
  precision: "How exactly may it be shown outside this room?",
});
