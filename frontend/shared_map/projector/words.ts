/** What the projector says. The prompts of the stages stand in `workshop/stages.ts`. */

import { words } from "../../components/words";

export const WORDS = words({
  map: "Map of {area}",
  title: "{title} · {area}",
  people: { one: "1 person is here", other: "{count} people are here" },
  nobody: "You are the first: come in!",
  more: { one: "and 1 more", other: "and {count} more" },
  counts: "Places so far",
  connections: "Connections",
  others: "Other kinds",
  hiddenPlaces: { one: "1 place so far, hidden until we look together", other: "{count} places so far, hidden until we look together" },
  hiddenNothing: "Everyone places on their own first. We look together later.",
  hiddenToo: { one: "1 more place, hidden until we look together", other: "{count} more places, hidden until we look together" },
  hiddenConnections: { one: "and 1 connection", other: "and {count} connections" },
  paused: "We are taking a break",
  pausedKept: "Everything you added is kept.",
  closed: "Thank you!",
  closedPlaces: { one: "Together you put 1 place on the map.", other: "Together you put {count} places on the map." },
  closedConnections: { one: "And you drew 1 connection.", other: "And you drew {count} connections." },
  closedNext: "Your phone tells you what happens next, and how to come back.",
  listen: "Please look here. Your phone goes on in a while.",
  opening: "One moment",
  away: "No connection. This screen is back by itself.",
  spotlight: "Everyone is looking at {title}",
  fullScreen: "Fill the screen",
});

/** Shorter words for our own kinds, in one line below the map; an area's own kinds keep their labels. */
export const SHORT_KINDS: Readonly<Record<string, string>> = words({
  meeting_place: "Meeting places",
  gift_or_skill: "Gifts and skills",
  association: "Groups",
  institution: "Services",
  physical_place: "Spaces",
  exchange: "Shops",
  story_or_culture: "Stories",
});
