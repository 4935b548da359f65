/** Sheets that only tell: help, the three words, and what happens next. */

import { html, nothing, type TemplateResult } from "lit";
import { languagesView } from "../../base/languages";
import { counted, fill } from "../../components/words";
import { HELP } from "./help_words";
import { meLink } from "./me_view";
import { ME } from "./me_words";
import type { ParticipantPage } from "./page";
import { COMING_BACK } from "./sheet_words";
import { LETTERS } from "./stage_words";
import { END } from "./words";

export function helpView(page: ParticipantPage): TemplateResult {
  const { alias } = page.live.context;
  return html`<div class="stack phone-talk">
    ${lettersView(page)} ${languagesView()} ${alias === ""
      ? nothing
      : html`<p><strong>${fill(HELP.you, { alias })}</strong> <span class="hint">${HELP.youHint}</span></p>`}
    ${meLink(page.live.context)}
    ${part(HELP.placing, HELP.place)}
    <p><strong>${HELP.never}</strong></p>
    ${part(HELP.seeing, HELP.see)} ${part(HELP.joining, HELP.join)} ${part(HELP.list, HELP.lists)} ${part(HELP.line, HELP.lines)}
    ${part(HELP.locate, [page.locating.isOffered ? HELP.locating : HELP.noLocating])}
    <h3>${HELP.keys}</h3>
    <dl class="facts">
      ${HELP.key.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}
    </dl>
    ${comingBack(page)}
  </div>`;
}

export function wordsView(page: ParticipantPage, words: string): TemplateResult {
  return html`<div class="stack phone-talk">
    <p class="phone-words">${words}</p>
    <p>${COMING_BACK.lead} ${COMING_BACK.tip}</p>
    <p class="hint">${COMING_BACK.samePhone}</p>
    <button type="button" class="button button-wide button-large" @click=${() => page.set({ sheet: null })}>
      ${COMING_BACK.done}
    </button>
  </div>`;
}

export function endView(page: ParticipantPage): TemplateResult {
  const { count } = page.own;
  return html`<div class="stack phone-talk">
    <p class="lead">${END.thanks} ${count > 0 ? counted(END.mine, count) : nothing}</p>
    <p>${END.next}</p>
    <p>${END.change}</p>
    ${meLink(page.live.context, ME.withdraw)}
    ${comingBack(page)}
  </div>`;
}

/** A plain form: the answer is this page again, with the new words on it. */
function comingBack(page: ParticipantPage): TemplateResult | typeof nothing {
  const { role, workshop } = page.live.context;
  if (role !== "participant") return nothing;
  return html`<h3>${END.back}</h3>
    <p>${COMING_BACK.samePhone}</p>
    <p class="hint">${COMING_BACK.renewHint}</p>
    <form method="post" action=${`/w/${encodeURIComponent(workshop)}/words`}>
      <button type="submit" class="button-plain">${COMING_BACK.renew}</button>
    </form>`;
}

function lettersView(page: ParticipantPage): TemplateResult {
  const { letters } = page;
  const change = (): void => {
    letters.set(!letters.areLarge);
    page.set({});
  };
  return html`<label class="choice">
    <input type="checkbox" .checked=${letters.areLarge} @change=${change} />
    <span>${LETTERS.large} <span class="hint">${LETTERS.largeHint}</span></span>
  </label>`;
}

function part(heading: string, sentences: readonly string[]): TemplateResult {
  return html`<h3>${heading}</h3>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
}
