/** Places that may be the same, both side by side; and choosing with which place another one is joined. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import type { ListedPlace } from "../../components/place_list/place_list";
import "../../components/place_list/place_list";
import { counted, fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { kindMark } from "../kinds";
import { kindOf, PLACE_KINDS } from "../map_features";
import { countsAsMark, mergedInto } from "../review";
import { PLACE } from "../console/words";
import type { SuggestedPair } from "./pairs";
import type { ModerationDesk } from "./views_queue";
import { MERGE, PAIRS, QUEUE } from "./words";

/** As many as one looks through before the first are decided. */
const MOST_PAIRS = 6;
const MOST_LIKELY = 3;

export function pairsView(desk: ModerationDesk): TemplateResult {
  const pairs = livingPairs(desk);
  if (pairs.length === 0) return html`<p class="stack">${PAIRS.none}</p>`;
  const others = pairs.length - MOST_PAIRS;
  return html`<div class="stack">
    <p>${PAIRS.about}</p>
    ${pairs.slice(0, MOST_PAIRS).map((pair) => pairView(desk, pair))}
    ${others > 0 ? html`<p class="hint">${counted(PAIRS.more, others)}</p>` : nothing}
  </div>`;
}

/** The suggested pairs of which both places still stand for themselves. */
export function livingPairs({ live, moderating }: ModerationDesk): readonly SuggestedPair[] {
  const stands = (id: string): boolean => {
    const record = live.client.records.get(id);
    return record !== undefined && PLACE_KINDS.has(record.kind) && mergedInto(record.fields) === null;
  };
  return moderating.pairs.pairs.filter(({ one, other }) => stands(one) && stands(other));
}

function pairView(desk: ModerationDesk, { one, other, metres }: SuggestedPair): TemplateResult {
  const rounded = Math.round(metres);
  return html`<section class="card moderation-pair">
    <p class="hint">${rounded === 0 ? PAIRS.here : fill(PAIRS.metres, { metres: rounded })}</p>
    <div class="moderation-two">${sideView(desk, one, other)} ${sideView(desk, other, one)}</div>
    <button type="button" class="button-quiet" @click=${() => desk.moderating.keepApart(one, other)}>${PAIRS.apart}</button>
  </section>`;
}

function sideView({ live, moderating }: ModerationDesk, id: string, other: string): TemplateResult {
  const record = live.client.records.get(id) as WireRecord;
  const { kind, label } = kindOf(record, live.workshop?.kinds ?? []);
  const { title, note } = record.fields as { readonly title: string; readonly note: string };
  const marks = live.client.records.standingOn(id).filter(countsAsMark).length;
  const words = [label, marks > 0 ? counted(PLACE.meToo, marks) : ""].filter((each) => each !== "");
  return html`<div class="moderation-side kind-${kind}">
    <button type="button" class="place-button" aria-label=${fill(PAIRS.look, { title })} @click=${() => moderating.show(id)}>
      ${kindMark(kind)}<span class="place-words"><span class="place-title">${title}</span></span>
    </button>
    <p class="hint">${words.join(QUEUE.between)}</p>
    ${note ? html`<p class="moderation-note">${note}</p>` : nothing}
    <button type="button" class="chip" aria-label=${fill(PAIRS.keepTitle, { title })} @click=${() => moderating.merge(id, other)}>
      ${icon("done")}${PAIRS.keep}
    </button>
  </div>`;
}

/** With which place this one is joined: what is near and alike first, and then all. */
export function mergeView(desk: ModerationDesk, place: string, listed: readonly ListedPlace[]): TemplateResult {
  const { moderating, live } = desk;
  const places = listed.filter(({ id, standing }) => id !== place && standing !== "merged");
  const byId = new Map(places.map((each) => [each.id, each]));
  const likely = moderating.pairs.of(place).flatMap((id) => byId.get(id) ?? []).slice(0, MOST_LIKELY);
  const kinds = live.workshop?.kinds ?? [];
  return html`<div class="stack">
    <p>${fill(MERGE.about, { title: moderating.titleOf(place) })}</p>
    ${likely.length === 0
      ? nothing
      : html`<h3>${MERGE.likely}</h3>
          <ul class="console-places">
            ${likely.map(({ id, title }) => {
              const record = live.client.records.get(id) as WireRecord;
              return html`<li>
                <button type="button" class="place-button" @click=${() => moderating.merge(id, place)}>
                  ${kindMark(kindOf(record, kinds).kind)}<span class="place-words"><span class="place-title">${title}</span></span>
                </button>
              </li>`;
            })}
          </ul>
          <h3>${MERGE.all}</h3>`}
    <kith-place-list
      picking
      .places=${places}
      @place-pick=${({ detail }: CustomEvent<{ readonly id: string }>) => moderating.merge(detail.id, place)}
    ></kith-place-list>
  </div>`;
}
