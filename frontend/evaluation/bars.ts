/** How often each level was given, as bars: with a face, a word and a figure for each, as colour alone says nothing. */

import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../components/words";
import type { Level } from "../sync/protocol";
import { LEVEL_KEYS, type Counted, type LevelCounts } from "./answers";
import { face } from "./faces";
import { LEVELS, QUESTIONS, SHOWN } from "./words";
import "./bars.css";

/** A card for each question; `rank` is the level of its heading on the page. */
export function barsView(questions: readonly Counted[]): TemplateResult {
  return html`<div class="reflect-bars">
    ${questions.map(
      ({ question, counts }) =>
        html`<section class="reflect-question">
          <h3>${QUESTIONS[question]}</h3>
          ${counts === null ? html`<p class="hint">${SHOWN.tooFew}</p>` : levelsView(counts)}
        </section>`,
    )}
  </div>`;
}

function levelsView(counts: LevelCounts): TemplateResult {
  const most = Math.max(1, ...LEVEL_KEYS.map((level) => counts[level]));
  return html`<ul class="reflect-levels">
    ${LEVEL_KEYS.map((level) => levelView(level, counts[level], counts[level] / most))}
  </ul>`;
}

/** A drawn bar has its length as an attribute: the page's security policy allows no inline style. */
function levelView(level: Level, count: number, share: number): TemplateResult {
  const width = 100 * share;
  return html`<li class="reflect-level reflect-level-${level}" aria-label=${fill(SHOWN.counts, { level: LEVELS[level], count })}>
    ${face(level)}<span class="reflect-word">${LEVELS[level]}</span>
    <svg class="reflect-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${width === 0 ? nothing : barOf(width)}
    </svg>
    <strong class="numbers">${count}</strong>
  </li>`;
}

function barOf(width: number): TemplateResult {
  // An SVG element of its own, because a piece of a drawing alone would be read as HTML.
  return html`<svg x="0" y="0" width=${width} height="10" preserveAspectRatio="none" viewBox="0 0 1 1"><rect width="1" height="1"></rect></svg>`;
}
