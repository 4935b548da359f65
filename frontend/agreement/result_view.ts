/** What the room said: bars, the arithmetic as sentences, reasons and minority statements without names. On all three screens. */

import { html, nothing, type TemplateResult } from "lit";
import { told } from "../components/told";
import { counted, fill } from "../components/words";
import { BARS, type Check, type Item, type Result, type Said, type Statement, type Wording } from "./items";
import type { ExamplePlace } from "./example_picker";
import { ARITHMETIC, CHOICE_WORDS, EXAMPLES, OUTCOMES, SHOWN } from "./words";
import "./result.css";

/** The wording, large; with the words before it where they were changed, so that both can be compared. */
export function wordingView({ wording, before }: Pick<Item, "wording" | "before">): TemplateResult {
  return html`<div class="agree-wording">
    ${before === null ? nothing : oldView(before)}
    <div class="agree-words">
      ${before === null ? nothing : html`<p class="agree-mark">${SHOWN.now}</p>`}
      <h2 dir="auto">${wording.label}</h2>
      <p class="agree-meaning" dir="auto">${wording.meaning}</p>
    </div>
  </div>`;
}

function oldView({ label, meaning }: Wording): TemplateResult {
  return html`<div class="agree-words agree-old">
    <p class="agree-mark">${SHOWN.before}</p>
    <p dir="auto"><strong>${label}</strong></p>
    <p dir="auto">${meaning}</p>
  </div>`;
}

/** Places that show what is meant, by name; nothing where none was given, or none is on the map any more. */
export function examplesView({ examples }: Item, places: readonly ExamplePlace[]): TemplateResult | typeof nothing {
  const titles = examples.flatMap((id) => places.filter((place) => place.id === id).map(({ title }) => title));
  return titles.length === 0
    ? nothing
    : html`<p class="agree-examples" dir="auto">${fill(EXAMPLES.shown, { places: titles.join(EXAMPLES.between) })}</p>`;
}

/** The bars and what follows from them. */
export function resultView(result: Result): TemplateResult {
  return html`<section class="agree-result">
    <h3>${SHOWN.result}</h3>
    ${barsView(result)}
    <p class="agree-sentence">${arithmetic(result)}</p>
  </section>`;
}

/** How like its area the room was that decided; nothing before it did, and where that is not known. */
export function stampView({ room }: Result): TemplateResult | typeof nothing {
  return room === undefined || room === "" ? nothing : html`<p class="hint agree-stamp">${told(room)}</p>`;
}

function barsView({ counts }: Result): TemplateResult {
  const most = Math.max(1, ...BARS.map((choice) => counts[choice]));
  return html`<ul class="agree-bars">
      ${BARS.map(
        (choice) =>
          html`<li class="agree-bar agree-bar-${choice}" aria-label=${fill(SHOWN.counts, { choice: CHOICE_WORDS[choice], count: counts[choice] })}>
            <span>${CHOICE_WORDS[choice]}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${barOf((100 * counts[choice]) / most)}</svg>
            <strong class="numbers">${counts[choice]}</strong>
          </li>`,
      )}
    </ul>
    ${counts.not_clear > 0 ? html`<p class="hint">${counted(SHOWN.notClear, counts.not_clear)}</p>` : nothing}`;
}

/** A drawing inside the drawing: a piece of one alone would be read as HTML, and its length as a style is not allowed. */
function barOf(width: number): TemplateResult | typeof nothing {
  return width === 0
    ? nothing
    : html`<svg x="0" y="0" width=${width} height="10" preserveAspectRatio="none" viewBox="0 0 1 1"><rect width="1" height="1"></rect></svg>`;
}

/** The rule's arithmetic to be read out, and what follows. */
export function arithmetic({ checks, outcome }: Pick<Result, "checks" | "outcome">): string {
  return [...checks.map(sentenceOf), OUTCOMES[outcome]].join(" ");
}

function sentenceOf({ name, passed, count, of, needed, group }: Check): string {
  if (name === "acceptable") return passed ? ARITHMETIC.accepted : counted(ARITHMETIC.acceptable, count);
  const sentence = name === "rated_low" ? LOW[group ?? ""] : SENTENCES[name];
  // Cut off and not rounded, as the rule counts: what is shown never reaches a threshold that the share does not.
  const percent = of === 0 ? 0 : Math.floor((100 * count) / of);
  return fill(sentence ?? "", { count, of, percent, needed, group: group ?? "" });
}

const { quorum, clear, support, group, matters, fair } = ARITHMETIC;
const SENTENCES: Readonly<Record<string, string>> = { quorum, clear, support, group, matters, fair };
const LOW: Readonly<Record<string, string>> = { matters: ARITHMETIC.low_matters, fair: ARITHMETIC.low_fair };

export function reasonsView({ reasons }: Result): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  return html`<section class="agree-reasons">
    <h3>${SHOWN.reasons}</h3>
    <ul>
      ${reasons.map((said) => html`<li><span class="hint">${CHOICE_WORDS[said.choice]}</span> ${wordsOf(said)}</li>`)}
    </ul>
  </section>`;
}

/** @param beside is what stands beside words that can still be read: at the desk, hiding them. */
export function minorityView(
  { minority }: Item,
  beside: (statement: Statement) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult | typeof nothing {
  if (minority.length === 0) return nothing;
  return html`<section class="agree-minority">
    <h3>${SHOWN.minority}</h3>
    <ul>
      ${minority.map((statement) => {
        const { text, hidden, taken_back: isTakenBack } = statement;
        if (isTakenBack) return html`<li class="hint">${SHOWN.takenBack}</li>`;
        return html`<li class=${hidden ? "hint" : ""} dir="auto">${text}${hidden ? nothing : beside(statement)}</li>`;
      })}
    </ul>
  </section>`;
}

function wordsOf({ text, taken_back: isTakenBack }: Said): TemplateResult {
  return isTakenBack ? html`${SHOWN.takenBack}` : html`<q dir="auto">${text}</q>`;
}
