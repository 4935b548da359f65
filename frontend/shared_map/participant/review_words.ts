/** What the phone says of one's own places on their way into everyone's map, and of harm. */

import { words } from "../../components/words";
import type { Cause, ReturnReason } from "../review";

export const REVIEW = words({
  waiting: "The facilitator looks at it before others see it.",
  back: "This came back to you",
  change: "Change it",
  again: "Once you have changed it, the facilitator looks at it again.",
  joined: "The facilitator joined it with “{title}”, as both are the same. Your words are kept.",
  joinedGone: "The facilitator joined it with another place. Your words are kept.",
  showJoined: "Show “{title}”",
});

/** Why it came back, and what to do. */
export const WHY_BACK: Readonly<Record<Exclude<ReturnReason, "other">, string>> = words({
  spot: "It seems to stand in the wrong spot. Move it to where it is.",
  unclear: "The facilitator could not tell what it is. Say it in other words.",
  home: "It looks like somebody’s home. Move it to a place that is open to others, or make it less exact.",
  person: "One can tell who is meant. Say it without pointing at a person.",
  outside: "It lies outside the area we map. Move it, or take it away.",
});

/** The same of a connection: it has no spot of its own, and its places stay as they are. */
export const WHY_LINE_BACK: typeof WHY_BACK = words({
  spot: "It seems to join the wrong places. Remove it, and join the right ones.",
  unclear: "The facilitator could not tell what it is. Say it in other words.",
  home: "It seems to lead to somebody’s home. Remove it, or join another place.",
  person: "One can tell who is meant. Say it without pointing at a person.",
  outside: "It leads out of the area we map. Remove it, or join another place.",
});

/** Among one's own things: connections have no pin to carry their state. */
export const OWN_LINES = words({
  heading: "Your connections that others do not see",
  line: "{start} and {end}",
  remove: "Remove the connection between {start} and {end}",
});

export const WHY_ASIDE: Readonly<Record<Cause, string>> = words({
  facilitator: "The facilitator has put it aside to look at it calmly. Nothing is lost; ask them if you like.",
  alarm: "Someone was worried that showing it could harm somebody. The facilitator looks at it. You did nothing wrong.",
  person: "The facilitator has put aside what you added. Please talk to them.",
});

export const ALARM = words({
  ask: "Could someone be harmed if this is shown?",
  done: "Thank you. “{title}” is out of sight, and the facilitator looks at it.",
});
