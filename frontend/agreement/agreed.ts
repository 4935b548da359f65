/** What a room agreed on, in one line for its goodbye. */

import { html, nothing, type TemplateResult } from "lit";
import { counted, fill } from "../components/words";
import type { RecordsView } from "../sync/records";
import { itemsOf, type ItemState } from "./items";
import { AGREED } from "./words";

const IS_AGREED: ReadonlySet<ItemState> = new Set<ItemState>(["adopted", "adopted_with_dissent"]);

/** So many are read out in one breath, and fit on the wall. */
const MOST_NAMED = 5;

/** Return the words and signs that were agreed, in the order in which they were proposed. */
export function agreedIn(records: RecordsView): readonly string[] {
  return itemsOf(records)
    .filter(({ state }) => IS_AGREED.has(state))
    .map(({ wording }) => wording.label);
}

export function agreedView(labels: readonly string[]): TemplateResult | typeof nothing {
  if (labels.length === 0) return nothing;
  const others = labels.length - MOST_NAMED;
  const named = fill(AGREED.named, { labels: labels.slice(0, MOST_NAMED).join(AGREED.between) });
  return html`<p>${named} ${others > 0 ? counted(AGREED.others, others) : nothing}</p>`;
}
