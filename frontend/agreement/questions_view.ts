/** What was asked about a wording, with what was said to it. */

import { html, nothing, type TemplateResult } from "lit";
import { counted } from "../components/words";
import type { Question } from "./items";
import { PHONE } from "./words";

export function questionsView(questions: readonly Question[], unworded: number): TemplateResult {
  return html`<section>
    <h3>${PHONE.questions}</h3>
    ${unworded === 0 ? nothing : html`<p>${counted(PHONE.unworded, unworded)}</p>`}
    <ul class="agree-list">
      ${questions
        .filter(({ text }) => text !== "")
        .map(({ text, answer }) => html`<li><q dir="auto">${text}</q>${answer === null ? nothing : html` <span dir="auto">${answer}</span>`}</li>`)}
    </ul>
  </section>`;
}
