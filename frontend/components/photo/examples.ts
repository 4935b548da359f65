import { html } from "lit";
import { LONG, type Example } from "../examples";
import "./photo";

/** A drawing of a door, in place of a photo. */
const DOOR =
  "data:image/svg+xml," +
  encodeURIComponent(
    "<svg xmlns='http://www.w3.org/2000/svg' width='800' height='600'><path fill='#dcebe4' d='M0 0h800v600H0z'/><path fill='#a3211a' d='M300 120h200v480H300z'/><circle cx='470' cy='370' r='12' fill='#f2b233'/></svg>",
  );

export const EXAMPLES: readonly Example[] = [
  {
    name: "photo of a place",
    shows: "Small at first; pressed, it takes the width there is",
    render: () => html`<kith-photo src=${DOOR} small=${DOOR} alt="A red door" width="800" height="600"></kith-photo>`,
  },
  {
    name: "photo described with long words",
    shows: "A description that takes its time does not change the picture",
    render: () => html`<kith-photo src=${DOOR} small=${DOOR} alt=${LONG.title} width="800" height="600"></kith-photo>`,
  },
];
