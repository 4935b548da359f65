import { html } from "lit";
import { DEFAULT_KINDS } from "../../shared_map/kinds";
import { LONG, type Example } from "../examples";
import "./counts";

const COUNTS = DEFAULT_KINDS.map((choice, index) => ({ ...choice, count: [12, 7, 9, 3, 21, 0, 4][index] ?? 0 }));

export const EXAMPLES: readonly Example[] = [
  {
    name: "counts of all kinds",
    shows: "Every kind with its mark, words and figure",
    render: () => html`<kith-counts .counts=${COUNTS}></kith-counts>`,
  },
  {
    name: "counts of many with long words",
    shows: "An area's own long labels wrap between the kinds, not within the figures",
    render: () =>
      html`<kith-counts .counts=${COUNTS.map((each) => ({ ...each, label: `${each.label}, ${LONG.title}`, count: 1234 }))}></kith-counts>`,
  },
  { name: "counts of nothing", shows: "No kinds, no empty line", render: () => html`<kith-counts></kith-counts>` },
];
