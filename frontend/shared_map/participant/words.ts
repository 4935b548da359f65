/** What the phone's page says around its map; `sheet_words.ts` and its like come with what they stand in. */

import { words } from "../../components/words";
import type { Stage } from "../../sync/protocol";
import type { Life } from "../../workshop/workshop_record";

/** What stands at the top of the page: where the room is, and what to do. */
export interface TopWords {
  readonly headline: string;
  readonly todo: string;
}

export const OPENING: TopWords = words({ headline: "Opening the map", todo: "One moment." });

export const BY_LIFE: Readonly<Record<Exclude<Life, "open">, TopWords>> = words({
  draft: { headline: "Not started yet", todo: "We begin soon. Try a practice pin." },
  paused: { headline: "Paused", todo: "The facilitator has paused the workshop. Everything is kept." },
  closed: { headline: "Thank you", todo: "You can still look at the map." },
});


export const BY_STAGE: Readonly<Record<Stage, TopWords>> = words({
  lobby: { headline: "Welcome", todo: "We begin soon. Try a practice pin." },
  places: { headline: "What matters here?", todo: "Put the cross on the spot." },
  connections: { headline: "What belongs together?", todo: "Join two places that people connect." },
  terms: { headline: "What do we mean by our words?", todo: "Ask, find better words, say what you think." },
  indicators: { headline: "How would we notice a change?", todo: "Ask, find better words, say what you think." },
  reflect: { headline: "How was this for you?", todo: "Three quick questions." },
  closed: BY_LIFE.closed,
});

/** Why nothing can be changed just now. */
export const BLOCKED = words({
  reading: "You can look at the map here, and not change it.",
  opening: "The map is still opening. One moment.",
  draft: "The workshop has not started yet. What you wrote is kept.",
  paused: "The workshop is paused. What you wrote is kept: go on when the facilitator does.",
  closed: "The workshop has ended, so the map can no longer be changed.",
  stage: "The room is doing something else now. What you wrote is kept.",
});

export const MAIN = words({
  place: "Place here",
  practise: "Place a practice pin",
  join: "Join two places",
});

export const FOOT = words({
  list: "List",
  mine: { one: "Me: 1 place", other: "Me: {count} places" },
  waiting: { one: "1 waiting", other: "{count} waiting" },
  refused: { one: "1 not accepted", other: "{count} not accepted" },
  add: "Add",
  shape: "Draw",
  hiding: "Only you see your places until the facilitator shows everyone.",
  moderated: "The facilitator looks at each place before others see it.",
  returned: { one: "1 came back", other: "{count} came back" },
});

export const TOP = words({
  help: "Help",
  locate: "Show where I am",
  map: "Map of {area}",
});

export const DRAWING = words({
  ask: "Put something on the map",
  how: "For a line or an area, move the map and set one corner after another under the cross.",
  spot: "A spot",
  spotHint: "Where the cross is now",
  line: "A line",
  lineHint: "A walk, a street, a river path",
  area: "An area",
  areaHint: "A park, an estate, a market square",
  corner: "Set a corner",
  done: "Done",
  undoCorner: "Take back",
  cancel: "Cancel",
  heading: { line: "Drawing a line", area: "Drawing an area" },
  first: "Go to where it begins, set a corner.",
  next: { one: "1 corner set. Move on to the next.", other: "{count} corners set. Move on, or press Done." },
  too_few_corners: "That needs more corners.",
  crosses_itself: "The edge crosses itself. Take back a corner and go round the outside.",
});

export const MOVING = words({
  heading: "Moving “{title}”",
  todo: "Put the cross on the new spot.",
  here: "Move here",
  cancel: "Cancel",
});

export const JOINING = words({
  first: "Choose the first place",
  second: "Now choose the second place",
  todo: "Tap it, or choose it from the list.",
  with: "To join with “{title}”.",
  fromList: "Choose from the list",
  cancel: "Cancel",
  same: "A connection joins two different places. Please choose another one.",
});

/** What was done, said with the way back. */
export const DONE = words({
  placed: "“{title}” is on the map.",
  placedToBeLookedAt: "“{title}” is with the facilitator, who looks at it first.",
  practised: "That is your practice pin. It stays on this phone.",
  practiceAgain: "Your practice pin. It stays on this phone, and goes when we begin.",
  changed: "“{title}” is changed.",
  unchanged: "Nothing was changed.",
  moved: "“{title}” is moved.",
  removed: "“{title}” is removed.",
  meToo: "Me too: “{title}”.",
  meTooBack: "Your “Me too” is taken back.",
  joined: "Joined with “{title}”.",
  connectionChanged: "The connection is changed.",
  connectionRemoved: "The connection is removed.",
  takenBack: "Taken back.",
  dropped: "Not added. Your words are gone.",
});

export const TOLD = words({
  revealed: { one: "Everyone sees the places now: 1 on the map.", other: "Everyone sees the places now: {count} on the map." },
  newRound: "A new round begins.",
  shown: "Everyone sees “{title}” now.",
  cameBack: "“{title}” came back to you. Tap it to see why.",
  lineShown: "Everyone sees your connection now.",
  lineCameBack: "A connection of yours came back to you. Your list tells why.",
  goesOn: "The workshop goes on.",
});

export const BY_WORDS = words({
  add: "Add a place by words",
  addHint: "No map needed: tell us where it is.",
  where: "Where is it?",
  whereHint: "As you would tell a neighbour: behind the church, next to the bakery.",
  near: "Which place on the map is it near?",
  middle: "I don’t know: put it in the middle of {area}",
  next: "Go on",
  cancel: "Cancel",
  missing: "Tell us where it is, in a few words.",
  tooLong: "That is a little long. 300 letters at most, please.",
  noteNear: "Placed by words: {where} (near {near})",
  noteMiddle: "Placed by words: {where}",
});

export const LOCATING = words({
  looking: "Looking for where you are.",
  found: "The map shows where you are.",
  outside: "You seem to be outside this area, so the map stays here.",
  denied: "This phone does not tell us where it is. You can allow it in the browser’s settings, or move the map by hand.",
  failed: "We could not find where you are. Please move the map by hand.",
});

export const END = words({
  thanks: "Thank you for what you put on the map.",
  mine: { one: "You added 1 place.", other: "You added {count} places." },
  next: "The facilitator looks through the map with the area’s partners. What may be shown is published without any names.",
  change: "Did you change your mind about something you added? Tell the facilitator: they can take it away.",
  back: "Coming back",
  again: "What happens next",
});
