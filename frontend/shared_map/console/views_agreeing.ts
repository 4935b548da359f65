/** Agreeing, at the facilitator's desk: what is before the room and its next step, and what else is proposed. */

import { html, nothing, type TemplateResult } from "lit";
import {
  answeredOf,
  isTalkedOf,
  itemsOf,
  onTheTable,
  questionsAbout,
  ratersOf,
  suggestionsFor,
  typeAt,
  type Answered,
  type Item,
  type Suggestion,
} from "../../agreement/items";
import { minorityView, reasonsView, resultView, wordingView } from "../../agreement/result_view";
import { DESK, HALL, STATES } from "../../agreement/words";
import { counted, fill } from "../../components/words";
import type { OperationKind, OperationPayloads } from "../../sync/protocol";
import type { Desk } from "./desk";

export function agreeingView(desk: Desk): TemplateResult {
  const { records } = desk.live.client;
  const type = typeAt(desk.live.workshop?.stage);
  const item = onTheTable(records, type);
  const others = itemsOf(records, type).filter(({ id }) => id !== item?.id);
  return html`<section class="console-part console-agree stack">
    <h3>${DESK.heading}</h3>
    <p class="hint">${counted(DESK.raters, ratersOf(records))}</p>
    ${item === null ? nothing : itemView(desk, item)}
    ${item === null && others.length === 0 ? html`<p>${DESK.none}</p>` : nothing}
    <ul class="console-items">
      ${others.map((other) => otherView(desk, other))}
    </ul>
  </section>`;
}

function itemView(desk: Desk, item: Item): TemplateResult {
  const { records } = desk.live.client;
  const questions = questionsAbout(item, records);
  return html`<article class="card stack">
    <p><span class="tag tag-live">${DESK.now}</span> <span class="hint">${STATES[item.state]}</span></p>
    ${stepView(desk, item)}
    ${wordingView(item)}
    ${isTalkedOf(item) && questions.length > 0
      ? html`<ul class="console-questions">
          ${questions.map(({ text }) => (text === "" ? nothing : html`<li><q dir="auto">${text}</q></li>`))}
        </ul>`
      : nothing}
    ${isTalkedOf(item) ? suggestionsFor(item, records).map((suggestion) => suggestionView(desk, item, suggestion)) : nothing}
    ${item.state === "rating" ? answeredView(answeredOf(item, records)) : nothing}
    ${item.result !== null && !isTalkedOf(item) && item.state !== "rating"
      ? html`${resultView(item.result)} ${reasonsView(item.result)} ${minorityView(item)}`
      : nothing}
  </article>`;
}

/** The one next step of the item before the room. */
function stepView(desk: Desk, item: Item): TemplateResult | typeof nothing {
  const wording = { item: item.id, revision: item.wording.number };
  const { label } = item.wording;
  if (isTalkedOf(item)) return button(DESK.openRating, () => ask(desk, "rating.open", wording, fill(DESK.done.open, { label })));
  if (item.state === "rating") return button(DESK.closeRating, () => ask(desk, "rating.close", wording, DESK.done.close));
  if (item.state === "revealed") return button(DESK.decide, () => ask(desk, "item.decide", wording, DESK.done.decide));
  return nothing;
}

function suggestionView(desk: Desk, { wording }: Item, { id, label, meaning }: Suggestion): TemplateResult {
  return html`<div class="console-suggestion stack">
    <p dir="auto"><strong>${label}</strong> ${meaning}</p>
    <div class="buttons">
      <button
        type="button"
        class="button-plain"
        @click=${() => ask(desk, "rewording.accept", { rewording: id, revision: wording.number }, DESK.done.accept)}
      >
        ${DESK.accept}
      </button>
      <button type="button" class="button-quiet" @click=${() => ask(desk, "rewording.decline", { rewording: id }, DESK.done.decline)}>
        ${DESK.decline}
      </button>
    </div>
  </div>`;
}

function answeredView(answered: Answered | null): TemplateResult | typeof nothing {
  if (answered === null) return nothing;
  return html`<p role="status">
    <strong>${fill(HALL.answered, { count: answered.answered, of: answered.mayRate })}</strong>
    <span class="hint">${fill(HALL.needed, { count: answered.needed })}</span>
  </p>`;
}

function otherView(desk: Desk, item: Item): TemplateResult {
  const { label } = item.wording;
  const takeUp = (): void => ask(desk, "item.take_up", { item: item.id }, fill(DESK.done.take_up, { label }));
  return html`<li class="console-item">
    <span><strong dir="auto">${label}</strong> <span class="hint">${STATES[item.state]}</span></span>
    <button type="button" class="button-quiet" @click=${takeUp}>${DESK.takeUp}</button>
  </li>`;
}

function button(words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button button-wide" @click=${press}>${words}</button>`;
}

function ask<Kind extends OperationKind>({ live, deeds }: Desk, kind: Kind, payload: OperationPayloads[Kind], words: string): void {
  deeds.tell(live.wish(kind, payload).operation, words);
}
