import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { kindMark, type KindCode } from "../../shared_map/kinds";
import { define, KithElement } from "../element";
import { words } from "../words";
import "../../shared_map/kinds.css";
import "./counts.css";

export interface KindCount {
  readonly code: string;
  readonly kind: KindCode;
  readonly label: string;
  readonly count: number;
}

const WORDS = words({ label: "Places so far" });

/** How many of each kind there are so far: marks, words and figures in one line, for a screen read from afar. */
export class KithCounts extends KithElement {
  static override properties = { counts: { attribute: false }, label: { type: String } };

  counts: readonly KindCount[] = [];
  label = WORDS.label;

  override render(): TemplateResult {
    return html`<ul class="counts" aria-label=${this.label}>
      ${repeat(
        this.counts,
        ({ code }) => code,
        ({ kind, label, count }) =>
          html`<li class="count">
            ${kindMark(kind)}<span class="count-label">${label}</span> <strong class="numbers">${count}</strong>
          </li>`,
      )}
    </ul>`;
  }
}

define("kith-counts", KithCounts);

declare global {
  interface HTMLElementTagNameMap {
    "kith-counts": KithCounts;
  }
}
