import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../base/icons";
import { define, KithElement } from "../element";
import { words } from "../words";
import "./toast.css";

const WORDS = words({ undo: "Undo", dismiss: "Dismiss" });

/** Long enough to read twice and reach the button; the clock stops while a finger or the focus is on the message. */
const SHOWN_MS = 8000;
const MOST_AT_ONCE = 3;

export interface Toast {
  /** Chosen by the page; a message with the same key replaces the earlier one. */
  readonly key: string;
  readonly words: string;
  /** Offers Undo, which is told as `toast-undo` with the key. */
  readonly undo?: boolean;
}

/** Short messages about what just happened, with the way back. */
export class KithToast extends KithElement {
  static override properties = { toasts: { state: true } };

  private toasts: readonly Toast[] = [];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  show(toast: Toast): void {
    const others = this.toasts.filter(({ key }) => key !== toast.key);
    for (const { key } of others.slice(0, -(MOST_AT_ONCE - 1))) this.stopClock(key);
    this.toasts = [...others.slice(-(MOST_AT_ONCE - 1)), toast];
    this.startClock(toast.key);
  }

  dismiss(key: string): void {
    this.stopClock(key);
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const key of [...this.timers.keys()]) this.stopClock(key);
  }

  override render(): TemplateResult {
    return html`<div class="toasts" role="status" aria-live="polite" aria-atomic="false">
      ${repeat(
        this.toasts,
        (toast) => toast.key,
        (toast) => this.message(toast),
      )}
    </div>`;
  }

  private message({ key, words, undo }: Toast): TemplateResult {
    return html`<div
      class="toast"
      @pointerenter=${() => this.stopClock(key)}
      @pointerleave=${() => this.startClock(key)}
      @focusin=${() => this.stopClock(key)}
      @focusout=${() => this.startClock(key)}
    >
      <span class="toast-words">${words}</span>
      ${undo
        ? html`<button type="button" class="toast-button" @click=${() => this.undo(key)}>
            ${icon("undo")}${WORDS.undo}
          </button>`
        : nothing}
      <button type="button" class="toast-button" aria-label=${WORDS.dismiss} @click=${() => this.dismiss(key)}>
        ${icon("close")}
      </button>
    </div>`;
  }

  private undo(key: string): void {
    this.dismiss(key);
    this.emit("toast-undo", { key });
  }

  private startClock(key: string): void {
    this.stopClock(key);
    this.timers.set(
      key,
      setTimeout(() => this.dismiss(key), SHOWN_MS),
    );
  }

  private stopClock(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }
}

define("kith-toast", KithToast);

declare global {
  interface HTMLElementTagNameMap {
    "kith-toast": KithToast;
  }

  interface HTMLElementEventMap {
    "toast-undo": CustomEvent<{ readonly key: string }>;
  }
}
