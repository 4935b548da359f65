/** What the strip above the map says of the line to the server: something only while a person needs to know. */

import type { ConnectionState } from "../../components/strip/strip";
import type { PendingOperation } from "../../sync/pending";
import type { Clock, Timer } from "../../sync/surroundings";
import { STRIP, stripWords, type Status } from "../../sync/words";

/** Milliseconds: a line that is back sooner alarms nobody. */
export const PATIENCE = 2_500;
/** Milliseconds for "all sent" to be read. */
export const GOOD_NEWS = 4_000;

export interface StripShown {
  readonly state: ConnectionState;
  readonly words: string;
}

const QUIET: StripShown = { state: "quiet", words: "" };

export class StripLine {
  private readonly clock: Clock;
  private readonly changed: () => void;
  private wasAway = false;
  private isSlow = false;
  private patience: Timer | null = null;
  private news: Timer | null = null;
  shown: StripShown = QUIET;

  /** `changed` is called when the strip is to show something else. */
  constructor(clock: Clock, changed: () => void) {
    this.clock = clock;
    this.changed = changed;
  }

  /** Take in how the line is and what waits. */
  follow(status: Status, pending: readonly PendingOperation[]): void {
    this.waitFor(status, () => this.follow(status, pending));
    if (status.state === "offline" || this.isSlow) this.wasAway = true;
    const words = this.isImpatient(status) ? stripWords(status, pending, this.wasAway) : null;
    this.show(words === null ? QUIET : { state: stateOf(status, words), words });
    if (words === STRIP.sent) this.enjoy(() => this.follow(status, pending));
  }

  /** Connecting is told of only when it takes long, or when the strip told of trouble before. */
  private isImpatient({ state }: Status): boolean {
    return state !== "connecting" || this.isSlow || this.wasAway;
  }

  private waitFor({ state }: Status, again: () => void): void {
    if (state !== "connecting") {
      this.patience?.cancel();
      this.patience = null;
      this.isSlow = false;
    } else if (this.patience === null) {
      this.patience = this.clock.later(PATIENCE, () => {
        this.isSlow = true;
        again();
      });
    }
  }

  private enjoy(again: () => void): void {
    this.news ??= this.clock.later(GOOD_NEWS, () => {
      this.news = null;
      this.wasAway = false;
      again();
    });
  }

  private show(shown: StripShown): void {
    const isSame = shown.state === this.shown.state && shown.words === this.shown.words;
    this.shown = shown;
    if (!isSame) this.changed();
  }
}

function stateOf(status: Status, words: string): ConnectionState {
  if (status.state === "closed") return "closed";
  if (words === STRIP.sent) return "back";
  if (words === STRIP.refused) return "closed";
  return status.state === "offline" ? "offline" : "sending";
}
