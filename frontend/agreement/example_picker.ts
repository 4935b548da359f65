/** Up to three places that show what is meant: found by a few letters of their names, kept as chips. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../base/icons";
import { define, KithElement } from "../components/element";
import { fill } from "../components/words";
import { EXAMPLES } from "./words";

export interface ExamplePlace {
  readonly id: string;
  readonly title: string;
}

/** The server's limit: more would not be read on a wall. */
export const MOST_EXAMPLES = 3;

/** Places that are offered at a time: what a phone shows without scrolling. */
const MOST_OFFERED = 6;

/** The page sets `places`, and hears `examples` with the ids that are chosen. */
export class KithExamplePicker extends KithElement {
  static override properties = {
    places: { attribute: false },
    chosen: { state: true },
    letters: { state: true },
  };

  places: readonly ExamplePlace[] = [];
  private chosen: readonly ExamplePlace[] = [];
  private letters = "";

  override render(): TemplateResult | typeof nothing {
    if (this.places.length === 0) return nothing;
    return html`<div class="field">
      <label for="example-letters">${EXAMPLES.label}</label>
      <p class="hint" id="example-hint">${EXAMPLES.hint}</p>
      ${this.chosen.length === 0
        ? nothing
        : html`<ul class="agree-chips">
            ${this.chosen.map((place) => html`<li>${this.chip(place, true)}</li>`)}
          </ul>`}
      ${this.chosen.length >= MOST_EXAMPLES ? nothing : this.searchView()}
    </div>`;
  }

  private searchView(): TemplateResult {
    return html`<input
        class="input"
        id="example-letters"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby="example-hint"
        .value=${this.letters}
        @input=${({ target }: Event) => (this.letters = (target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.keyPressed(event)}
      />
      <ul class="agree-chips" aria-label=${EXAMPLES.offered}>
        ${this.offered().map((place) => html`<li>${this.chip(place, false)}</li>`)}
      </ul>`;
  }

  private chip(place: ExamplePlace, isChosen: boolean): TemplateResult {
    const words = fill(isChosen ? EXAMPLES.remove : EXAMPLES.add, { title: place.title });
    return html`<button type="button" class="chip" aria-label=${words} @click=${() => this.toggle(place)}>
      ${icon(isChosen ? "close" : "add")}<span dir="auto">${place.title}</span>
    </button>`;
  }

  private offered(): readonly ExamplePlace[] {
    const letters = this.letters.trim().toLocaleLowerCase();
    if (letters === "") return [];
    const isChosen = new Set(this.chosen.map(({ id }) => id));
    return this.places
      .filter(({ id, title }) => !isChosen.has(id) && title.toLocaleLowerCase().includes(letters))
      .slice(0, MOST_OFFERED);
  }

  /** Enter takes the first that fits, and does not send the form around it. */
  private keyPressed(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = this.offered();
    if (first !== undefined) this.toggle(first);
  }

  private toggle(place: ExamplePlace): void {
    const others = this.chosen.filter(({ id }) => id !== place.id);
    this.chosen = others.length < this.chosen.length ? others : [...others, place].slice(0, MOST_EXAMPLES);
    this.letters = "";
    this.emit(
      "examples",
      this.chosen.map(({ id }) => id),
    );
  }
}

define("kith-example-picker", KithExamplePicker);

declare global {
  interface HTMLElementTagNameMap {
    "kith-example-picker": KithExamplePicker;
  }

  interface HTMLElementEventMap {
    examples: CustomEvent<readonly string[]>;
  }
}
