import { html, type PropertyValues, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { define, KithElement } from "../element";
import { FocusHold } from "../focus_hold";
import { words } from "../words";
import "./sheet.css";

const WORDS = words({ close: "Close" });

/**
 * A sheet over the page: it rises from the foot of a phone and stands at the side of a wide screen.
 *
 * What it holds is written between its tags. Closing is the page's decision: the sheet asks with `sheet-close` when
 * the person presses Escape, the cross or the ground beside it, and the page sets `open`.
 */
export class KithSheet extends KithElement {
  static override properties = {
    heading: { type: String },
    open: { type: Boolean, reflect: true },
    beside: { type: Boolean, reflect: true },
  };

  heading = "";
  open = false;
  /** Standing beside the page rather than over it: the rest stays usable. */
  beside = false;

  private readonly hold = new FocusHold(
    this,
    () => this.askToClose(),
    () => !this.beside,
  );
  private readonly backdrop = document.createElement("div");

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("tabindex", "-1");
    this.backdrop.className = "kith-backdrop";
    this.backdrop.addEventListener("click", this.askToClose);
    this.addEventListener("keydown", this.keyPressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.backdrop.remove();
    this.hold.letGo();
    this.removeEventListener("keydown", this.keyPressed);
  }

  override updated(changed: PropertyValues<this>): void {
    this.setAttribute("role", this.beside ? "region" : "dialog");
    this.setAttribute("aria-label", this.heading);
    this.toggleAttribute("hidden", !this.open);
    if (this.open && !this.beside) this.setAttribute("aria-modal", "true");
    else this.removeAttribute("aria-modal");
    // In the body, so that no parent's stacking keeps it beneath the rest of the page.
    if (this.open && !this.beside) document.body.append(this.backdrop);
    else this.backdrop.remove();
    // Something else is read from its beginning, wherever the person had got to in what was here before.
    if (changed.has("open") || changed.has("heading")) this.scrollTop = 0;
    if (changed.has("open")) this.opened(changed.get("open") === true);
    // The page has put something else into the sheet: a person who reads with their ears begins at its heading.
    else if (changed.has("heading") && this.open) this.querySelector<HTMLElement>(".sheet-title")?.focus();
  }

  override render(): TemplateResult {
    return html`<div class="sheet-head">
      <h2 class="sheet-title" tabindex="-1">${this.heading}</h2>
      <button type="button" class="button-quiet button-icon" aria-label=${WORDS.close} @click=${this.askToClose}>
        ${icon("close")}
      </button>
    </div>`;
  }

  private opened(wasOpen: boolean): void {
    if (this.open) this.hold.take(this.querySelector<HTMLElement>(".sheet-title"));
    else if (wasOpen) this.hold.giveBack();
  }

  private readonly askToClose = (): void => this.emit("sheet-close", null);

  private readonly keyPressed = (event: KeyboardEvent): void => this.hold.keyPressed(event);
}

define("kith-sheet", KithSheet);

declare global {
  interface HTMLElementTagNameMap {
    "kith-sheet": KithSheet;
  }

  interface HTMLElementEventMap {
    "sheet-close": CustomEvent<null>;
  }
}
