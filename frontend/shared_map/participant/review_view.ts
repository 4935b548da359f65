/** In the sheet of a place: what keeps it from everyone's sight and what to do; and the one tap that says it could do harm. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { causeOf, isWaiting, mergedInto, returnedIn, standingIn, type Returned, type ReturnReason } from "../review";
import { titleOf } from "./listing";
import type { ParticipantPage } from "./page";
import { ALARM, OWN_LINES, REVIEW, WHY_ASIDE, WHY_BACK, WHY_LINE_BACK } from "./review_words";
import { PLACE } from "./sheet_words";

/** What the author of a place or a connection reads of its state. */
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
  const isLine = record.kind === "connection";
  const why = isLine ? WHY_LINE_BACK : WHY_BACK;
  const change = (): void => (isLine ? page.joining.change(record.id) : correctPlace(page, record.id, reason));
  return html`<section class="notice notice-warning stack">
    <h3>${REVIEW.back}</h3>
    ${reason === "other" ? nothing : html`<p>${why[reason]}</p>`} ${words ? html`<p class="phone-note">${words}</p>` : nothing}
    ${page.situation.blocked === null
      ? html`<button type="button" class="button button-wide" @click=${change}>${icon("change")}${REVIEW.change}</button>`
      : nothing}
    <p class="hint">${REVIEW.again}</p>
  </section>`;
}

function correctPlace({ placing }: ParticipantPage, place: string, reason: ReturnReason): void {
  if (reason === "spot" || reason === "outside") placing.move(place);
  else placing.change(place);
}

/** One's own connections that others do not see, among one's own things: no pin carries their state. */
export function ownLinesView(page: ParticipantPage): TemplateResult | typeof nothing {
  const { context, client } = page.live;
  const lines = client.records
    .ofKind("connection")
    .filter((record) => record.author === context.person && standingIn(record) !== "settled");
  if (lines.length === 0) return nothing;
  return html`<section class="stack">
    <h3>${OWN_LINES.heading}</h3>
    <ul class="phone-connections">
      ${lines.map((record) => ownLine(page, record))}
    </ul>
  </section>`;
}

function ownLine(page: ParticipantPage, record: WireRecord): TemplateResult {
  const { start, end } = record.fields as { readonly start: string; readonly end: string };
  const { records } = page.live.client;
  const titles = { start: titleOf(records, start) ?? "", end: titleOf(records, end) ?? "" };
  const remove = (): void => page.joining.remove(record.id);
  return html`<li class="phone-connection">
    <button type="button" class="button-quiet phone-other" @click=${() => page.show(start)}>
      ${icon("link")}${fill(OWN_LINES.line, titles)}
    </button>
    ${reviewView(page, record)}
    ${page.situation.blocked === null
      ? html`<button type="button" class="chip" aria-label=${fill(OWN_LINES.remove, titles)} @click=${remove}>
          ${icon("remove")}${PLACE.remove}
        </button>`
      : nothing}
  </li>`;
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
