/** On the card of a chosen place: what keeps it from everyone's sight, and what can be done about that. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { fill } from "../../components/words";
import type { Fields, WireRecord } from "../../sync/protocol";
import type { LivePage } from "../live_page";
import { titleOf } from "../participant/listing";
import { causeOf, isWaiting, mergedInto, returnedIn } from "../review";
import type { Moderating } from "./moderating";
import { BACK_REASONS, CARD } from "./words";

export interface CardDesk {
  readonly live: LivePage;
  readonly moderating: Moderating;
  readonly mayChange: boolean;
}

export function cardPart(desk: CardDesk, record: WireRecord): TemplateResult {
  return html`${statesView(desk, record)} ${buttonsView(desk, record)}`;
}

function statesView({ live }: CardDesk, record: WireRecord): TemplateResult | typeof nothing {
  const into = mergedInto(record.fields);
  const told: string[] = [];
  if (into !== null) {
    const title = titleOf(live.client.records, into);
    told.push(title === null ? CARD.joinedGone : fill(CARD.joined, { title }));
  }
  told.push(...statesOf(record.fields));
  return told.length === 0 ? nothing : html`<div class="notice notice-warning">${told.map((words) => html`<p>${words}</p>`)}</div>`;
}

/** That something was put aside or given back, and why. */
export function statesOf(fields: Fields): readonly string[] {
  const cause = causeOf(fields);
  const returned = returnedIn({ fields });
  const aside = cause === null ? [] : [CARD.aside[cause]];
  return returned === null ? aside : [...aside, fill(CARD.returned, { reason: returned.words || BACK_REASONS[returned.reason] })];
}

function buttonsView({ moderating, mayChange }: CardDesk, record: WireRecord): TemplateResult | typeof nothing {
  const { id } = record;
  const chips: TemplateResult[] = [];
  if (mayChange && isWaiting(record)) {
    chips.push(chip("done", CARD.approve, () => moderating.approve([id])), chip("undo", CARD.back, () => moderating.askBack(id)));
  }
  if (mayChange && mergedInto(record.fields) !== null) chips.push(chip("undo", CARD.split, () => moderating.split(id)));
  return chips.length === 0 ? nothing : html`<div class="buttons">${chips}</div>`;
}

/** All that the author of a place added, put aside or brought back in one step. */
export function personPart({ live, moderating }: CardDesk, { author, fields }: WireRecord): TemplateResult | typeof nothing {
  if (author === null || author === live.context.person) return nothing;
  return causeOf(fields) === "person"
    ? html`<div class="buttons">${chip("show", CARD.restore, () => moderating.restorePerson(author))}</div>`
    : html`<button type="button" class="button-quiet moderation-person" @click=${() => void moderating.revertPerson(author)}>
        ${icon("hide")}${CARD.revert}
      </button>`;
}

function chip(name: IconName, words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" @click=${press}>${icon(name)}${words}</button>`;
}
