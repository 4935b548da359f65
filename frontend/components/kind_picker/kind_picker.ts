import { html, nothing, type TemplateResult } from "lit";
import { DEFAULT_KINDS, kindMark, type KindChoice } from "../../shared_map/kinds";
import { define, KithElement } from "../element";
import { words } from "../words";
import "../../shared_map/kinds.css";
import "./kind_picker.css";

const WORDS = words({ question: "What is it?" });

/** A kind that somebody chose: `settled` unless they only pass over it by arrow keys, on the way to another. */
export interface KindPick {
  readonly code: string;
  readonly settled: boolean;
}

/** Which kind of place: a group of radio buttons, each with its mark, its words and what they mean. */
export class KithKindPicker extends KithElement {
  static override properties = {
    kinds: { attribute: false },
    value: { type: String },
    error: { type: String },
    question: { type: String },
    name: { type: String },
  };

  kinds: readonly KindChoice[] = DEFAULT_KINDS;
  /** The code of the chosen kind; empty when none is. */
  value = "";
  /** What is wrong, in words for the person; empty when nothing is. */
  error = "";
  question = WORDS.question;
  /** Tells radio groups apart where a page has two. */
  name = "kind";
  /** Arrow keys choose each button that they pass: a page must not go on by itself at the first of them (WCAG 3.2.2). */
  private isPassing = false;

  override render(): TemplateResult {
    const problem = `${this.name}-error`;
    return html`<fieldset
      class="field kind-picker"
      @keydown=${(event: KeyboardEvent) => this.key(event)}
      @keyup=${() => (this.isPassing = false)}
      @pointerdown=${() => (this.isPassing = false)}
      aria-describedby=${this.error ? problem : nothing}
    >
      <legend>${this.question}</legend>
      ${this.error ? html`<p class="field-error" id=${problem}>${this.error}</p>` : nothing}
      <div class="kind-choices">${this.kinds.map((choice) => this.choice(choice))}</div>
    </fieldset>`;
  }

  private choice({ code, kind, label, hint }: KindChoice): TemplateResult {
    return html`<label class="choice kind-choice kind-${kind}">
      <input
        type="radio"
        class="kind-radio"
        name=${this.name}
        value=${code}
        .checked=${this.value === code}
        @change=${() => this.pick(code)}
        @click=${() => this.again(code)}
      />
      ${kindMark(kind)}
      <span class="kind-words"><strong>${label}</strong><span class="hint">${hint}</span></span>
    </label>`;
  }

  private key(event: KeyboardEvent): void {
    this.isPassing = event.key.startsWith("Arrow");
    // Enter would send the form in which this stands; and browsers do nothing for the space bar on what is chosen already.
    const isSettling = event.key === "Enter" || (event.key === " " && (event.target as HTMLInputElement).checked);
    if (!isSettling) return;
    event.preventDefault();
    if (this.value !== "") this.pick(this.value);
  }

  private pick(code: string): void {
    this.value = code;
    this.emit("kind-pick", { code, settled: !this.isPassing });
  }

  /** The one that is chosen already, tapped: that it is. */
  private again(code: string): void {
    if (this.value === code && !this.isPassing) this.pick(code);
  }
}

define("kith-kind-picker", KithKindPicker);

declare global {
  interface HTMLElementTagNameMap {
    "kith-kind-picker": KithKindPicker;
  }

  interface HTMLElementEventMap {
    "kind-pick": CustomEvent<KindPick>;
  }
}
