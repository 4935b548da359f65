/** Looking back, in the console: how many have answered, showing the room, and the sentences that are for its leaders alone. */

import { html, nothing, type TemplateResult } from "lit";
import { counted, fill } from "../../components/words";
import { FEWEST_ANSWERS, type Gathered } from "../../evaluation/answers";
import { barsView } from "../../evaluation/bars";
import { LEADING_BACK } from "../../evaluation/words";

export interface BackFacts {
  readonly gathered: Gathered;
  /** How many people are here. */
  readonly here: number;
  /** Whether the room was shown its answers before. */
  readonly isShown: boolean;
  readonly show: () => void;
  /** Where the counts can be downloaded. */
  readonly download: string;
}

export function backView({ gathered, here, isShown, show, download }: BackFacts): TemplateResult {
  const { answered, questions, sentences, news } = gathered;
  const isEnough = news >= FEWEST_ANSWERS;
  return html`<section class="console-part console-back">
    <h3>${LEADING_BACK.heading}</h3>
    <p>${fill(counted(LEADING_BACK.answered, answered), { here: Math.max(here, answered) })}</p>
    ${isShown ? html`<p class="hint">${LEADING_BACK.shown}</p>` : nothing}
    ${isEnough
      ? html`<button type="button" class="button" @click=${show}>
          ${isShown ? LEADING_BACK.showAgain : LEADING_BACK.show}
        </button>`
      : html`<p class="hint">${isShown ? LEADING_BACK.waitingAgain : LEADING_BACK.waiting}</p>`}
    ${answered === 0 ? nothing : barsView(questions)} ${sentences.length === 0 ? nothing : sentencesView(sentences)}
    <p><a href=${download} download>${LEADING_BACK.download}</a></p>
  </section>`;
}

function sentencesView(sentences: readonly string[]): TemplateResult {
  return html`<details>
    <summary>${counted(LEADING_BACK.sentences, sentences.length)}</summary>
    <ul class="console-sentences">
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </details>`;
}
