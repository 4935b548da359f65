import { html } from "lit";
import { DEFAULT_KINDS } from "../../shared_map/kinds";
import type { Example } from "../examples";
import "./counts";

const COUNTS = DEFAULT_KINDS.map((choice, index) => ({ ...choice, count: [12, 7, 9, 3, 21, 0, 4][index] ?? 0 }));

export const EXAMPLES: readonly Example[] = [
  {
    name: "counts of all kinds",
    shows: "Every kind with its mark, words and figure",
    render: () => html`<kith-counts .counts=${COUNTS}></kith-counts>`,
  },
];
