/** Minority statements at the desk: hidden where they could harm somebody, written down for those without a phone. */

import { html, nothing, type TemplateResult } from "lit";
import type { Item, Statement } from "../../../agreement/items";
import { minorityView } from "../../../agreement/result_view";
import { ask, given, text } from "./asking";
import type { AgreeingDesk } from "./deciding";
import { ratersAt } from "./people";
import { STATEMENTS } from "./words";

const LONGEST_STATEMENT = 600;

export function statementsView(desk: AgreeingDesk, item: Item): TemplateResult {
  const hide = ({ id }: Statement): TemplateResult =>
    html` <button type="button" class="button-quiet" @click=${() => void desk.deciding.hide(item.id, id)}>${STATEMENTS.hide}</button>`;
  return html`${minorityView(item, hide)} ${writeView(desk, item)}`;
}

function writeView(desk: AgreeingDesk, item: Item): TemplateResult | typeof nothing {
  const raters = ratersAt(desk).filter(({ byDesk }) => byDesk);
  if (raters.length === 0) return nothing;
  const send = (event: Event): void => {
    const values = given(event);
    const payload = { item: item.id, statement: desk.live.client.newId(), person: text(values, "person"), text: text(values, "text") };
    if (payload.text !== "") ask(desk, "minority.state", payload, STATEMENTS.added);
  };
  return html`<details class="console-agree-form">
    <summary>${STATEMENTS.write}</summary>
    <form class="stack" @submit=${send}>
      <div class="field">
        <label for="agree-whose">${STATEMENTS.who}</label>
        <select class="input" id="agree-whose" name="person">
          ${raters.map(({ person, called }) => html`<option value=${person}>${called}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="agree-said">${STATEMENTS.text}</label>
        <textarea class="input" id="agree-said" name="text" rows="2" required maxlength=${LONGEST_STATEMENT}></textarea>
      </div>
      <button type="submit" class="button-plain">${STATEMENTS.add}</button>
    </form>
  </details>`;
}
