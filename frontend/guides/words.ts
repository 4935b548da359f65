/** What the console says of its run sheet. The steps' own words come from their guides. */

import { words } from "../components/words";
import type { Departed } from "./run_sheet";

export const STEP = words({
  place: "Step {place} of {count}",
  none: "Past the run sheet",
  noneHint: "Go on by the button, or choose a step below.",
  say: "Say",
  do: "Do",
  watch: "Watch",
  next: "Next: {title}",
  prompt: "The hall reads: {prompt}",
  changePrompt: "Change what the hall reads",
  steps: "All steps",
  minutes: { one: "1 minute", other: "{count} minutes" },
  minutesTaken: { one: "1 minute, {planned} planned", other: "{count} minutes, {planned} planned" },
  short: "{count} min",
  taken: "{count} of {planned} min",
  over: "done",
  now: "now",
  skipped: "skipped",
  went: { one: "How it went: 1 note", other: "How it went: {count} notes" },
  wentWell: "How it went: as planned",
  choose: "Another run sheet",
  read: "Read the guides",
});

export const TIME = words({
  left: { one: "1 min to go", other: "{count} min to go" },
  ends: "ends {time}",
  onTime: "on time",
  behind: { one: "1 min behind", other: "{count} min behind" },
  ahead: { one: "1 min ahead", other: "{count} min ahead" },
});

export const SHEET_DONE = words({
  at: "The room is at “{title}”.",
  back: "The room is back at “{title}”.",
  closed: "The workshop is closed.",
  reopened: "The workshop is open again.",
  chosen: "You have a run sheet with {count} steps.",
  prompt: "The hall reads: {prompt}",
  promptBack: "The hall reads the words of the step again.",
  reason: "Noted.",
});

export const SHOW_FIRST = words({
  heading: "Show everyone all places first?",
  words: "In “{title}” everyone sees all places. What was placed on its own so far would stay hidden, so show it now. What only facilitators may see stays hidden.",
  yes: "Show everyone and go on",
  no: "Stay here",
});

export const PROMPT = words({
  label: "What should the hall read?",
  hint: "It stands on the wall and on the phones until the next step.",
  save: "Show these words",
  own: "Show the step’s own words",
});

export const CHOOSE = words({
  about: "Tick the parts that your workshop has. Their steps become your run sheet.",
  loading: "Looking for guides",
  failed: "The guides did not come. Your run sheet is as it was. Please try again.",
  again: "Try again",
  none: "There are no guides to lead a workshop by.",
  own: "your own",
  minutes: { one: "1 minute", other: "{count} minutes" },
  together: { one: "1 minute together", other: "{count} minutes together" },
  use: "Lead by these",
  kept: "The room stays where it is, and what has been noted so far is kept.",
});

export const WENT = words({
  about: "What was other than planned, for the record of the workshop. Say why if you like, now or afterwards.",
  none: "Everything went as planned so far.",
  why: "Why?",
  save: "Note it",

});

export const DEPARTED: Readonly<Record<Departed, string>> = words({
  skipped: "“{title}” was skipped.",
  went_back: "The room went back to “{title}”.",
  ran_over: "“{title}” took {minutes} minutes instead of {planned}.",
  ran_short: "“{title}” took {minutes} minutes instead of {planned}.",
});
