import { html } from "lit";
import { LONG, type Example } from "../examples";
import "./sheet";

const CONTENT = html`<p>Move the map until the cross is on the spot. Then tell us about it.</p>
  <button type="button" class="button button-wide">Place here</button>`;

export const EXAMPLES: readonly Example[] = [
  {
    name: "sheet open",
    shows: "A sheet over the page, with a heading, a cross and one main action",
    render: () => html`<kith-sheet heading="Add a place" open><div class="stack">${CONTENT}</div></kith-sheet>`,
  },
  {
    name: "sheet beside the page",
    shows: "A sheet that leaves the rest of the page usable",
    render: () => html`<kith-sheet heading="All places" open beside><div class="stack">${CONTENT}</div></kith-sheet>`,
  },
  {
    name: "sheet with long words",
    shows: "A heading over several lines leaves the cross in its corner; the content scrolls within the sheet",
    render: () =>
      html`<kith-sheet heading=${LONG.title} open
        ><div class="stack">
          <p>${LONG.note} ${LONG.note} ${LONG.note}</p>
          <p>${LONG.word}</p>
          ${CONTENT}
        </div></kith-sheet
      >`,
  },
];
