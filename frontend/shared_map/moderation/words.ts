/** What the console says of looking things over: the queue, alarms, duplicates, and putting aside. */

import { words } from "../../components/words";
import type { ReturnReason } from "../review";

export const LOOKING_OVER = words({
  heading: "Look these over",
  queue: { one: "1 waits for you", other: "{count} wait for you" },
  pairs: { one: "1 pair may be the same", other: "{count} pairs may be the same" },
});

export const ALARMS = words({
  heading: { one: "Someone could be harmed: 1 place", other: "Someone could be harmed: {count} places" },
  hint: "Only you and whoever placed it see these now.",
  said: { one: "1 person says so", other: "{count} people say so" },
  by: "Said by {names}",
  look: "Look at it",
  keep: "Keep it aside",
  show: "Show it again",
  keepTitle: "Keep “{title}” aside",
  showTitle: "Show “{title}” again",
});

export const QUEUE = words({
  none: "Nothing waits. What people place in a moderated round comes here.",
  of: "{at} of {count}, the oldest first",
  by: "Placed by {name}",
  byNobody: "Whoever placed it is not here now.",
  line: "{start} and {end}",
  approve: "Approve",
  approveAll: "Approve all {count}",
  back: "Give back",
  merge: "Join with another",
  aside: "Put aside",
  next: "Next in line",
  more: { one: "and 1 more", other: "and {count} more" },
  show: "Look at “{title}”",
  between: " · ",
});

export const BACK = words({
  question: "Why does “{title}” go back?",
  hint: "Its author reads this, and what to do. Once they have changed it, it waits for you again.",
  own: "In your own words",
  ownHint: "If you like. Kind and short.",
  choose: "Please choose why it goes back.",
  missing: "Please write in a few words why it goes back.",
  give: "Give it back",
  cancel: "Not now",
});

/** Why something goes back, as the facilitator chooses it. */
export const BACK_REASONS: Readonly<Record<ReturnReason, string>> = words({
  spot: "It stands in the wrong spot",
  unclear: "I do not understand it",
  home: "It looks like somebody’s home",
  person: "One can tell who is meant",
  outside: "It is outside our area",
  other: "Something else",
});

export const MERGE = words({
  about: "“{title}” goes into the place that you choose. Its words are kept; its connections and “me too” move along.",
  likely: "Most likely",
  all: "All places",
});

export const PAIRS = words({
  about: "These are near each other and alike in name. Keep one of the two: connections and “me too” of both come together.",
  none: "No two places look the same.",
  metres: "{metres} metres apart",
  here: "on the same spot",
  keep: "Keep this",
  keepTitle: "Keep “{title}” and join the other one with it",
  apart: "Not the same",
  more: { one: "1 more pair", other: "{count} more pairs" },
  look: "Show “{title}” on the map",
});

export const CARD = words({
  approve: "Approve",
  back: "Give back",
  split: "Take apart again",
  joined: "Joined with “{title}”.",
  joinedGone: "Joined with another place.",
  returned: "Given back: {reason}",
  aside: {
    facilitator: "Put aside. Only you and whoever placed it see it.",
    alarm: "Put aside, because someone could be harmed.",
    person: "Put aside with all that this person added.",
  },
  revert: "Put aside all that this person added",
  restore: "Bring back all that this person added",
});

export const MODERATED = words({
  approved: "“{title}” is approved.",
  approvedAll: { one: "1 is approved.", other: "{count} are approved." },
  back: "“{title}” goes back to whoever placed it.",
  aside: "“{title}” is put aside.",
  unhidden: "“{title}” is shown again.",
  kept: "“{title}” stays aside.",
  merged: "“{title}” is joined with “{keep}”.",
  split: "“{title}” stands for itself again.",
  apart: "You will not be asked about these two again.",
  reverted: "All that this person added is put aside.",
  restored: "All that this person added is back.",
});

export const ASK_REVERT = words({
  heading: "Put aside all that this person added?",
  words: "Their places, connections and “me too” go out of everyone’s sight. Only you and they still see them. You can bring them back.",
  yes: "Put it all aside",
  no: "Leave it",
});

export const NEW_ROUND = words({
  about: "What is on the map stays. A round only says who sees what is placed from now on.",
  blindHint: "Each phone shows its own places until you show everyone. The first voice is then not the only one.",
  openHint: "Each new place is on all phones and on the wall right away.",
  sees: "Who sees a new place?",
  blind: "First only whoever added it",
  open: "Everyone, at once",
  looks: "Do you look at it first?",
  direct: "No, it is shown as it is",
  moderated: "Yes, each one waits for me",
  moderatedHint: "What people place waits in your queue. Others see it once you approve it.",
  begin: "Begin the round",
  cancel: "Not now",
});

export const ROUND_NOTE = words({
  moderated: "You look at each place before others see it.",
});
