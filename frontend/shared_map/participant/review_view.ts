/** In the sheet of a place: what keeps it from everyone's sight and what to do; and the one tap that says it could do harm. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { causeOf, isWaiting, mergedInto, returnedIn, type Returned } from "../review";
import { titleOf } from "./listing";
import type { ParticipantPage } from "./page";
import { ALARM, REVIEW, WHY_ASIDE, WHY_BACK } from "./review_words";

/** What the author of a place reads of its state. */
export function reviewView(page: ParticipantPage, record: WireRecord): TemplateResult | typeof nothing {
  if (record.author !== page.live.context.person) return nothing;
  const into = mergedInto(record.fields);
  if (into !== null) return joinedView(page, into);
  const cause = causeOf(record.fields);
  if (cause !== null) return html`<p class="notice phone-mark">${icon("hide")}<span>${WHY_ASIDE[cause]}</span></p>`;
  const returned = returnedIn(record);
  if (returned !== null) return backView(page, record, returned);
  return isWaiting(record) ? html`<p class="notice phone-mark">${icon("show")}<span>${REVIEW.waiting}</span></p>` : nothing;
}

function backView(page: ParticipantPage, record: WireRecord, { reason, words }: Returned): TemplateResult {
  const change = (): void => (reason === "spot" || reason === "outside" ? page.placing.move(record.id) : page.placing.change(record.id));
  return html`<section class="notice notice-warning stack">
    <h3>${REVIEW.back}</h3>
    ${reason === "other" ? nothing : html`<p>${WHY_BACK[reason]}</p>`} ${words ? html`<p class="phone-note">${words}</p>` : nothing}
    ${page.situation.blocked === null
      ? html`<button type="button" class="button button-wide" @click=${change}>${icon("change")}${REVIEW.change}</button>`
      : nothing}
    <p class="hint">${REVIEW.again}</p>
  </section>`;
}

function joinedView(page: ParticipantPage, into: string): TemplateResult {
  const title = titleOf(page.live.client.records, into);
  return html`<section class="notice stack">
    <p class="phone-mark">${icon("link")}<span>${title === null ? REVIEW.joinedGone : fill(REVIEW.joined, { title })}</span></p>
    ${title === null
      ? nothing
      : html`<button type="button" class="chip" @click=${() => page.show(into)}>${icon("place")}${fill(REVIEW.showJoined, { title })}</button>`}
  </section>`;
}

/** At any time and for everyone who sees it: harm does not wait for a stage. */
export function alarmButton(page: ParticipantPage, record: WireRecord): TemplateResult | typeof nothing {
  const { fields } = record;
  const isOutOfSight = causeOf(fields) !== null || mergedInto(fields) !== null || fields["visibility"] === "facilitators";
  if (isOutOfSight || page.live.context.role === "researcher") return nothing;
  const raise = (): void => {
    const title = fields["title"] as string;
    page.closeSheet();
    page.deeds.ask({ kind: "place.alarm", payload: { place: record.id } }, fill(ALARM.done, { title }));
  };
  return html`<button type="button" class="button-quiet phone-alarm" @click=${raise}>${icon("harm")}${ALARM.ask}</button>`;
}
