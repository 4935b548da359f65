import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../element";
import { fill, words } from "../words";
import "./qr.css";

const WORDS = words({
  scan: "Scan to join",
  or: "or go to",
  code: "and type",
  alternative: "QR code: scan it with your phone’s camera to join at {address}",
});

/**
 * The way in, to be read from the back of a hall: a QR code, an address to type, and the words of the code.
 *
 * The code's picture is an SVG made by the server and shown as an image, in which no script can run.
 */
export class KithQr extends KithElement {
  static override properties = {
    src: { type: String },
    address: { type: String },
    code: { type: String },
    small: { type: Boolean, reflect: true },
  };

  /** Where the server gives the picture. */
  src = "";
  /** What people type, without `http://`. */
  address = "";
  /** The words and number of the workshop's code. */
  code = "";
  /** In a corner, once most have come. */
  small = false;

  override render(): TemplateResult {
    const alternative = fill(WORDS.alternative, { address: this.address });
    return html`<figure class="qr">
      ${this.src ? html`<img class="qr-picture" src=${this.src} alt=${alternative} />` : nothing}
      <figcaption class="qr-words">
        ${this.src ? html`<span class="qr-scan">${WORDS.scan}</span> <span>${WORDS.or}</span>` : nothing}
        <strong class="qr-address">${this.address}</strong>
        ${this.code ? html`<span>${WORDS.code}</span> <strong class="qr-code">${this.code}</strong>` : nothing}
      </figcaption>
    </figure>`;
  }
}

define("kith-qr", KithQr);

declare global {
  interface HTMLElementTagNameMap {
    "kith-qr": KithQr;
  }
}
