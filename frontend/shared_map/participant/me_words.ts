/** Words of the ways to one's own page. */

import { words } from "../../components/words";

export const ME = words({
  mine: "Your page: your name, what you agreed to, leaving",
  withdraw: "Change what you agreed to, or take back what you added",
  about: "About you, if you like: five short questions",
  aboutHint: "They show who is missing from this room. Answers are only counted.",
});
