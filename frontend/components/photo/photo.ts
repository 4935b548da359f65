import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../element";
import { fill } from "../words";
import { WORDS } from "./words";
import "./photo.css";

/**
 * A photo that opens: small at first, which is all that a phone fetches; pressed, it takes the width there is.
 *
 * Its place on the page is kept free from the beginning, so that nothing jumps when it arrives. Where it does not arrive, it is not shown.
 */
export class KithPhoto extends KithElement {
  static override properties = {
    src: { type: String },
    small: { type: String },
    alt: { type: String },
    width: { type: Number },
    height: { type: Number },
    isLarge: { state: true },
    isMissing: { state: true },
  };

  /** Where the whole photo is. */
  src = "";
  /** Where its small form is. */
  small = "";
  /** What can be seen on it. */
  alt = "";
  /** Of the whole photo, in pixels. */
  width = 0;
  height = 0;

  private isLarge = false;
  private isMissing = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("src")) return;
    this.isLarge = false;
    this.isMissing = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.src === "" || this.isMissing) return nothing;
    const { isLarge, alt } = this;
    return html`<button
      type="button"
      class="photo ${isLarge ? "photo-large" : ""}"
      aria-expanded=${isLarge ? "true" : "false"}
      aria-label=${fill(isLarge ? WORDS.smaller : WORDS.larger, { alt })}
      @click=${() => (this.isLarge = !isLarge)}
    >
      <img
        src=${isLarge ? this.src : this.small}
        alt=""
        width=${this.width || nothing}
        height=${this.height || nothing}
        decoding="async"
        @error=${() => (this.isMissing = true)}
      />
    </button>`;
  }
}

define("kith-photo", KithPhoto);

declare global {
  interface HTMLElementTagNameMap {
    "kith-photo": KithPhoto;
  }
}
