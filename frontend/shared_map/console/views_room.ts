/** The right side: the chosen place, how people join, who is here, what came last and what needs a look. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { OFFERED } from "../../base/languages";
import "../../components/counts/counts";
import type { KindCount } from "../../components/counts/counts";
import { counted, fill } from "../../components/words";
import type { PresenceMessage, WireRecord } from "../../sync/protocol";
import { kindMark, type KindChoice } from "../kinds";
import type { PageContext } from "../live_context";
import { kindOf } from "../map_features";
import { flagsOf } from "./place_book";
import { hallView, type HallControls } from "./views_hall";
import { peopleView, type PeopleFacts } from "./views_people";
import { FLAGS, PLACE, ROOM } from "./words";

/** Flagged places that are shown before one asks for all. */
const MOST_FLAGGED = 3;

export interface RoomFacts {
  /** Alarms, and what waits to be looked over. */
  readonly moderation: TemplateResult;
  readonly context: PageContext;
  /** While people come in, the way in is what one looks for. */
  readonly isArriving: boolean;
  readonly isOver: boolean;
  /** Whether a glossary of the area named the kinds: its newest may name them otherwise. */
  readonly hasGlossary: boolean;
  readonly kinds: readonly KindChoice[];
  readonly counts: readonly KindCount[];
  readonly places: number;
  readonly connections: number;
  readonly latest: readonly WireRecord[];
  readonly flagged: readonly WireRecord[];
  readonly people: PeopleFacts;
  /** Looking back, where the room does. */
  readonly back: TemplateResult | typeof nothing;
  /** Agreeing, where the room does. */
  readonly agreeing: TemplateResult | typeof nothing;
  readonly hall: HallControls;
  readonly choose: (place: string) => void;
  readonly isFlaggedOpen: boolean;
  readonly openFlagged: () => void;
}

export function roomView(facts: RoomFacts): TemplateResult {
  const wayIn = wayInView(facts);
  return html`<h2 class="visually-hidden">${ROOM.heading}</h2>
    ${facts.agreeing} ${facts.moderation} ${facts.isArriving ? wayIn : nothing} ${flaggedView(facts)} ${facts.back} ${peopleView(facts.people)} ${countsView(facts)} ${latestView(facts)}
    ${hallView(facts.hall)} ${facts.isArriving ? nothing : wayIn}`;
}

/** Nobody can join what is over: its code may be another workshop's by then. */
function wayInView({ context, isOver, hasGlossary }: RoomFacts): TemplateResult {
  const { qr, code, join_address, projector_link, people_page, api, query } = context;
  const src = qr === "" ? "" : `data:image/svg+xml,${encodeURIComponent(qr)}`;
  return html`<section class="console-part">
    <h3>${isOver ? ROOM.links : ROOM.wayIn}</h3>
    ${isOver
      ? nothing
      : html`<div class="console-way-in">
          ${src === "" ? nothing : html`<img class="console-qr" src=${src} alt="" />`}
          <p>${ROOM.go} <strong>${join_address}</strong> ${ROOM.type} <strong class="console-code">${code}</strong></p>
        </div>`}
    <ul class="console-links">
      <li><a href=${projector_link} target="_blank" rel="opener">${ROOM.projector}</a></li>
      <li><a href="${projector_link}&theme=light" target="_blank" rel="opener">${ROOM.projectorLight}</a></li>
      <li>${ROOM.projectorIn} ${OFFERED.map(
        ([tag, name]) => html`<a href="${projector_link}&language=${tag}" target="_blank" rel="opener" lang=${tag}>${name}</a> `,
      )}</li>
      <li><a href="/workshops/${context.workshop}/time-lapse">${ROOM.film}</a></li>
      <li><a href="/workshops/${context.workshop}/report">${ROOM.report}</a></li>
      <li><a href=${people_page}>${ROOM.people}</a></li>
      <li><a href="/workshops/${encodeURIComponent(context.workshop)}/balance">${ROOM.balance}</a></li>
      <li><a href="/workshops/${encodeURIComponent(context.workshop)}/paper/sheet">${ROOM.paper}</a></li>
      ${isOver ? nothing : html`<li><a href="/workshops/${encodeURIComponent(context.workshop)}/bring-in">${ROOM.bringIn}</a></li>`}
      <li><a href="${api}/export.geojson?${query}" download>${ROOM.export}</a></li>
      ${hasGlossary ? html`<li><a href="${api}/export.geojson?${query}&labels=now" download>${ROOM.exportNow}</a></li>` : nothing}
    </ul>
  </section>`;
}

function countsView({ counts, places, connections }: RoomFacts): TemplateResult {
  return html`<section class="console-part">
    <h3>${ROOM.counts}</h3>
    <p>${counted(ROOM.places, places)}${PLACE.between}${counted(ROOM.connections, connections)}</p>
    <kith-counts .counts=${counts} .label=${ROOM.counts}></kith-counts>
  </section>`;
}

function latestView({ latest, kinds, choose }: RoomFacts): TemplateResult {
  return html`<section class="console-part">
    <h3>${ROOM.latest}</h3>
    ${latest.length === 0 ? html`<p class="hint">${ROOM.noneYet}</p>` : placesView(latest, kinds, choose)}
  </section>`;
}

function flaggedView({ flagged, kinds, choose, isFlaggedOpen, openFlagged }: RoomFacts): TemplateResult | typeof nothing {
  if (flagged.length === 0) return nothing;
  const others = flagged.length - MOST_FLAGGED;
  const words = isFlaggedOpen ? ROOM.fewerFlagged : counted(ROOM.moreFlagged, others);
  return html`<section class="console-part notice notice-warning">
    <h3>${ROOM.flagged}</h3>
    ${placesView(isFlaggedOpen ? flagged : flagged.slice(-MOST_FLAGGED), kinds, choose)}
    ${others > 0
      ? html`<button type="button" class="button-quiet" aria-expanded=${isFlaggedOpen ? "true" : "false"} @click=${openFlagged}>
          ${words}
        </button>`
      : nothing}
  </section>`;
}

function placesView(places: readonly WireRecord[], kinds: readonly KindChoice[], choose: (place: string) => void): TemplateResult {
  return html`<ul class="console-places">
    ${repeat(
      places,
      ({ id }) => id,
      (record) => placeRow(record, kinds, choose),
    )}
  </ul>`;
}

function placeRow(record: WireRecord, kinds: readonly KindChoice[], choose: (place: string) => void): TemplateResult {
  const { kind, label } = kindOf(record, kinds);
  // In a blind round nothing is shown yet: that need not be said of each.
  const flags = flagsOf(record).filter((flag) => flag !== "heldBack");
  const words = [label, ...flags.map((flag) => FLAGS[flag])].join(PLACE.between);
  return html`<li>
    <button type="button" class="place-button kind-${kind}" @click=${() => choose(record.id)}>
      ${kindMark(kind)}
      <span class="place-words">
        <span class="place-title">${record.fields["title"] as string}</span>
        <span class="hint">${words}</span>
      </span>
    </button>
  </li>`;
}

/** Who added a place, as far as they are here: names stand nowhere but with the people themselves. */
export function addedByWords(author: string | null, presence: PresenceMessage | null): string {
  const found = presence?.people.find(({ person }) => person === author);
  return found === undefined ? "" : fill(PLACE.addedBy, { name: found.name });
}
