/** The console's help: what each key does, and what a facilitator asks most. */

import { words } from "../../components/words";

export const KEYS: readonly (readonly [key: string, does: string])[] = words([
  ["N", "Next step of the run sheet"],
  ["P", "Pause, or go on"],
  ["R", "Show everyone what was placed on its own"],
  ["S", "Spotlight the chosen place, or stop"],
  ["A", "Place what is under the cross"],
  ["Q", "The queue: what waits for you. There A approves, B gives back, M joins, H puts aside"],
  ["D", "Places that may be the same"],
  ["L", "List of all places"],
  ["C", "The code on the hall’s screen, large or small"],
  ["?", "This help"],
  ["Esc", "Leave what you are in the middle of"],
]);

export const ARROWS = words("With the map chosen, or while you look for a spot, the arrow keys move the map; with Shift by little. + and − bring it nearer and farther.");

export const ANSWERS: readonly (readonly [question: string, answer: string])[] = words([
  [
    "Somebody has no phone",
    "Put the cross on the spot and press “Place here”. Say whether they told you, or wrote it on paper: the map keeps that, and no name.",
  ],
  [
    "What the wall shows",
    "What everyone may see, where your map looks. Switch off “Projector follows my map” to look round on your own.",
  ],
  [
    "Something must not be seen",
    "Choose it and press “Put aside”. It is gone from every phone and the wall at once, except from whoever placed it; and you can undo that.",
  ],
  [
    "I pressed the wrong thing",
    "Nearly everything has “Undo” for a few seconds. What was taken off can be put back later, too. A closed workshop can be opened again.",
  ],
  ["The network is gone", "Phones keep what people add and send it later. So does this page. Carry on talking."],
]);

export const HELP = words({ keys: "Keys", answers: "Good to know" });
