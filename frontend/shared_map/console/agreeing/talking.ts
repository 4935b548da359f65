/** At the desk while the room talks: what was asked, with its answer, and how often the words were changed. */

import { html, nothing, type TemplateResult } from "lit";
import type { Item, Question } from "../../../agreement/items";
import { PHONE } from "../../../agreement/words";
import { counted } from "../../../components/words";
import type { Desk } from "../desk";
import { ask, given, text } from "./asking";
import { QUESTIONS } from "./words";

const MOST_REWORDINGS = 3;
const LONGEST_ANSWER = 400;

export function questionsView(desk: Desk, questions: readonly Question[]): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  const unworded = questions.filter((each) => each.text === "").length;
  return html`<section class="stack">
    <h4>${QUESTIONS.heading}</h4>
    ${unworded === 0 ? nothing : html`<p class="hint">${counted(PHONE.unworded, unworded)}</p>`}
    <ul class="console-questions">
      ${questions.filter((each) => each.text !== "").map((each) => html`<li>${questionView(desk, each)}</li>`)}
    </ul>
  </section>`;
}

function questionView(desk: Desk, { id, text: asked, answer }: Question): TemplateResult {
  if (answer !== null) return html`<q dir="auto">${asked}</q> <span dir="auto">${answer}</span>`;
  const send = (event: Event): void => {
    const words = text(given(event), "answer");
    if (words !== "") ask(desk, "question.answer", { question: id, text: words }, QUESTIONS.noted);
  };
  return html`<form class="console-answer" @submit=${send}>
    <q dir="auto" id="asked-${id}">${asked}</q>
    <input
      class="input"
      name="answer"
      maxlength=${LONGEST_ANSWER}
      autocomplete="off"
      aria-label=${QUESTIONS.label}
      aria-describedby="asked-${id}"
      placeholder=${QUESTIONS.label}
    />
    <button type="submit" class="button-quiet">${QUESTIONS.note}</button>
  </form>`;
}

/** How many rewordings are used up. */
export function rewordedView({ wording }: Item): TemplateResult | typeof nothing {
  if (wording.number === 0) return nothing;
  const isLast = wording.number >= MOST_REWORDINGS;
  return html`<p class="hint">${isLast ? QUESTIONS.lastWords : counted(QUESTIONS.reworded, wording.number)}</p>`;
}
