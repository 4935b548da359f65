import { html } from "lit";
import type { Example } from "../examples";
import { aliasView } from "./alias";

export const EXAMPLES: readonly Example[] = [
  {
    name: "people as colour and animal",
    shows: "A spot of the colour beside the words",
    render: () => html`<p>${aliasView("teal otter")} ${aliasView("amber finch")} ${aliasView("the facilitator")}</p>`,
  },
];
