/** What the phone says of the room's stage, over the map. */

import { words } from "../../components/words";

export const LOBBY = words({
  you: "You are the",
  alone: "You are the first here.",
  here: { one: "1 person is here.", other: "{count} people are here." },
  next: "We put places on the map, then we join them.",
});

export const SPOTLIGHT = words({
  shows: "The facilitator shows you “{title}”.",
  look: "Look",
});

export const LETTERS = words({
  large: "Large letters",
  largeHint: "This phone remembers it.",
});
