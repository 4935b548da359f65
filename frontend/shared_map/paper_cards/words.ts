/** What the console says of paper cards. */

import { words } from "../../components/words";

export const CARDS = words({
  about: "One line for each card: Tab from field to field, Enter puts it on the map.",
  card: "Card",
  square: "Square",
  squareHint: "A1 to {last}; empty: the cross",
  kind: "What is it?",
  kindHint: "Press its number",
  title: "What people call it",
  note: "Why it matters",
  harm: "Someone could be harmed: only facilitators see it",
  add: "Put it on the map",
  loading: "The squares are on their way…",
  failed: "The squares could not be fetched. Put the cross on each spot meanwhile.",
  taken: "Card {card} is typed in already: “{title}”.",
  done: "Card {card}: “{title}” is on the map.",
  latest: "Typed in last",
  none: "Nothing typed in yet.",
  row: "{card}. {title}",
  show: "Show card {card}, {title}",
  remove: "Take off card {card}, {title}",
  removed: "“{title}” is off the map.",
});

export const WRONG = words({
  card: "Give the number that stands on the card, from 1 to 9999.",
  square: "There is no such square. They go from A1 to {last}.",
  kind: "Choose what it is.",
  title: "Give it a name, of 80 letters at most.",
});
