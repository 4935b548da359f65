import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../element";
import { FocusHold } from "../focus_hold";
import "../sheet/sheet.css";
import "./confirm.css";

export interface Question {
  readonly heading: string;
  /** What will happen, and whether it can be undone. */
  readonly words: string;
  /** The verb on the button, for example "Close the workshop". */
  readonly yes: string;
  readonly no: string;
  /** True where something is taken away. */
  readonly danger?: boolean;
}

/** Asks before what cannot be undone, and only then. `ask` answers with what the person chose. */
export class KithConfirm extends KithElement {
  static override properties = { question: { state: true } };

  private question: Question | null = null;
  private answer: ((yes: boolean) => void) | null = null;
  private readonly hold = new FocusHold(this, () => this.close(false));

  /** Ask; a second question answers the first with no. */
  async ask(question: Question): Promise<boolean> {
    this.answer?.(false);
    this.question = question;
    await this.updateComplete;
    // On "no": a stray press of Enter changes nothing.
    this.hold.take(this.querySelector<HTMLElement>(".confirm-no"));
    return new Promise((resolve) => (this.answer = resolve));
  }

  override render(): TemplateResult | typeof nothing {
    if (this.question === null) return nothing;
    const { heading, words, yes, no, danger } = this.question;
    return html`<div class="kith-backdrop confirm-ground" @click=${() => this.close(false)}></div>
      <div
        class="confirm card"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="confirm-heading"
        aria-describedby="confirm-words"
        @keydown=${(event: KeyboardEvent) => this.hold.keyPressed(event)}
      >
        <h2 id="confirm-heading">${heading}</h2>
        <p id="confirm-words">${words}</p>
        <div class="confirm-buttons">
          <button type="button" class="button-plain confirm-no" @click=${() => this.close(false)}>${no}</button>
          <button type="button" class="button ${danger ? "button-danger" : ""}" @click=${() => this.close(true)}>
            ${yes}
          </button>
        </div>
      </div>`;
  }

  private close(yes: boolean): void {
    this.question = null;
    this.answer?.(yes);
    this.answer = null;
    this.hold.giveBack();
  }
}

define("kith-confirm", KithConfirm);

declare global {
  interface HTMLElementTagNameMap {
    "kith-confirm": KithConfirm;
  }
}
