/** The list beside the map: all that was refused, every place with all that one can do, and placing by words. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import type { PlaceAction } from "../../components/place_list/place_list";
import "../../components/place_list/place_list";
import { listedPlaces } from "./listing";
import type { ParticipantPage } from "./page";
import { ownLinesView } from "./review_view";
import { refusedItems, type RefusedItem } from "./refused";
import { REFUSED } from "./sheet_words";
import { BY_WORDS } from "./words";

export function listView(page: ParticipantPage, mineOnly: boolean): TemplateResult {
  const { blocked, main } = page.situation;
  const mayPlace = blocked === null && main !== "practise";
  return html`<div class="stack">
    ${refusedView(page)} ${mineOnly ? ownLinesView(page) : nothing}
    ${mayPlace
      ? html`<button type="button" class="button-plain button-wide" @click=${() => page.set({ sheet: { kind: "by_words" } })}>
          ${icon("add")}${BY_WORDS.add}
        </button>`
      : nothing}
    <kith-place-list
      .places=${listedPlaces(page.live.client.records, page.live.circumstances(), blocked === null)}
      .mineOnly=${mineOnly}
      @place-action=${({ detail }: CustomEvent<{ action: PlaceAction; id: string }>) => act(page, detail.action, detail.id)}
    ></kith-place-list>
  </div>`;
}

/** The same list, to choose one of the two places of a connection from. */
export function chooseView(page: ParticipantPage): TemplateResult {
  const { task } = page.state;
  const start = task.kind === "join" ? task.start : null;
  const places = listedPlaces(page.live.client.records, page.live.circumstances(), false).filter(({ id }) => id !== start);
  return html`<kith-place-list
    picking
    .places=${places}
    @place-pick=${({ detail }: CustomEvent<{ id: string }>) => {
      // The second choice opens the form; the first leads back to the list for the second.
      page.joining.choose(detail.id);
      if (start === null) page.set({ sheet: { kind: "choose" } });
    }}
  ></kith-place-list>`;
}

function act(page: ParticipantPage, action: PlaceAction, id: string): void {
  const acts: Readonly<Partial<Record<PlaceAction, () => void>>> = {
    show: () => page.show(id),
    me_too: () => page.placing.meToo(id),
    connect: () => {
      page.joining.begin(id);
      // Whoever began in the list goes on in the list.
      if (page.state.task.kind === "join") page.set({ sheet: { kind: "choose" } });
    },
    change: () => page.placing.change(id),
    move: () => page.placing.move(id),
    remove: () => page.placing.remove(id),
  };
  acts[action]?.();
}

function refusedView(page: ParticipantPage): TemplateResult | typeof nothing {
  const { pending, records, newId } = page.live.client;
  const items = refusedItems(pending.list, records, newId);
  if (items.length === 0) return nothing;
  return html`<section class="stack notice notice-danger">
    <h3>${REFUSED.heading}</h3>
    <p>${REFUSED.hint}</p>
    <ul class="phone-refused">
      ${items.map((item) => refusedItem(page, item))}
    </ul>
  </section>`;
}

function refusedItem(page: ParticipantPage, { operation, what, why, correction }: RefusedItem): TemplateResult {
  const { client } = page.live;
  return html`<li class="stack">
    <p><strong>${what}</strong></p>
    <p>${why}</p>
    <div class="buttons">
      ${correction === null
        ? nothing
        : html`<button type="button" class="chip" @click=${() => page.set({ sheet: correction })}>
            ${icon("change")}${REFUSED.correct}
          </button>`}
      <button type="button" class="chip" @click=${() => client.tryAgain(operation)}>${icon("sending")}${REFUSED.again}</button>
      <button type="button" class="chip" @click=${() => client.dismiss(operation)}>${icon("remove")}${REFUSED.letGo}</button>
    </div>
  </li>`;
}
