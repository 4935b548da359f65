/** What the console says, apart from its help. The run sheet's own words stand in `workshop/stages.ts`. */

import { words } from "../../components/words";
import type { Life } from "../../workshop/workshop_record";

export const MAP = words("Map of {area}");

export const LIFE: Readonly<Record<Life, string>> = words({
  draft: "Not open yet",
  open: "Open",
  paused: "Paused",
  closed: "Closed",
});

export const TOP = words({
  pause: "Pause",
  goOn: "Go on",
  help: "Help",
  area: "Back to {area}",
  paused: "Paused: {because}",
  pausedPlain: "Phones are frozen and say that you paused.",
});

export const RUN = words({
  heading: "Run sheet",
  now: "now",
  say: "Say now",
  ownGuide: "Comes with its own guide",
  goTo: "Go to {title}",
  open: "Open the workshop",
  goOn: "Go on",
  close: "Close the workshop",
  reopen: "Open it again",
  draft: "People can join already. Open the workshop when you begin.",
  time: "Time for this stage",
  longer: "5 minutes more",
  shorter: "5 minutes less",
  round: "Round {round}",
  blind: "Everyone sees only their own places.",
  revealed: "Everyone sees all places.",
  reveal: "Show everyone",
  newRound: "New round",
  chooseSheet: "Follow a run sheet",
});

export const TOOLS = words({
  heading: "Map tools",
  place: "Place here",
  shape: "Draw",
  join: "Join places",
  list: "All places",
  cards: "Paper cards",
  removed: "Taken off",
  follow: "Projector follows my map",
  dark: "Stop the spotlight",
});

export const ROOM = words({
  heading: "The room",
  wayIn: "How people join",
  links: "Screens and papers",
  code: "Join by",
  go: "Go to",
  type: "and type",
  projector: "Open the projector",
  projectorLight: "Projector for a bright hall",
  projectorIn: "Projector in another language:",
  people: "People and their words",
  balance: "Who is missing",
  paper: "Print a map and cards",
  bringIn: "Bring in places from a file",
  export: "Download the map (GeoJSON)",
  exportNow: "The same, with kinds named as in the area’s newest glossary",
  film: "See how the map grew",
  report: "Report of the workshop",
  here: { one: "1 person here", other: "{count} people here" },
  quiet: { one: "1 has added nothing yet", other: "{count} have added nothing yet" },
  idle: "away",
  nothing: "nothing yet",
  added: { one: "1 place", other: "{count} places" },
  counts: "On the map",
  places: { one: "1 place", other: "{count} places" },
  connections: { one: "1 connection", other: "{count} connections" },
  latest: "Latest",
  noneYet: "Nothing on the map yet.",
  flagged: "Look at these",
  moreFlagged: { one: "and 1 more", other: "and {count} more" },
  fewerFlagged: "Show fewer",
});

export const FLAGS = words({
  outside: "outside the area",
  facilitators: "only facilitators see it",
  merged: "joined with another place",
  aside: "put aside",
  returned: "given back",
  in_review: "waits for you",
  heldBack: "not shown yet",
  paper: "from paper",
  facilitator: "placed by a facilitator",
  brought_in: "from a file",
});

export const PLACE = words({
  gone: "This place is no longer on the map.",
  letGo: "Close",
  addedBy: "Added by {name}",
  fromFile: "From a file: {line}",
  meToo: { one: "1 person says me too", other: "{count} people say me too" },
  between: " · ",
  spotlight: "Spotlight",
  dark: "Stop the spotlight",
  join: "Join to another",
  change: "Change",
  move: "Move",
  hide: "Put aside",
  unhide: "Show to the room",
  remove: "Take off",
  connections: "Connections",
  who: "Who meets",
  howOften: "How often",
  howMany: "How many",
  openTo: "Open to",
  changeConnection: "Change the connection to {title}",
  removeConnection: "Take off the connection to {title}",
  hideConnection: "Put aside the connection to {title}",
  unhideConnection: "Show the connection to {title} again",
});

