/** What the help sheet of the phone's page says. */

import { words } from "../../components/words";

export const HELP = words({
  you: "You are the {alias}.",
  youHint: "That is how the room knows you. Your name is not shown.",
  placing: "Placing",
  place: [
    "Move the map with a finger until the cross is on the spot. Zoom with two fingers, or with the buttons.",
    "Press “Place here”. Choose what it is, give it a name, done.",
    "You can change, move or remove what you placed at any time: tap it.",
  ],
  never: "Never place anybody’s home.",
  seeing: "Who sees it",
  see: [
    "While places are hidden, only you see yours. Then the facilitator shows them to everyone at once.",
    "If someone could be harmed by a place, tick that in its form. Only the facilitators see it then.",
  ],
  joining: "Joining",
  join: ["In the connections part you join two places: choose one, then the other, then say how people connect."],
  list: "Without the map",
  lists: ["The list does all that the map does. There you can also add a place by words."],
  line: "No connection?",
  lines: ["Go on. All you do is kept on this phone and sent when the connection is back."],
  keys: "With a keyboard",
  key: [
    ["P", "place what is under the cross"],
    ["Arrow keys", "move the map; with Shift, a little"],
    ["+ and −", "zoom, when the map has the focus"],
    ["Enter", "press the button that has the focus"],
    ["Tab", "go from button to button, and to the places on the map"],
    ["Escape", "close a sheet, or leave what you began"],
    ["?", "this help"],
  ] as readonly (readonly [string, string])[],
  locate: "Where am I?",
  noLocating:
    "Your browser tells a page where you are only over a secure address. This one has none, so please find the spot by hand.",
  locating: "The round button on the map brings it to where you are.",
  back: "Coming back",
});
