/** Giving something back to its author: a reason from the list, and words of one's own. */

import { html, nothing, type TemplateResult } from "lit";
import { radios } from "../../components/choices";
import { fill } from "../../components/words";
import type { ReturnReason } from "../review";
import type { Moderating } from "./moderating";
import { BACK, BACK_REASONS } from "./words";

export interface Backing {
  readonly kind: "back";
  readonly id: string;
  readonly reason: ReturnReason | null;
  /** Whether it was to be given back without a reason, or without the words that the reason needs. */
  readonly isMissing: boolean;
}

interface BackDesk {
  readonly moderating: Moderating;
  set(part: { readonly sheet: Backing }): void;
}

export function backFormView(desk: BackDesk, sheet: Backing): TemplateResult {
  const { moderating } = desk;
  const title = moderating.titleOf(sheet.id);
  const give = (event: Event): void => {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get("words") ?? "").trim();
    if (sheet.reason === null || (sheet.reason === "other" && words === "")) return desk.set({ sheet: { ...sheet, isMissing: true } });
    moderating.back(sheet.id, sheet.reason, words);
  };
  const unchosen = sheet.isMissing && sheet.reason === null ? { error: BACK.choose } : {};
  const isWordless = sheet.isMissing && sheet.reason === "other";
  const group = { name: "back-reason", question: fill(BACK.question, { title }), hint: BACK.hint, choices: BACK_REASONS, ...unchosen };
  return html`<form class="form" @submit=${give}>
    ${radios(group, sheet.reason, (reason) => desk.set({ sheet: { ...sheet, reason, isMissing: false } }))}
    <div class="field">
      <label for="back-words">${BACK.own}</label>
      <p class="hint" id="back-hint">${BACK.ownHint}</p>
      ${isWordless ? html`<p class="field-error" id="back-error" role="alert">${BACK.missing}</p>` : nothing}
      <textarea
        class="input"
        id="back-words"
        name="words"
        rows="2"
        maxlength="300"
        aria-describedby=${isWordless ? "back-error" : "back-hint"}
      ></textarea>
    </div>
    <div class="form-buttons">
      <button type="submit" class="button button-large">${BACK.give}</button>
      <button type="button" class="button-plain" @click=${() => moderating.openQueue(sheet.id)}>${BACK.cancel}</button>
    </div>
  </form>`;
}
