/** Agreeing, at the facilitator's desk: what is before the room and its next step, who is counted, and what else is proposed. */

import { html, nothing, type TemplateResult } from "lit";
import {
  answeredOf,
  isTalkedOf,
  itemsOf,
  onTheTable,
  placesOf,
  questionsAbout,
  ratersOf,
  suggestionsFor,
  typeAt,
  type Answered,
  type Item,
  type Suggestion,
} from "../../agreement/items";
import { itemClock } from "../../agreement/item_clock";
import { examplesView, reasonsView, resultView, stampView, wordingView } from "../../agreement/result_view";
import { DESK, HALL, STATES } from "../../agreement/words";
import "../../components/clock/clock";
import { counted, fill } from "../../components/words";
import { ask } from "./agreeing/asking";
import { checkInView, goneView, paperView } from "./agreeing/counting";
import type { AgreeingDesk } from "./agreeing/deciding";
import { proposalsView } from "./agreeing/proposals";
import { ruleView } from "./agreeing/rule";
import { statementsView } from "./agreeing/statements";
import { questionsView, rewordedView } from "./agreeing/talking";

export function agreeingView(desk: AgreeingDesk): TemplateResult {
  const { records } = desk.live.client;
  const type = typeAt(desk.live.workshop?.stage);
  const item = onTheTable(records, type);
  const items = itemsOf(records, type);
  return html`<section class="console-part console-agree stack">
    <h3>${DESK.heading}</h3>
    ${item === null ? nothing : itemView(desk, item)}
    ${items.length === 0 ? html`<p>${DESK.none}</p>` : nothing}
    ${proposalsView(desk, items, item, type)}
    <p class="hint">${counted(DESK.raters, ratersOf(records))}</p>
    ${mayCountIn(items) ? html`${goneView(desk)} ${checkInView(desk)}` : nothing} ${ruleView(desk)}
  </section>`;
}

/** Who counts stays as it is from the opening of a rating until its result stands. */
function mayCountIn(items: readonly Item[]): boolean {
  return items.every(({ state }) => state !== "rating" && state !== "revealed");
}

function itemView(desk: AgreeingDesk, item: Item): TemplateResult {
  const { records } = desk.live.client;
  return html`<article class="card stack">
    <p class="console-item">
      <span><span class="tag tag-live">${DESK.now}</span> <span class="hint">${STATES[item.state]}</span></span>
      <kith-clock .read=${() => itemClock(item, desk.serverNow())}></kith-clock>
    </p>
    ${stepView(desk, item)} ${wordingView(item)} ${examplesView(item, placesOf(records))} ${rewordedView(item)}
    ${isTalkedOf(item) ? talkView(desk, item) : nothing}
    ${item.state === "rating" ? answeredView(answeredOf(item, records)) : nothing}
    ${item.state === "rating" || item.state === "revealed" ? paperView(desk, item) : nothing}
    ${item.result !== null && !isTalkedOf(item) && item.state !== "rating"
      ? html`${resultView(item.result)} ${stampView(item.result)} ${reasonsView(item.result)}
        ${statementsView(desk, item)}`
      : nothing}
  </article>`;
}

function talkView(desk: AgreeingDesk, item: Item): TemplateResult {
  const { records } = desk.live.client;
  return html`${questionsView(desk, questionsAbout(item, records))}
  ${suggestionsFor(item, records).map((suggestion) => suggestionView(desk, item, suggestion))}`;
}

/** The one next step of the item before the room. */
function stepView(desk: AgreeingDesk, item: Item): TemplateResult | typeof nothing {
  const wording = { item: item.id, revision: item.wording.number };
  const { label } = item.wording;
  if (isTalkedOf(item)) return button(DESK.openRating, () => ask(desk, "rating.open", wording, fill(DESK.done.open, { label })));
  if (item.state === "rating") return button(DESK.closeRating, () => ask(desk, "rating.close", wording, DESK.done.close));
  if (item.state === "revealed") return button(DESK.decide, () => void desk.deciding.decide(item));
  return nothing;
}

function suggestionView(desk: AgreeingDesk, { wording }: Item, { id, label, meaning }: Suggestion): TemplateResult {
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

function button(words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button button-wide" @click=${press}>${words}</button>`;
}
