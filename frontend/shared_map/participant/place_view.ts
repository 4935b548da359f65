/** The sheet of one place: what is known of it, what it is joined to, and what the person can do with it. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { HOW_MANY, HOW_OFTEN, OPEN_TO } from "../../components/place_form/words";
import { counted, fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { kindMark } from "../kinds";
import { photosOf } from "../photos/page_photos";
import { photoButtons, photoCard } from "../photos/views";
import { PHOTO } from "../photos/words";
import { isFromFile, provenanceLine } from "../provenance";
import { placeDraft } from "../wishes";
import { listedPlace } from "./listing";
import type { ParticipantPage } from "./page";
import { mergedInto } from "../review";
import { alarmButton, reviewView } from "./review_view";
import { PLACE } from "./sheet_words";
import { connectionsOf, type ToldConnection } from "./told_connections";

export function placeView(page: ParticipantPage, place: string): TemplateResult {
  const record = page.live.client.records.get(place);
  if (record === undefined) return html`<p class="stack">${PLACE.gone}</p>`;
  return html`<div class="stack phone-place">
    ${reviewView(page, record)} ${facts(page, record)} ${photo(page, record)} ${actions(page, record)} ${connections(page, record)} ${alarmButton(page, record)}
  </div>`;
}

function facts(page: ParticipantPage, record: WireRecord): TemplateResult {
  const { kind, kindLabel, mine, meToo, standing, note } = listed(page, record);
  const words = [kindLabel, mine ? PLACE.yours : "", meToo > 0 ? counted(PLACE.meTooCount, meToo) : ""];
  const isGuarded = record.fields["visibility"] === "facilitators";
  return html`<p class="phone-kind">
      ${kindMark(kind)}<span>${words.filter((each) => each !== "").join(PLACE.between)}</span>
    </p>
    ${standing === "waiting" ? html`<p class="hint phone-mark">${icon("clock")}${PLACE.waiting}</p>` : nothing}
    ${isGuarded
      ? html`<p class="hint phone-mark">${icon("hide")}${mine ? PLACE.facilitatorsOnly : PLACE.facilitatorsOnlyTheirs}</p>`
      : nothing}
    ${note ? html`<p class="phone-note">${note}</p>` : nothing} ${meeting(record)} ${fromFile(record)}`;
}

/** Whose data it is, where nobody in the room placed it. */
function fromFile({ fields }: WireRecord): TemplateResult | typeof nothing {
  return isFromFile(fields) ? html`<p class="hint">${fill(PLACE.fromFile, { line: provenanceLine(fields) })}</p>` : nothing;
}

function photo(page: ParticipantPage, record: WireRecord): TemplateResult | typeof nothing {
  return photoCard({ photos: photosOf(page), record, context: page.live.context });
}

function ownPhoto(page: ParticipantPage, record: WireRecord): TemplateResult | typeof nothing {
  const words = fill(PHOTO.removed, { title: record.fields["title"] as string });
  const remove = (): void => page.deeds.ask({ kind: "place.remove_photo", payload: { place: record.id } }, words);
  return photoButtons(photosOf(page), record, remove);
}

function meeting(record: WireRecord): TemplateResult | typeof nothing {
  if (record.kind !== "meeting_place") return nothing;
  const { who, how_often, how_many, open_to } = placeDraft(record.kind, record.fields).meeting;
  const told = [
    [PLACE.who, who],
    [PLACE.howOften, how_often === null ? "" : HOW_OFTEN[how_often]],
    [PLACE.howMany, how_many === null ? "" : HOW_MANY[how_many]],
    [PLACE.openTo, open_to === null ? "" : OPEN_TO[open_to]],
  ].filter(([, answer]) => answer !== "");
  if (told.length === 0) return nothing;
  return html`<dl class="facts">
    ${told.map(([question, answer]) => html`<dt>${question}</dt><dd>${answer}</dd>`)}
  </dl>`;
}

function actions(page: ParticipantPage, record: WireRecord): TemplateResult | typeof nothing {
  const { placing, joining, situation } = page;
  if (situation.blocked !== null || mergedInto(record.fields) !== null) return nothing;
  const { mine, meTooMine } = listed(page, record);
  const button = (name: IconName, words: string, press: () => void): TemplateResult =>
    html`<button type="button" class="chip" @click=${press}>${icon(name)}${words}</button>`;
  return html`<div class="buttons">
    ${mine
      ? nothing
      : html`<button
          type="button"
          class="chip"
          aria-pressed=${meTooMine ? "true" : "false"}
          @click=${() => placing.meToo(record.id)}
        >
          ${icon("me_too")}${PLACE.meToo}
        </button>`}
    ${button("link", PLACE.join, () => joining.begin(record.id))}
    ${mine
      ? html`${button("change", PLACE.change, () => placing.change(record.id))}
        ${button("move", PLACE.move, () => placing.move(record.id))} ${ownPhoto(page, record)}
        ${button("remove", PLACE.remove, () => placing.remove(record.id))}`
      : nothing}
  </div>`;
}

function connections(page: ParticipantPage, record: WireRecord): TemplateResult {
  const told = connectionsOf(record.id, page.live.client.records, page.live.context.person);
  return html`<section class="stack">
    <h3>${PLACE.connections}</h3>
    ${told.length === 0
      ? html`<p class="hint">${PLACE.noConnections}</p>`
      : html`<ul class="phone-connections">
          ${told.map((each) => connection(page, each))}
        </ul>`}
  </section>`;
}

function connection(page: ParticipantPage, told: ToldConnection): TemplateResult {
  const result = [told.outcome, told.words].filter((each) => each !== "");
  return html`<li class="phone-connection">
    <button type="button" class="button-quiet phone-other" @click=${() => page.show(told.other)}>
      ${icon("link")}${told.title}
    </button>
    <p class="hint">${told.facts.join(PLACE.between)}</p>
    ${result.map((words) => html`<p>${words}</p>`)} ${reviewView(page, told.record)}
    ${told.mine && page.situation.blocked === null ? ownConnection(page, told) : nothing}
  </li>`;
}

function ownConnection(page: ParticipantPage, { id, title }: ToldConnection): TemplateResult {
  const button = (name: IconName, short: string, full: string, press: () => void): TemplateResult =>
    html`<button type="button" class="chip" aria-label=${fill(full, { title })} @click=${press}>${icon(name)}${short}</button>`;
  return html`<div class="buttons">
    ${button("change", PLACE.change, PLACE.changeConnection, () => page.joining.change(id))}
    ${button("remove", PLACE.remove, PLACE.removeConnection, () => page.joining.remove(id))}
  </div>`;
}

function listed(page: ParticipantPage, record: WireRecord): ReturnType<typeof listedPlace> {
  return listedPlace(record, page.live.client.records, page.live.circumstances(), page.situation.blocked === null);
}
