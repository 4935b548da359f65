/** The queue: one card at a time, the oldest first, with what can come of it; below it what is next. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { HOW_MANY, HOW_OFTEN, OPEN_TO } from "../../components/place_form/words";
import { counted, fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import type { LivePage } from "../live_page";
import { flagsOf } from "../console/place_book";
import { key } from "../console/views_top";
import { FLAGS } from "../console/words";
import { kindMark } from "../kinds";
import { kindOf, PLACE_KINDS } from "../map_features";
import { connectionsOf } from "../participant/told_connections";
import { placeDraft } from "../wishes";
import type { Moderating } from "./moderating";
import { QUEUE } from "./words";

/** Of a long queue nobody reads more than what is next: a thousand rows would only slow each press. */
const MOST_NEXT = 12;

/** What the sheets of moderation need of the console. */
export interface ModerationDesk {
  readonly live: LivePage;
  readonly moderating: Moderating;
}

export function queueView(desk: ModerationDesk): TemplateResult {
  const { moderating } = desk;
  const { queue } = moderating.book;
  const { current } = moderating;
  if (current === null) return html`<p class="stack">${QUEUE.none}</p>`;
  const at = queue.indexOf(current);
  return html`<div class="stack">
    <p class="hint" role="status">${fill(QUEUE.of, { at: at + 1, count: queue.length })}</p>
    ${cardView(desk, current)}
    ${queue.length > 1
      ? html`<button type="button" class="button-plain button-wide" @click=${() => moderating.approveAll()}>
          ${icon("done")}${fill(QUEUE.approveAll, { count: queue.length })}
        </button>`
      : nothing}
    ${nextView(desk, queue, current)}
  </div>`;
}

function cardView({ live, moderating }: ModerationDesk, record: WireRecord): TemplateResult {
  const isPlace = PLACE_KINDS.has(record.kind);
  const title = moderating.titleOf(record.id);
  const name = live.client.presence?.people.find(({ person }) => person === record.author)?.name;
  return html`<section class="card moderation-card" aria-label=${title}>
    <div class="moderation-head">
      ${isPlace ? kindMark(kindOf(record, live.workshop?.kinds ?? []).kind) : icon("link")}
      <h3>${title}</h3>
    </div>
    <p class="hint">${name === undefined ? QUEUE.byNobody : fill(QUEUE.by, { name })}</p>
    ${isPlace ? placeFacts(live, record) : lineFacts(live, record)}
    <button type="button" class="button button-wide button-large" @click=${() => moderating.act("approve")}>
      ${icon("done")}${QUEUE.approve} ${key("A")}
    </button>
    <div class="buttons">
      ${button("undo", QUEUE.back, "B", () => moderating.act("back"))}
      ${isPlace ? button("link", QUEUE.merge, "M", () => moderating.act("merge")) : nothing}
      ${button("hide", QUEUE.aside, "H", () => moderating.act("aside"))}
    </div>
  </section>`;
}

function button(name: IconName, words: string, letter: string, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" @click=${press}>${icon(name)}${words} ${key(letter)}</button>`;
}

function placeFacts(live: LivePage, record: WireRecord): TemplateResult {
  const { note } = record.fields as { readonly note: string };
  const { label } = kindOf(record, live.workshop?.kinds ?? []);
  const words = [label, ...meetingWords(record), ...flagsOf(record).filter((flag) => flag !== "in_review").map((flag) => FLAGS[flag])];
  return html`<p>${words.join(QUEUE.between)}</p>
    ${note ? html`<p class="moderation-note">${note}</p>` : nothing}`;
}

function meetingWords(record: WireRecord): readonly string[] {
  if (record.kind !== "meeting_place") return [];
  const { who, how_often, how_many, open_to } = placeDraft(record.kind, record.fields).meeting;
  const told = [
    who,
    how_often === null ? "" : HOW_OFTEN[how_often],
    how_many === null ? "" : HOW_MANY[how_many],
    open_to === null ? "" : OPEN_TO[open_to],
  ];
  return told.filter((each) => each !== "");
}

function lineFacts(live: LivePage, record: WireRecord): TemplateResult {
  const start = record.fields["start"] as string;
  const told = connectionsOf(start, live.client.records, "").find(({ id }) => id === record.id);
  return html`<p>${[...(told?.facts ?? []), told?.outcome ?? ""].filter(Boolean).join(QUEUE.between)}</p>
    ${told?.words ? html`<p class="moderation-note">${told.words}</p>` : nothing}`;
}

function nextView({ live, moderating }: ModerationDesk, queue: readonly WireRecord[], current: WireRecord): TemplateResult | typeof nothing {
  const others = queue.filter(({ id }) => id !== current.id);
  if (others.length === 0) return nothing;
  const kinds = live.workshop?.kinds ?? [];
  return html`<section class="stack">
    <h3>${QUEUE.next}</h3>
    <ul class="console-places">
      ${others.slice(0, MOST_NEXT).map((record) => {
        const isPlace = PLACE_KINDS.has(record.kind);
        const title = moderating.titleOf(record.id);
        return html`<li>
          <button type="button" class="place-button" aria-label=${fill(QUEUE.show, { title })} @click=${() => moderating.openQueue(record.id)}>
            ${isPlace ? kindMark(kindOf(record, kinds).kind) : icon("link")}
            <span class="place-words"><span class="place-title">${title}</span></span>
          </button>
        </li>`;
      })}
    </ul>
    ${others.length > MOST_NEXT ? html`<p class="hint">${counted(QUEUE.more, others.length - MOST_NEXT)}</p>` : nothing}
  </section>`;
}
