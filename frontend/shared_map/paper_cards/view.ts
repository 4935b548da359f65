/** The console's sheet for a pile of paper cards: the line to type into, and what was typed in last. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../base/icons";
import { fill } from "../../components/words";
import type { PlaceAction } from "../../components/place_list/place_list";
import { browserClock } from "../../sync/browser";
import type { WireRecord } from "../../sync/protocol";
import type { Desk } from "../console/desk";
import { calledOf, forWhomView } from "../console/for_whom";
import { SEATED } from "../console/seated_words";
import type { LivePage } from "../live_page";
import { cardsOf, cardWish, nextCard, type TypedCard } from "./cards";
import "./entry";
import type { Grid } from "./grid";
import { CARDS } from "./words";

/** Milliseconds before the squares are asked for again, where they did not come. */
const TRY_AGAIN_AFTER = 5000;

/** Cards that are shown again, to be looked at and taken off. */
const MOST_LATEST = 8;

export interface CardDesk extends Desk {
  act(action: PlaceAction, place: string): void;
}

/** The squares of each page's workshop: undefined while they are fetched, null where they did not come. */
const grids = new WeakMap<LivePage, Grid | null>();
const asked = new WeakSet<LivePage>();

export function cardsView(desk: CardDesk): TemplateResult {
  const { live } = desk;
  fetchGrid(desk);
  const grid = grids.get(live);
  const cards = cardsOf(live.client.records);
  if (grid === undefined) return html`<p role="status">${CARDS.loading}</p>`;
  return html`<div class="stack">
    <p class="hint">${grid === null ? CARDS.failed : CARDS.about}</p>
    ${forWhomView(desk)}
    <kith-card-entry
      .grid=${grid}
      .kinds=${live.workshop?.kinds ?? []}
      .taken=${new Map([...cards].map(([card, record]) => [card, titleOf(record)]))}
      .next=${nextCard(cards)}
      @card-done=${({ detail }: CustomEvent<TypedCard>) => typed(desk, detail, grid)}
    ></kith-card-entry>
    ${latestView(desk, cards)}
  </div>`;
}

function typed({ live, deeds, state: { forWhom } }: CardDesk, card: TypedCard, grid: Grid | null): void {
  const { client, map } = live;
  // Without squares only the cross is a spot.
  const squares = grid ?? { left: 0, top: 0, side: 1, metres: 1, columns: 1, rows: 1 };
  const wish = cardWish(card, { place: client.newId(), onBehalf: forWhom?.person }, map.centre(), client.records, squares);
  const said = { card: String(card.card), title: card.title };
  deeds.ask(wish, forWhom === null ? fill(CARDS.done, said) : fill(SEATED.card, { who: calledOf(forWhom), ...said }));
}

function latestView(desk: CardDesk, cards: ReadonlyMap<number, WireRecord>): TemplateResult {
  const latest = [...cards].sort(([, one], [, other]) => (one.id < other.id ? 1 : -1)).slice(0, MOST_LATEST);
  return html`<h3>${CARDS.latest}</h3>
    ${latest.length === 0 ? html`<p class="hint">${CARDS.none}</p>` : nothing}
    <ul class="card-latest">
      ${repeat(
        latest,
        ([, { id }]) => id,
        ([card, record]) => rowView(desk, card, record),
      )}
    </ul>`;
}

function rowView(desk: CardDesk, card: number, record: WireRecord): TemplateResult {
  const title = titleOf(record);
  return html`<li>
    <button type="button" class="button-quiet" aria-label=${fill(CARDS.show, { card: String(card), title })} @click=${() => desk.act("show", record.id)}>
      ${fill(CARDS.row, { card: String(card), title })}
    </button>
    <button
      type="button"
      class="button-quiet button-icon"
      aria-label=${fill(CARDS.remove, { card: String(card), title })}
      @click=${() => desk.act("remove", record.id)}
    >
      ${icon("remove")}
    </button>
  </li>`;
}

function fetchGrid(desk: CardDesk): void {
  const { live } = desk;
  if (asked.has(live)) return;
  asked.add(live);
  const { api, query } = live.context;
  void fetch(`${api}/paper/grid${query === "" ? "" : `?${query}`}`)
    .then(async (answer) => (answer.ok ? ((await answer.json()) as Grid) : null))
    .catch(() => null)
    .then((grid) => {
      grids.set(live, grid);
      if (grid === null) browserClock.later(TRY_AGAIN_AFTER, () => asked.delete(live));
      desk.set({});
    });
}

function titleOf(record: WireRecord): string {
  return record.fields["title"] as string;
}
