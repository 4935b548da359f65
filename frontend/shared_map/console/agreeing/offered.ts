/** Terms and signs of change that a glossary has already: brought before the room by name, with the rights to their wording. */

import { html, nothing, type TemplateResult } from "lit";
import type { Item } from "../../../agreement/items";
import { fill } from "../../../components/words";
import type { OperationPayloads } from "../../../sync/protocol";
import type { LivePage } from "../../live_page";
import type { Desk } from "../desk";
import { ask, given, text } from "./asking";
import { PROPOSALS } from "./words";

/** One entry of the list, as the server gives it. */
export interface Offered {
  readonly concept: string;
  readonly type: Item["type"];
  readonly label: string;
  readonly meaning: string;
  readonly licence: NonNullable<OperationPayloads["item.propose"]["licence"]>;
}

const lists = new WeakMap<LivePage, readonly Offered[]>();
const asked = new WeakSet<LivePage>();

export function offeredView(desk: Desk, type: Item["type"]): TemplateResult | typeof nothing {
  const here = new Set(desk.live.client.records.ofKind("item").map(({ fields }) => fields["concept"]));
  const offered = listAt(desk).filter((each) => each.type === type && !here.has(each.concept));
  if (offered.length === 0) return nothing;
  const send = (event: Event): void => {
    const chosen = offered.find(({ concept }) => concept === text(given(event), "concept"));
    if (chosen === undefined) return;
    const payload = { ...chosen, item: desk.live.client.newId() };
    ask(desk, "item.propose", payload, fill(PROPOSALS.sent, { label: chosen.label }));
  };
  return html`<details class="console-agree-form">
    <summary>${PROPOSALS.offered}</summary>
    <form class="console-answer" @submit=${send}>
      <select class="input" name="concept" aria-label=${PROPOSALS.offeredWhich}>
        ${offered.map(({ concept, label }) => html`<option value=${concept}>${label}</option>`)}
      </select>
      <button type="submit" class="button-plain">${PROPOSALS.offeredSend}</button>
    </form>
  </details>`;
}

function listAt(desk: Desk): readonly Offered[] {
  const { live } = desk;
  if (!asked.has(live)) {
    asked.add(live);
    void fetchList(desk);
  }
  return lists.get(live) ?? [];
}

/** Once: without the list, everything can still be proposed by hand. */
async function fetchList(desk: Desk): Promise<void> {
  const { live } = desk;
  const { api, query } = live.context;
  try {
    const answer = await fetch(`${api}/offered${query === "" ? "" : `?${query}`}`);
    if (!answer.ok) return;
    lists.set(live, (await answer.json()) as readonly Offered[]);
    desk.set({});
  } catch {
    // The line is down; the page shows that already.
  }
}
