/** What the console says of placing for somebody in particular. */

import { words } from "../../components/words";

export const SEATED = words({
  whom: "For whom?",
  nobody: "Nobody in particular",
  hint: "They can see, change or take it away later, by their three words.",
  called: "{alias} ({name})",
  placed: "Placed for {who}: “{title}”.",
  joined: "Joined for {who}: {start} and {end}.",
  card: "Card {card}, placed for {who}: “{title}”.",
  failed: "Those without a phone could not be listed. What you place now is for nobody in particular.",
});
