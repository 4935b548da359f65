import { html } from "lit";
import { LONG, type Example } from "../examples";
import { aliasView } from "./alias";

export const EXAMPLES: readonly Example[] = [
  {
    name: "people as colour and animal",
    shows: "A spot of the colour beside the words",
    render: () => html`<p>${aliasView("teal otter")} ${aliasView("amber finch")} ${aliasView("the facilitator")}</p>`,
  },
  {
    name: "people with long words",
    shows: "A name that no line takes breaks within itself",
    render: () => html`<p>${aliasView(`teal ${LONG.word}`)} ${aliasView(LONG.fromRight)}</p>`,
  },
];
