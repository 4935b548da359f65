/** The phone's screen of looking back: each tap is saved at once, the sentence when it is sent. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../base/icons";
import { define, KithElement } from "../components/element";
import type { Level } from "../sync/protocol";
import { LEVEL_KEYS, LONGEST_SENTENCE, NOTHING_GIVEN, QUESTION_KEYS, type Given, type Shown } from "./answers";
import { barsView } from "./bars";
import { face } from "./faces";
import { counted } from "../components/words";
import { ASKING, LEVELS, QUESTIONS, SHOWN, type Question } from "./words";
import "./looking_back.css";

/** Asks how the workshop was. The page hears `reflection-given` with all that is answered by then, and keeps what is `typed`. */
export class KithLookingBack extends KithElement {
  static override properties = {
    given: { attribute: false },
    shown: { attribute: false },
    blocked: { attribute: false },
    typed: { attribute: false },
    isTooLong: { state: true },
  };

  /** What this person has answered, as the room has it. */
  given: Given = NOTHING_GIVEN;
  /** What everyone was shown; null before that. */
  shown: Shown | null = null;
  /** Why nothing can be answered just now; null where it can. */
  blocked: string | null = null;
  /** A sentence that is written and not sent; null where none is. */
  typed: string | null = null;
  private isTooLong = false;

  override render(): TemplateResult {
    return html`<div class="looking-back stack">
      ${this.shown === null ? nothing : this.shownView(this.shown)}
      ${this.standing()}
      ${this.blocked === null ? nothing : html`<p class="notice notice-warning" role="status">${this.blocked}</p>`}
      ${QUESTION_KEYS.map((question) => this.questionView(question))} ${this.sentenceView()} ${this.wayBack()}
    </div>`;
  }

  private shownView({ answered, questions }: Shown): TemplateResult {
    return html`<section class="card stack" role="status">
      <h2>${SHOWN.heading}</h2>
      ${barsView(questions)}
      <p class="hint">${counted(SHOWN.answered, answered)}</p>
    </section>`;
  }

  private questionView(question: Question): TemplateResult {
    const chosen = this.given.answers[question];
    return html`<fieldset class="field looking-question" ?disabled=${this.blocked !== null}>
      <legend>${QUESTIONS[question]}</legend>
      <div class="looking-levels">
        ${LEVEL_KEYS.map(
          (level) =>
            html`<label class="choice looking-level">
              <input
                type="radio"
                class="looking-radio"
                name="reflect-${question}"
                value=${level}
                .checked=${chosen === level}
                @change=${() => this.answer(question, level)}
              />
              ${face(level)}<span>${LEVELS[level]}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private sentenceView(): TemplateResult {
    const sentence = this.typed ?? this.given.sentence;
    const isOther = sentence.trim() !== this.given.sentence;
    return html`<form class="field" @submit=${(event: Event) => this.send(event)}>
      <label for="reflect-sentence">${ASKING.sentence}</label>
      <p class="hint" id="reflect-hint">${ASKING.sentenceHint}</p>
      ${this.isTooLong ? html`<p class="field-error" id="reflect-problem" role="alert">${ASKING.tooLong}</p>` : nothing}
      <textarea
        class="input"
        id="reflect-sentence"
        rows="2"
        aria-describedby="reflect-hint ${this.isTooLong ? "reflect-problem" : ""}"
        .value=${sentence}
        ?readonly=${this.blocked !== null}
        @input=${({ target }: Event) => this.write((target as HTMLTextAreaElement).value)}
      ></textarea>
      ${isOther && this.blocked === null
        ? html`<button type="submit" class="button button-wide">${ASKING.send}</button>`
        : nothing}
    </form>`;
  }

  /** What becomes of the answers, and then that they are kept: where the eye begins. */
  private standing(): TemplateResult {
    const isKept = this.hasAnswered && this.blocked === null;
    return html`<p class=${isKept ? "looking-saved" : ""} role="status">
      ${isKept ? html`${icon("done")}<span>${ASKING.saved}</span>` : ASKING.lead}
    </p>`;
  }

  private wayBack(): TemplateResult | typeof nothing {
    if (!this.hasAnswered || this.blocked !== null) return nothing;
    return html`<button type="button" class="button-quiet" @click=${() => this.give(NOTHING_GIVEN)}>${ASKING.takeBack}</button>`;
  }

  private get hasAnswered(): boolean {
    const { answers, sentence } = this.given;
    return sentence !== "" || QUESTION_KEYS.some((question) => answers[question] !== null);
  }

  private answer(question: Question, level: Level): void {
    const { answers, sentence } = this.given;
    this.give({ answers: { ...answers, [question]: level }, sentence });
  }

  private write(sentence: string): void {
    this.typed = sentence;
    this.isTooLong = false;
    this.emit("reflection-typed", sentence);
  }

  private send(event: Event): void {
    event.preventDefault();
    const sentence = (this.typed ?? "").trim();
    this.isTooLong = [...sentence].length > LONGEST_SENTENCE;
    if (this.isTooLong || this.blocked !== null) return;
    this.typed = null;
    this.emit("reflection-typed", null);
    this.give({ answers: this.given.answers, sentence });
  }

  private give(given: Given): void {
    // Two quick taps are two answers: the second is laid over the first before the page has drawn it.
    this.given = given;
    this.emit("reflection-given", given);
  }
}

define("kith-looking-back", KithLookingBack);

declare global {
  interface HTMLElementTagNameMap {
    "kith-looking-back": KithLookingBack;
  }

  interface HTMLElementEventMap {
    "reflection-given": CustomEvent<Given>;
    "reflection-typed": CustomEvent<string | null>;
  }
}
