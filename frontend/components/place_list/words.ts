import { words } from "../words";
import type { ListedPlace, PlaceAction } from "./place_list";

export const WORDS = words({
  search: "Find a place",
  mine: "Only mine",
  yours: "yours",
  /** Stands between the facts under a title. */
  between: " · ",
  none: "Nothing on the map yet.",
  noneFound: "No place fits. Try fewer letters.",
  all: { one: "1 place on the map", other: "{count} places on the map" },
  found: { one: "1 place found", other: "{count} places found" },
  more: { one: "Show 1 more", other: "Show {count} more" },
  meToo: { one: "1 person says me too", other: "{count} people say me too" },
  connections: { one: "1 connection", other: "{count} connections" },
});

export const STANDING_WORDS: Readonly<Record<ListedPlace["standing"], string>> = words({
  settled: "",
  waiting: "waiting to be sent",
  in_review: "waiting for the facilitator",
  refused: "not added",
  returned: "came back to be changed",
  aside: "put aside",
  merged: "joined with another place",
});

/** The accessible name begins with the words on the button, so that a person who speaks to their phone can say them. */
export const ACTION_WORDS: Readonly<Record<PlaceAction, { readonly short: string; readonly full: string }>> = words({
  show: { short: "Show on map", full: "Show on map: {title}" },
  me_too: { short: "Me too", full: "Me too: {title}" },
  spotlight: { short: "Spotlight", full: "Spotlight {title} on the wall" },
  connect: { short: "Connect", full: "Connect {title} to another place" },
  change: { short: "Change", full: "Change {title}" },
  move: { short: "Move", full: "Move {title} to another spot" },
  hide: { short: "Hide", full: "Hide {title} from the room" },
  unhide: { short: "Show to the room", full: "Show to the room: {title}" },
  remove: { short: "Remove", full: "Remove {title}" },
});
