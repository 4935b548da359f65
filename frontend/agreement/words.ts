/** The words of agreeing, on all three screens. */

import { words } from "../components/words";
import type { Choice } from "../sync/protocol";
import type { ItemState, Outcome } from "./items";

export const CHOICE_WORDS: Readonly<Record<Choice, string>> = words({
  strongly_for: "Strongly for",
  for: "For",
  can_live_with_it: "Can live with it",
  against: "Against",
  cannot_accept: "Cannot accept it",
  not_clear: "Not clear to me",
  skip: "I’d rather not say",
});

export const STATES: Readonly<Record<ItemState, string>> = words({
  draft: "Proposed",
  clarifying: "Being talked about",
  reworded: "Reworded",
  integrating: "Looking for words that all can accept",
  rating: "Being rated",
  revealed: "The result is shown",
  adopted: "Agreed",
  adopted_with_dissent: "Agreed, with what others say beside it",
  parked: "Parked for another day",
  not_adopted: "Not agreed",
  wish_list: "On the wish list, until the licence is there",
  merged: "Made one with another",
  withdrawn: "Taken back",
});

/** What follows from a result, to be read out. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = words({
  adopted: "So it is agreed.",
  adopted_with_dissent: "So it is agreed, and what the others say stands beside it.",
  parked: "So it is parked for another day.",
  not_adopted: "So it is not agreed.",
  too_few: "So nothing is decided yet.",
  reword: "So we look for clearer words.",
  integrate: "So we look once more for words that take this in.",
});

/** The arithmetic, one sentence for each check. */
export const ARITHMETIC = words({
  quorum: "{count} of {of} people answered; {needed} are needed.",
  clear: "It is not clear to {count} of {of}; from {needed} in 100 on it goes back.",
  support: "{count} of {of}, {percent} in 100, are for it or can live with it; {needed} in 100 are needed.",
  acceptable: { one: "1 person cannot accept it.", other: "{count} people cannot accept it." },
  accepted: "Nobody says they cannot accept it.",
  group: "Among {group}, {count} of {of}, {percent} in 100, support it; {needed} in 100 are needed.",
  matters: "{count} of {of}, {percent} in 100, are sure that it matters here; {needed} in 100 are needed.",
  fair: "{count} of {of}, {percent} in 100, are sure that it can be asked fairly; {needed} in 100 are needed.",
  low_matters: "{count} of {of}, {percent} in 100, doubt that it matters here; it must stay under {needed} in 100.",
  low_fair: "{count} of {of}, {percent} in 100, doubt that it can be asked fairly; it must stay under {needed} in 100.",
});

export const SHOWN = words({
  counts: "{choice}: {count}",
  result: "What the room said",
  reasons: "Why, in people’s own words",
  notClear: { one: "1 person says: not clear to me", other: "{count} people say: not clear to me" },
  paper: { one: "1 answer came on paper or from the facilitator", other: "{count} answers came on paper or from the facilitator" },
  minority: "What those who did not agree want to be known",
  takenBack: "These words were taken back.",
  before: "Before",
  now: "Now",
  licence: "The licence for this wording is not there, so it can only go on the wish list.",
});

/** What is asked of whoever proposes. */
export const NAMES = words({
  term: { label: "The word, or a few words", meaning: "What does it mean, in your own words?" },
  indicator: { label: "The sign, in a few words", meaning: "How would we ask about it, or count it?" },
});

export const PHONE = words({
  nothing: "Nothing is before the room yet.",
  proposeTerm: "Propose a word",
  proposeIndicator: "Propose a sign of change",
  proposed: "Proposed so far",
  send: "Propose it",
  cancel: "Leave it",
  sent: "“{label}” is proposed.",
  notClear: "I don’t understand this",
  askHint: "What is not clear? You can leave this empty.",
  ask: "Ask",
  asked: "Asked, without your name.",
  suggest: "Suggest other words",
  suggestSend: "Suggest these words",
  suggested: "Your words are suggested.",
  questions: "Asked so far",
  unworded: { one: "1 person does not understand it", other: "{count} people do not understand it" },
  suggestions: "Suggested words",
  rate: "What do you say to this?",
  rateHint: "Nobody sees who said what, not even the facilitator.",
  reason: "Why? One sentence helps the others.",
  reasonNeeded: "Why can you not accept it? The room will look for other words.",
  reasonMissing: "Please say in one sentence why you cannot accept it.",
  matters: "How much does this matter here?",
  fair: "Can everybody be asked this fairly?",
  scaleLow: "1: not at all",
  scaleHigh: "9: very much",
  give: "This is my answer",
  change: "Change my answer",
  given: "Your answer is counted. You can change it until the rating is closed.",
  notIn: "You are not counted among those who rate.",
  checkIn: "Count me in",
  groups: "Do you belong to one of these groups? Then your group is heard.",
  checkedIn: "You are counted in.",
  waiting: "The rating is over. Look at the screen.",
  minorityAsk: "You did not agree. What should be known about that? It stands beside the result, without your name.",
  minoritySend: "Put this beside the result",
  minoritySent: "It stands beside the result.",
});

export const EXAMPLES = words({
  label: "Which places show it?",
  hint: "Up to three. Type a few letters of a name; you can leave this empty.",
  offered: "Places that fit",
  add: "Take {title} as an example",
  remove: "Leave {title} out",
  shown: "For example: {places}",
  between: ", ",
});

export const HALL = words({
  answered: "{count} of {of} have answered",
  needed: "{count} are needed",
  rateNow: "What do you say to this? Answer on your phone.",
  talk: "What is not clear? Who has better words?",
  nothing: "Which words do we need to agree on?",
  asked: { one: "1 question", other: "{count} questions" },
});

/** At the goodbye. */
export const AGREED = words({
  named: "What you agreed on: {labels}.",
  between: ", ",
  others: { one: "And 1 more.", other: "And {count} more." },
});

export const DESK = words({
  heading: "Agreeing",
  raters: { one: "1 person is counted in", other: "{count} people are counted in" },
  none: "Nothing is proposed yet. People propose on their phones, or you do it here.",
  takeUp: "Put before the room",
  now: "Before the room",
  openRating: "Let the room rate it",
  closeRating: "Close the rating and show the result",
  decide: "Let the result stand",
  accept: "Take these words",
  decline: "Leave the words as they are",
  done: {
    take_up: "“{label}” is before the room.",
    open: "The room rates “{label}”.",
    close: "The result is shown.",
    decide: "The result stands.",
    accept: "The words are changed.",
    decline: "The words stay as they are.",
  },
});
