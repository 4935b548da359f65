/** The wall while the room agrees: the wording large and alone, the count of answers, then the bars and the arithmetic. */

import { html, nothing, type TemplateResult } from "lit";
import { counted, fill } from "../components/words";
import { isTalkedOf, type Answered, type Item } from "./items";
import type { ExamplePlace } from "./example_picker";
import { examplesView, minorityView, resultView, stampView, wordingView } from "./result_view";
import { HALL, SHOWN, STATES } from "./words";
import "./hall.css";

export interface HallAgreeing {
  readonly item: Item | null;
  readonly answered: Answered | null;
  readonly questions: number;
  readonly places: readonly ExamplePlace[];
}

/** Letters of a meaning, beyond which it is shown smaller. */
const MANY_LETTERS = 180;

export function agreeingHallView({ item, answered, questions, places }: HallAgreeing): TemplateResult {
  if (item === null) return html`<section class="hall-agreeing"><h2>${HALL.nothing}</h2></section>`;
  const isShown = item.result !== null && !isTalkedOf(item) && item.state !== "rating";
  const isLong = [...item.wording.meaning].length > MANY_LETTERS;
  // Whoever rates reads the words as they are now.
  const wording = isTalkedOf(item) ? item : { ...item, before: null };
  return html`<section class="hall-agreeing ${isShown ? "hall-agree-shown" : ""} ${isLong ? "hall-agree-long" : ""}">
    <p class="hall-agree-state">${STATES[item.state]}</p>
    ${wordingView(wording)} ${isShown ? nothing : examplesView(item, places)} ${item.needsLicence ? html`<p>${SHOWN.licence}</p>` : nothing}
    ${isTalkedOf(item) ? html`<p class="hall-agree-ask">${HALL.talk} ${questions > 0 ? counted(HALL.asked, questions) : nothing}</p>` : nothing}
    ${item.state === "rating" ? ratingView(answered) : nothing}
    ${isShown && item.result !== null ? html`<div class="hall-agree-result">${resultView(item.result)} ${stampView(item.result)} ${minorityView(item)}</div>` : nothing}
  </section>`;
}

/** Only how many have answered: whoever sees which way it goes is led by it. */
function ratingView(answered: Answered | null): TemplateResult {
  return html`<p class="hall-agree-ask">${HALL.rateNow}</p>
    ${answered === null
      ? nothing
      : html`<p class="hall-agree-count" role="status">
          <strong>${fill(HALL.answered, { count: answered.answered, of: answered.mayRate })}</strong>
          <span>${fill(HALL.needed, { count: answered.needed })}</span>
        </p>`}`;
}
