import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../components/element";
import { counted, fill, LANGUAGE } from "../components/words";
import { TIME } from "./words";

const EVERY_MS = 5000;

export interface EndingFacts {
  /** Minutes that the plan still holds. */
  readonly left: number;
  /** When it ends, in milliseconds since 1970. */
  readonly expected: number;
  /** Minutes behind the plan; negative ahead of it; null before the beginning. */
  readonly behind: number | null;
}

/** How much of the evening is to come, when it will end, and how that compares with the plan. */
export class KithEnding extends KithElement {
  static override properties = { read: { attribute: false, hasChanged: () => true } };

  /** Tells how it stands now; null shows nothing. */
  read: () => EndingFacts | null = () => null;

  private timer: ReturnType<typeof setInterval> | null = null;
  private shown = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => endingWords(this.read()) !== this.shown && this.requestUpdate(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
  }

  override render(): TemplateResult | typeof nothing {
    const facts = this.read();
    this.shown = endingWords(facts);
    return facts === null ? nothing : html`<p class="run-ending ${(facts.behind ?? 0) > 0 ? "run-ending-late" : ""}">${this.shown}</p>`;
  }
}

/** "48 min to go · ends 20:05 · 4 min behind" */
export function endingWords(facts: EndingFacts | null): string {
  if (facts === null) return "";
  const time = new Date(facts.expected).toLocaleTimeString(LANGUAGE, { hour: "2-digit", minute: "2-digit" });
  const parts = [counted(TIME.left, Math.round(facts.left)), fill(TIME.ends, { time })];
  if (facts.behind !== null) parts.push(planWords(facts.behind));
  return parts.join(" · ");
}

function planWords(behind: number): string {
  if (behind === 0) return TIME.onTime;
  return counted(behind > 0 ? TIME.behind : TIME.ahead, Math.abs(behind));
}

define("kith-ending", KithEnding);

declare global {
  interface HTMLElementTagNameMap {
    "kith-ending": KithEnding;
  }
}