export const SHEETS = words({
  help: "Help and keys",
  list: "All places",
  tell: "Put it on the map",
  change: "Change this place",
  connect: "How are they joined?",
  change_connection: "Change this connection",
  shape: "Draw a line or an area",
  pause: "Pause the workshop",
  round: "Begin a new round",
  removed: "Taken off the map",
  cards: "Type in paper cards",
  queue: "Waiting for you",
  pairs: "The same place twice?",
  merge: "Join with which place?",
  back: "Give it back",
  run_sheet: "Choose a run sheet",
  prompt: "What the hall reads",
  went: "How it went",
});

export const SOURCE = words({
  question: "Where does it come from?",
  facilitator: "Somebody told me",
  paper: "A paper card",
});

export const PAUSE = words({
  why: "Why do you pause?",
  hint: "Everybody reads it on their phone and on the wall. If you like.",
  example: "Tea until four",
  pause: "Pause",
  cancel: "Not now",
});

export const REMOVED = words({
  about: "All that anybody took off the map, the last first. Putting a place back brings its connections and “me too”, too.",
  putBack: "Put back {title}",
  back: "Put back",
  by: "Taken off by {name}, {time}",
  byFacilitator: "Taken off by a facilitator, {time}",
  line: "{start} and {end}",
  none: "Nothing is taken off.",
  coming: "Looking for what was taken off …",
  failed: "The list did not come. Nothing is lost.",
  again: "Try again",
});

export const TASKS = words({
  moving: "Moving “{title}”: put the cross on the new spot.",
  moveHere: "Move here",
  cancel: "Cancel",
  joinFirst: "Choose the first place, on the map or from the list.",
  joinSecond: "“{title}” joined to which? Choose it on the map or from the list.",
  fromList: "Choose from the list",
  drawing: { line: "Drawing a line: set corner after corner under the cross.", area: "Drawing an area: set corner after corner under the cross." },
  corner: "Set a corner",
  undoCorner: "Take one back",
  done: "Done",
  line: "A line",
  lineHint: "A walk, a street, a river path",
  area: "An area",
  areaHint: "A park, an estate, a market square",
  too_few_corners: "That needs more corners.",
  crosses_itself: "The edge crosses itself. Take back a corner and go round the outside.",
});

export const DONE = words({
  opened: "The workshop is open. Phones can begin.",
  paused: "Paused. Phones are frozen, and everything is kept.",
  goesOn: "On we go.",
  closed: "The workshop is closed.",
  reopened: "The workshop is open again.",
  moved: "The room is at “{title}”.",
  movedBack: "The room is back at “{title}”.",
  minutes: "“{title}” now lasts {minutes} minutes.",
  revealed: "Everyone sees all places now.",
  roundBlind: "Round {round}: everyone on their own first.",
  roundOpen: "Round {round}: everyone sees at once.",
  roundModerated: "Round {round}: you look at each place first.",
  placed: "“{title}” is on the map.",
  changed: "“{title}” is changed.",
  unchanged: "Nothing was different, so nothing was changed.",
  placeMoved: "“{title}” has moved.",
  removed: "“{title}” is off the map.",
  putBack: "“{title}” is back.",
  unhidden: "The room sees “{title}” again.",
  joined: "“{start}” and “{end}” are joined.",
  connectionChanged: "The connection is changed.",
  connectionRemoved: "The connection is off the map.",
  lit: "The wall shows “{title}”.",
  same: "That is the same place. Choose another one.",
  noneSelected: "Choose a place first: on the map or in the list.",
  alreadyShown: "Everyone sees all places already.",
  notOpen: "This workshop is closed. Open it again to change it.",
});

export const ASK = words({
  reveal: {
    heading: "Show everyone all places?",
    words: "All phones and the wall show what was placed on its own so far. What only facilitators may see, waits for you or was put aside stays hidden.",
    yes: "Show everyone",
    no: "Not yet",
  },
  close: {
    heading: "Close the workshop?",
    words: "Phones say thank you and take no more changes. The map is kept, and you can open it again from here.",
    yes: "Close the workshop",
    no: "Keep it open",
    danger: true,
  },
});
