/** Beginning a new round: who sees what is placed from now on, and whether it waits for whoever leads. */

import { html, type TemplateResult } from "lit";
import type { Leading } from "../console/leading";
import { NEW_ROUND } from "./words";

interface RoundDesk {
  readonly leading: Leading;
  closeSheet(): void;
}

interface Option {
  readonly value: string;
  readonly words: string;
  readonly hint: string;
}

export function roundFormView(desk: RoundDesk): TemplateResult {
  const begin = (event: Event): void => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    desk.leading.startRound(given.get("sees") === "blind", given.get("looks") === "moderated");
  };
  return html`<form class="form" @submit=${begin}>
    <p>${NEW_ROUND.about}</p>
    ${question("sees", NEW_ROUND.sees, [
      { value: "blind", words: NEW_ROUND.blind, hint: NEW_ROUND.blindHint },
      { value: "open", words: NEW_ROUND.open, hint: NEW_ROUND.openHint },
    ])}
    ${question("looks", NEW_ROUND.looks, [
      { value: "direct", words: NEW_ROUND.direct, hint: "" },
      { value: "moderated", words: NEW_ROUND.moderated, hint: NEW_ROUND.moderatedHint },
    ])}
    <div class="form-buttons">
      <button type="submit" class="button button-large">${NEW_ROUND.begin}</button>
      <button type="button" class="button-plain" @click=${() => desk.closeSheet()}>${NEW_ROUND.cancel}</button>
    </div>
  </form>`;
}

/** The first answer is the usual one. */
function question(name: string, words: string, options: readonly Option[]): TemplateResult {
  return html`<fieldset class="field">
    <legend>${words}</legend>
    <div class="choices">
      ${options.map(
        (option, index) => html`<label class="choice">
          <input type="radio" name=${name} value=${option.value} ?checked=${index === 0} />
          <span>${option.words}${option.hint === "" ? "" : html` <span class="hint">${option.hint}</span>`}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
