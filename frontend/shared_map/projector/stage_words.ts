/** What the projector says in the lobby, of connections, and when the room looks back or ends. */

import { words } from "../../components/words";

export const GATHERING = words({
  heading: "Who is here",
  begin: "We begin in a moment.",
});

export const LINKED = words({
  heading: "Most connected",
  links: { one: "1 connection", other: "{count} connections" },
  together: "What you connected most: {titles}.",
  between: ", ",
});
