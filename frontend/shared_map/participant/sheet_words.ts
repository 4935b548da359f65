/** What the sheets of a phone say, fetched with them. */

import { words } from "../../components/words";

/** Headings of the sheets. */
export const SHEETS = words({
  tell: "Tell us about it",
  practice: "A practice pin",
  change: "Change this place",
  list: "All places",
  choose: "Choose a place",
  connect: "How are they connected?",
  changeConnection: "Change this connection",
  byWords: "Add a place by words",
  help: "How this works",
  words: "Your three words",
  end: "What happens next",
});

export const PLACE = words({
  yours: "Yours",
  fromFile: "From a file: {line}",
  facilitatorsOnly: "Only you and the facilitators see this.",
  facilitatorsOnlyTheirs: "Only its author and the facilitators see this.",
  waiting: "Saved here, will send.",
  who: "Who meets",
  howOften: "How often",
  howMany: "How many",
  openTo: "Who can come",
  meToo: "Me too",
  meTooCount: { one: "1 person says me too", other: "{count} people say me too" },
  join: "Join to another place",
  change: "Change",
  move: "Move",
  remove: "Remove",
  connections: "Connections",
  noConnections: "Not joined to another place yet.",
  connectedTo: "{title}",
  changeConnection: "Change the connection to {title}",
  removeConnection: "Remove the connection to {title}",
  gone: "This place is no longer on the map.",
  between: " · ",
});

export const REFUSED = words({
  heading: "Not accepted",
  hint: "What you wrote is kept here.",
  correct: "Look at it and correct it",
  again: "Try again",
  letGo: "Let go",
  kinds: {
    "asset.place": "New place: {title}",
    "meeting_place.place": "New place: {title}",
    "asset.edit": "A change to {title}",
    "meeting_place.edit": "A change to {title}",
    "place.move": "Moving {title}",
    "place.remove": "Removing {title}",
    "place.restore": "Bringing back a place",
    "me_too.add": "Me too: {title}",
    "me_too.remove": "Taking back me too: {title}",
    "connection.draw": "A connection: {title}",
    "connection.edit": "A change to a connection",
    "connection.remove": "Removing a connection",
    "connection.restore": "Bringing back a connection",
    "reflection.answer": "Your answers about today",
  } as Readonly<Record<string, string>>,
  other: "Something you did",
  unknownPlace: "a place that is gone",
  and: "{start} and {end}",
});

export const COMING_BACK = words({
  lead: "With these words you come back as yourself on another phone. They are shown only this once.",
  tip: "Write them down, or take a photo.",
  done: "I’ve written them down",
  samePhone: "On this phone you just open this page again.",
  renew: "Give me new words",
  renewHint: "On another phone, three words bring you back as yourself while the workshop is open. New words replace the old ones.",
});
