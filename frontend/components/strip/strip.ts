import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { define, KithElement } from "../element";
import { counted, type Plural, words } from "../words";
import "./strip.css";

/** What there is to say about the line to the server; "quiet" says nothing. */
export type ConnectionState = "quiet" | "offline" | "sending" | "back" | "closed";

const WORDS: Readonly<Record<Exclude<ConnectionState, "quiet">, { readonly none: string; readonly some?: Plural }>> = words({
  offline: {
    none: "No connection just now. Carry on: what you add is kept here.",
    some: {
      one: "Saved here. It will send when the connection is back.",
      other: "{count} changes saved here. They will send when the connection is back.",
    },
  },
  sending: {
    none: "Connecting again…",
    some: { one: "Connected. Sending what you added…", other: "Connected. Sending {count} changes…" },
  },
  back: { none: "Back online: all sent." },
  closed: {
    none: "The workshop is not taking changes just now.",
    some: {
      one: "The workshop is not taking changes just now. Yours is kept here.",
      other: "The workshop is not taking changes just now. Your {count} are kept here.",
    },
  },
});

const ICONS: Readonly<Record<Exclude<ConnectionState, "quiet">, IconName>> = {
  offline: "offline",
  sending: "sending",
  back: "done",
  closed: "about",
};

/** A thin strip that tells of the connection, only when it matters. */
export class KithStrip extends KithElement {
  static override properties = {
    state: { type: String, reflect: true },
    waiting: { type: Number },
    reason: { type: String },
  };

  state: ConnectionState = "quiet";
  /** How many changes wait on this phone. */
  waiting = 0;
  /** Words of the page's own that say it better, for example why a workshop closed. */
  reason = "";

  override render(): TemplateResult {
    // The live region is always there: a screen reader speaks only changes inside one it already knows.
    return html`<div role="status">${this.state === "quiet" ? nothing : this.line(this.state)}</div>`;
  }

  private line(state: Exclude<ConnectionState, "quiet">): TemplateResult {
    const { none, some } = WORDS[state];
    const sentence = this.waiting === 0 || some === undefined ? none : counted(some, this.waiting);
    return html`<p class="strip strip-${state}">${icon(ICONS[state])}<span>${this.reason || sentence}</span></p>`;
  }
}

define("kith-strip", KithStrip);

declare global {
  interface HTMLElementTagNameMap {
    "kith-strip": KithStrip;
  }
}
