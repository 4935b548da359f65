/** A word on the time of a stage, when it begins to matter: read aloud once, and standing there until it no longer holds. */

import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../../components/element";
import { counted } from "../../components/words";
import type { ClockFace } from "../../workshop/stage_clock";
import { TIME } from "./stage_words";

const EVERY_MS = 1000;
const MINUTE = 60;
/** Minutes before the end at which a facilitator wants to know. */
const MARKS = [5, 1] as const;

/** What is to be said of the time: whole minutes left at a mark, "over", or nothing. */
export function alertOf(face: ClockFace | null): number | "over" | null {
  if (face === null || face.counts === "up" || face.isStopped) return null;
  if (face.seconds === 0) return "over";
  return [...MARKS].reverse().find((mark) => face.seconds <= mark * MINUTE) ?? null;
}

export class KithTimeAlert extends KithElement {
  static override properties = { read: { attribute: false, hasChanged: () => true } };

  /** Tells what the stage's clock shows now. */
  read: () => ClockFace | null = () => null;
  private timer: ReturnType<typeof setInterval> | null = null;
  private shown: ReturnType<typeof alertOf> = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.tick(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
  }

  override render(): TemplateResult {
    this.shown = alertOf(this.read());
    const { shown } = this;
    const words = shown === null ? nothing : shown === "over" ? TIME.over : counted(TIME.left, shown);
    // The element that is read aloud is there before its words are.
    return html`<p class=${shown === null ? "" : "console-alert"} role="status">${words}</p>`;
  }

  private tick(): void {
    if (alertOf(this.read()) !== this.shown) this.requestUpdate();
  }
}

define("kith-time-alert", KithTimeAlert);

declare global {
  interface HTMLElementTagNameMap {
    "kith-time-alert": KithTimeAlert;
  }
}
