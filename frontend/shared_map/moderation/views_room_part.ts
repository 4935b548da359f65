/** At the top of the console's right side: alarms, which stay until they are looked at; then what waits. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { counted, fill, LANGUAGE } from "../../components/words";
import { key } from "../console/views_top";
import { PLACE_KINDS } from "../map_features";
import type { Alarm } from "./review_book";
import { livingPairs } from "./views_pairs";
import type { ModerationDesk } from "./views_queue";
import { ALARMS, LOOKING_OVER, QUEUE } from "./words";

const listed = new Intl.ListFormat(LANGUAGE, { type: "conjunction" });

interface AlarmDesk extends ModerationDesk {
  choose(place: string): void;
}

export function moderationPart(desk: AlarmDesk): TemplateResult {
  const { moderating, live } = desk;
  const { records } = live.client;
  const alarms = moderating.book.openAlarms().filter(({ place }) => PLACE_KINDS.has(records.get(place)?.kind ?? ""));
  const waiting = moderating.book.queue.length;
  const pairs = livingPairs(desk).length;
  return html`${alarms.length === 0 ? nothing : alarmsView(desk, alarms)}
  ${waiting === 0 && pairs === 0
    ? nothing
    : html`<section class="console-part moderation-part">
        <h3>${LOOKING_OVER.heading}</h3>
        ${waiting === 0
          ? nothing
          : html`<button type="button" class="button button-wide" @click=${() => moderating.openQueue()}>
              ${icon("show")}${counted(LOOKING_OVER.queue, waiting)} ${key("Q")}
            </button>`}
        ${pairs === 0
          ? nothing
          : html`<button type="button" class="button-plain button-wide" @click=${() => moderating.openPairs()}>
              ${icon("link")}${counted(LOOKING_OVER.pairs, pairs)} ${key("D")}
            </button>`}
      </section>`}`;
}

function alarmsView(desk: AlarmDesk, alarms: readonly Alarm[]): TemplateResult {
  return html`<section class="console-part notice notice-danger moderation-alarms" role="alert">
    <h3>${counted(ALARMS.heading, alarms.length)}</h3>
    <p class="hint">${ALARMS.hint}</p>
    <ul class="stack">
      ${alarms.map((alarm) => alarmView(desk, alarm))}
    </ul>
  </section>`;
}

function alarmView(desk: AlarmDesk, { place, persons }: Alarm): TemplateResult {
  const { moderating, live } = desk;
  const here = live.client.presence?.people ?? [];
  const names = here.filter(({ person }) => persons.includes(person)).map(({ name }) => name);
  const by = names.length === persons.length ? fill(ALARMS.by, { names: listed.format(names) }) : counted(ALARMS.said, persons.length);
  const title = moderating.titleOf(place);
  return html`<li class="moderation-alarm">
    <button type="button" class="place-button" @click=${() => desk.choose(place)}>
      ${icon("harm")}<span class="place-words"><span class="place-title">${title}</span
        ><span class="hint">${[by, ALARMS.look].join(QUEUE.between)}</span></span>
    </button>
    <div class="buttons">
      <button type="button" class="chip" aria-label=${fill(ALARMS.keepTitle, { title })} @click=${() => moderating.answerAlarm(place, "keep")}>
        ${icon("hide")}${ALARMS.keep}
      </button>
      <button type="button" class="chip" aria-label=${fill(ALARMS.showTitle, { title })} @click=${() => moderating.answerAlarm(place, "show")}>
        ${icon("show")}${ALARMS.show}
      </button>
    </div>
  </li>`;
}
