import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../../components/element";
import { fill } from "../../components/words";
import { describedProblem, type Described, type DescribedProblem } from "./by_words";
import { BY_WORDS } from "./words";

/** Where a place is, in words and near which other: for whoever does not use the map. The page hears `described`. */
export class KithByWords extends KithElement {
  static override properties = {
    places: { attribute: false },
    area: { type: String },
    problem: { state: true },
  };

  places: readonly { readonly id: string; readonly title: string }[] = [];
  area = "";

  private problem: DescribedProblem | null = null;

  override render(): TemplateResult {
    const { problem } = this;
    return html`<form class="form" novalidate @submit=${this.done}>
      <div class="field">
        <label for="by-words-where">${BY_WORDS.where}</label>
        <p class="hint" id="by-words-hint">${BY_WORDS.whereHint}</p>
        ${problem === null ? nothing : html`<p class="field-error" id="by-words-error">${BY_WORDS[problem]}</p>`}
        <textarea
          class="input"
          id="by-words-where"
          name="where"
          rows="3"
          aria-required="true"
          aria-describedby=${problem === null ? "by-words-hint" : "by-words-error"}
          aria-invalid=${problem === null ? nothing : "true"}
        ></textarea>
      </div>
      <div class="field">
        <label for="by-words-near">${BY_WORDS.near}</label>
        <select class="input" id="by-words-near" name="near">
          <option value="">${fill(BY_WORDS.middle, { area: this.area })}</option>
          ${this.places.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select>
      </div>
      <div class="form-buttons">
        <button type="submit" class="button button-large">${BY_WORDS.next}</button>
      </div>
    </form>`;
  }

  private done(event: Event): void {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const described: Described = { where: String(said.get("where") ?? ""), near: String(said.get("near") ?? "") };
    this.problem = describedProblem(described);
    if (this.problem === null) this.emit("described", described);
    else this.querySelector<HTMLElement>("#by-words-where")?.focus();
  }
}

define("kith-by-words", KithByWords);

declare global {
  interface HTMLElementTagNameMap {
    "kith-by-words": KithByWords;
  }

  interface HTMLElementEventMap {
    described: CustomEvent<Described>;
  }
}
