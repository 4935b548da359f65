import { html, nothing, type TemplateResult } from "lit";
import { clockWords, type ClockFace } from "../../workshop/stage_clock";
import { define, KithElement } from "../element";
import { fill } from "../words";
import "./clock.css";

const WORDS = { over: "{time} over", stopped: "paused" };

const EVERY_MS = 1000;

/** The time a stage has left, or has gone on for: figures that stand still while they change. */
export class KithClock extends KithElement {
  static override properties = {
    // What it reads may have changed though the function is the same: whoever draws the page draws the clock.
    read: { attribute: false, hasChanged: () => true },
    patient: { type: Boolean },
  };

  /** Tells what the clock shows now; null shows nothing. */
  read: () => ClockFace | null = () => null;
  /** On a wall a stage that runs over is nobody's fault: it stays at nought. */
  patient = false;

  private timer: ReturnType<typeof setInterval> | null = null;
  private shown = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.tick(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
  }

  override render(): TemplateResult | typeof nothing {
    const face = this.read();
    this.shown = JSON.stringify(face);
    if (face === null) return nothing;
    const { seconds, over, isStopped } = face;
    const isOver = over > 0 && !this.patient;
    const words = isOver ? fill(WORDS.over, { time: clockWords(over) }) : clockWords(seconds);
    // A screen reader reads it when asked, not every second.
    return html`<span class="clock numbers ${over > 0 ? "clock-over" : ""}" role="timer" aria-live="off"
      >${words}${isStopped ? html` <span class="clock-note">${WORDS.stopped}</span>` : nothing}</span
    >`;
  }

  private tick(): void {
    if (JSON.stringify(this.read()) !== this.shown) this.requestUpdate();
  }
}

define("kith-clock", KithClock);

declare global {
  interface HTMLElementTagNameMap {
    "kith-clock": KithClock;
  }
}
