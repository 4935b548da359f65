/** What is proposed beside what is before the room: taken up, made one with another, or written down for somebody. */

import { html, nothing, type TemplateResult } from "lit";
import type { Item } from "../../../agreement/items";
import { DESK, STATES } from "../../../agreement/words";
import { fill } from "../../../components/words";
import type { Desk } from "../desk";
import { ask, given, text } from "./asking";
import { offeredView } from "./offered";
import { PROPOSALS } from "./words";

const LONGEST = { label: 80, meaning: 600 } as const;

/** States in which another proposal can still be taken in. */
const CLOSED_TO_OTHERS: ReadonlySet<Item["state"]> = new Set(["rating", "revealed"]);

export function proposalsView(desk: Desk, items: readonly Item[], onTable: Item | null, type: Item["type"]): TemplateResult {
  const others = items.filter(({ id }) => id !== onTable?.id);
  return html`<ul class="console-items">
      ${others.map((item) => proposalView(desk, item, items))}
    </ul>
    ${proposeView(desk, type)} ${offeredView(desk, type)}`;
}

function proposalView(desk: Desk, item: Item, all: readonly Item[]): TemplateResult {
  const { label } = item.wording;
  const takeUp = (): void => ask(desk, "item.take_up", { item: item.id }, fill(DESK.done.take_up, { label }));
  return html`<li class="console-item">
    <span><strong dir="auto">${label}</strong> <span class="hint">${STATES[item.state]}</span></span>
    <button type="button" class="button-quiet" @click=${takeUp}>${DESK.takeUp}</button>
    ${item.state === "draft" ? mergeView(desk, item, all) : nothing}
  </li>`;
}

/** Only what was not taken up yet goes into another; the other way round would lose what the room did with it. */
function mergeView(desk: Desk, item: Item, all: readonly Item[]): TemplateResult | typeof nothing {
  const keepers = all.filter(({ id, type, state }) => id !== item.id && type === item.type && !CLOSED_TO_OTHERS.has(state));
  if (keepers.length === 0) return nothing;
  const send = (event: Event): void => {
    const keep = text(given(event), "keep");
    ask(desk, "item.merge", { keep, others: [item.id] }, PROPOSALS.merged);
  };
  return html`<details class="console-agree-form">
    <summary>${PROPOSALS.merge}</summary>
    <form class="console-answer" @submit=${send}>
      <select class="input" name="keep" aria-label=${PROPOSALS.mergeWith}>
        ${keepers.map(({ id, wording }) => html`<option value=${id}>${wording.label}</option>`)}
      </select>
      <button type="submit" class="button-plain">${PROPOSALS.mergeDo}</button>
    </form>
  </details>`;
}

function proposeView(desk: Desk, type: Item["type"]): TemplateResult {
  const send = (event: Event): void => {
    const values = given(event);
    const [label, meaning] = [text(values, "label"), text(values, "meaning")];
    if (label === "" || meaning === "") return;
    ask(desk, "item.propose", { item: desk.live.client.newId(), type, label, meaning }, fill(PROPOSALS.sent, { label }));
  };
  return html`<details class="console-agree-form">
    <summary>${PROPOSALS.add}</summary>
    <form class="stack" @submit=${send}>
      <div class="field">
        <label for="agree-desk-label">${PROPOSALS.label}</label>
        <input class="input" id="agree-desk-label" name="label" required maxlength=${LONGEST.label} autocomplete="off" />
      </div>
      <div class="field">
        <label for="agree-desk-meaning">${PROPOSALS.meaning}</label>
        <textarea class="input" id="agree-desk-meaning" name="meaning" rows="2" required maxlength=${LONGEST.meaning}></textarea>
      </div>
      <button type="submit" class="button-plain">${PROPOSALS.send}</button>
    </form>
  </details>`;
}
