import { html, nothing, type TemplateResult } from "lit";
import { radios, ticks } from "../choices";
import { define, KithElement } from "../element";
import { HOW_OFTEN } from "../place_form/words";
import { fill } from "../words";
import {
  connectionProblems,
  EMPTY_CONNECTION,
  NO_FIXED_PLACE,
  type ConnectionDraft,
  type ConnectionProblem,
} from "./draft";
import { MODE, OUTCOME, PROBLEMS, STRENGTH, WHY, WORDS } from "./words";
import "./connection_form.css";

export type { ConnectionDraft } from "./draft";

const FIELD_OF: Readonly<Record<ConnectionProblem, string>> = {
  no_mode: "connection-mode",
  no_frequency: "connection-frequency",
  no_strength: "connection-strength",
  no_where: "connection-where",
  no_why: "connection-why",
  long_words: "connection-words",
};

/** A place that a connection may happen at. */
export interface PlaceOption {
  readonly id: string;
  readonly title: string;
}

/**
 * The form of a connection: how people connect, where, why, and what happens as a result. The first three are
 * asked, the fourth may be skipped. The page hears `connection-done` with the draft, or `connection-cancel`.
 */
export class KithConnectionForm extends KithElement {
  static override properties = {
    draft: { attribute: false, noAccessor: true },
    said: { state: true },
    places: { attribute: false },
    startTitle: { attribute: false },
    endTitle: { attribute: false },
    editing: { type: Boolean },
    problems: { state: true },
  };

  places: readonly PlaceOption[] = [];
  startTitle = "";
  endTitle = "";
  editing = false;

  private problems: readonly ConnectionProblem[] = [];

  /** What the form was filled with, and what it holds by now. */
  private filledWith: ConnectionDraft = EMPTY_CONNECTION;
  private said: ConnectionDraft = EMPTY_CONNECTION;

  /** The draft as it stands. A page that draws itself anew sets the same one again, which leaves alone what was typed since. */
  get draft(): ConnectionDraft {
    return this.said;
  }

  set draft(draft: ConnectionDraft) {
    if (draft === this.filledWith) return;
    this.filledWith = draft;
    this.said = draft;
  }

  override render(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.done}>
      ${this.ends()} ${this.howFields()} ${this.whereField()} ${this.whyField()} ${this.resultFields()}
      <div class="form-buttons">
        <button type="submit" class="button button-large">${this.editing ? WORDS.save : WORDS.add}</button>
        <button type="button" class="button-plain" @click=${() => this.emit("connection-cancel", null)}>
          ${WORDS.cancel}
        </button>
      </div>
    </form>`;
  }

  private ends(): TemplateResult {
    const titles = { start: this.startTitle, end: this.endTitle };
    return html`<p class="connection-ends"><strong>${fill(WORDS.between, titles)}</strong></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.draft.directed}
          @change=${() => this.set({ directed: !this.draft.directed })}
        />
        <span>${fill(WORDS.directed, titles)}</span>
      </label>`;
  }

  private howFields(): TemplateResult {
    const { how } = this.draft;
    const mode = { ...this.group("no_mode", WORDS.how), choices: MODE };
    const frequency = { ...this.group("no_frequency", WORDS.frequency), choices: HOW_OFTEN };
    const strength = { ...this.group("no_strength", WORDS.strength), choices: STRENGTH };
    return html`${radios(mode, how.mode, (code) => this.setHow({ mode: code }))}
    ${radios(frequency, how.frequency, (code) => this.setHow({ frequency: code }))}
    ${radios(strength, how.strength, (code) => this.setHow({ strength: code }))}`;
  }

  private whereField(): TemplateResult {
    const error = this.errorOf("no_where");
    const option = (id: string, title: string): TemplateResult =>
      html`<option value=${id} .selected=${this.draft.where === id}>${title}</option>`;
    return html`<div class="field">
      <label for="connection-where">${WORDS.where}</label>
      ${error ? html`<p class="field-error" id="connection-where-error">${error}</p>` : nothing}
      <select
        class="input"
        id="connection-where"
        aria-describedby=${error ? "connection-where-error" : nothing}
        aria-invalid=${error ? "true" : nothing}
        @change=${(event: Event) => this.set({ where: (event.target as HTMLSelectElement).value })}
      >
        ${option("", WORDS.chooseWhere)} ${option(NO_FIXED_PLACE, WORDS.noFixedPlace)}
        ${this.places.map(({ id, title }) => option(id, title))}
      </select>
    </div>`;
  }

  private whyField(): TemplateResult {
    const group = { ...this.group("no_why", WORDS.why), hint: WORDS.whyHint, choices: WHY };
    return ticks(group, this.draft.why, (why) => this.set({ why }));
  }

  private resultFields(): TemplateResult {
    const { result } = this.draft;
    const error = this.errorOf("long_words");
    const group = { name: "connection-outcome", question: WORDS.outcome, hint: WORDS.outcomeHint, choices: OUTCOME };
    return html`${radios(group, result.outcome, (outcome) => this.setResult({ outcome }))}
      <div class="field">
        <label for="connection-words">${WORDS.words}</label>
        <p class="hint" id="connection-words-hint">${WORDS.wordsHint}</p>
        ${error ? html`<p class="field-error" id="connection-words-error">${error}</p>` : nothing}
        <textarea
          class="input"
          id="connection-words"
          rows="3"
          aria-describedby=${error ? "connection-words-error" : "connection-words-hint"}
          aria-invalid=${error ? "true" : nothing}
          .value=${result.words}
          @input=${(event: Event) => this.setResult({ words: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>`;
  }

  private group(problem: ConnectionProblem, question: string): { name: string; question: string; error: string } {
    return { name: FIELD_OF[problem], question, error: this.errorOf(problem) };
  }

  private errorOf(problem: ConnectionProblem): string {
    return this.problems.includes(problem) ? PROBLEMS[problem] : "";
  }

  private set(part: Partial<ConnectionDraft>): void {
    this.said = { ...this.said, ...part };
    const left = connectionProblems(this.draft);
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  private setHow(part: Partial<ConnectionDraft["how"]>): void {
    this.set({ how: { ...this.draft.how, ...part } });
  }

  private setResult(part: Partial<ConnectionDraft["result"]>): void {
    this.set({ result: { ...this.draft.result, ...part } });
  }

  private async done(event: Event): Promise<void> {
    event.preventDefault();
    this.problems = connectionProblems(this.draft);
    const first = this.problems[0];
    if (first === undefined) {
      const { result } = this.draft;
      this.emit("connection-done", { ...this.draft, result: { ...result, words: result.words.trim() } });
      return;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${FIELD_OF[first]}`)?.focus();
  }
}

define("kith-connection-form", KithConnectionForm);

declare global {
  interface HTMLElementTagNameMap {
    "kith-connection-form": KithConnectionForm;
  }

  interface HTMLElementEventMap {
    "connection-done": CustomEvent<ConnectionDraft>;
    "connection-cancel": CustomEvent<null>;
  }
}
