/**
 * Keeps a line to the server: dials, dials again after a loss, and goes over to plain requests where sockets are blocked.
 *
 * Two socket handshakes that failed in a row are followed by a plain request. If that is answered, sockets are blocked here:
 * the page goes on by requests, and tries a socket again from time to time. If not, the network is away.
 */

import { backoff } from "./backoff";
import { HttpLine } from "./http_line";
import type { Line, PageState, Paths } from "./line";
import { PROTOCOL_VERSION, type ClientMessage, type ServerMessage } from "./protocol";
import { SocketLine } from "./socket_line";
import type { Surroundings, Timer } from "./surroundings";
import type { ClosedReason } from "./words";

/** Milliseconds on plain requests before a socket is tried again, at first and at most. */
export const SOCKET_AGAIN = { first: 60_000, most: 300_000 } as const;

/** Milliseconds that a line must hold before a loss counts as the first again. */
export const STEADY = 10_000;

/** Milliseconds to stay away where the server gave a reason that passes, half of it by chance. */
export const REST = 4_000;

const FAILED_HANDSHAKES = 2;

/** After these, trying again by itself would end the same way. */
const FINAL: ReadonlySet<ClosedReason> = new Set([
  "page_too_old",
  "not_understood",
  "signed_out",
  "removed",
  "not_found",
  "replaced",
  "someone_else",
]);

/** Of those, the ones that signing in again, perhaps in another tab, may have cured when the person comes back. */
const CURABLE: ReadonlySet<ClosedReason> = new Set(["signed_out", "removed", "not_found"]);

export interface TransportEars {
  opened(by: "socket" | "requests"): void;
  heard(message: ServerMessage): void;
  /** The line is gone and another is on its way; `failures` tries in a row came to nothing. */
  lost(failures: number): void;
  closed(reason: ClosedReason): void;
}

export class Transport {
  private readonly surroundings: Surroundings;
  private readonly paths: Paths;
  private readonly page: PageState;
  private readonly ears: TransportEars;
  private readonly stopWaking: () => void;
  private line: Line | null = null;
  /** A socket tried beside plain requests. */
  private trial: Line | null = null;
  private isOpen = false;
  private retry: Timer | null = null;
  private steady: Timer | null = null;
  private socketAgain: Timer | null = null;
  private untilSocket: number = SOCKET_AGAIN.first;
  private failures = 0;
  private failedHandshakes = 0;
  private closedBy: ClosedReason | null = null;
  private isStopped = false;

  constructor(surroundings: Surroundings, paths: Paths, page: PageState, ears: TransportEars) {
    this.surroundings = surroundings;
    this.paths = paths;
    this.page = page;
    this.ears = ears;
    this.stopWaking = surroundings.onWake(() => this.wake());
    this.dial();
  }

  /** Send a message, if there is a line; what must not be lost is sent again by its owner when a line opens. */
  send(message: ClientMessage): void {
    if (this.isOpen) this.line?.send(message);
  }

  /** Begin anew on the same line: the answer tells all that this person may see. */
  greet(after: number | null): void {
    this.send({ type: "hello", protocol: PROTOCOL_VERSION, after });
  }

  /** Give up this line for another: what it carries makes no sense. */
  again(): void {
    this.lose(null);
  }

  /** End for good. */
  stop(): void {
    this.isStopped = true;
    this.stopWaking();
    this.letGo();
  }

  private wake(): void {
    if (this.closedBy !== null) {
      if (!CURABLE.has(this.closedBy)) return;
      this.closedBy = null;
      this.dial();
    } else if (this.line !== null) {
      if (this.isOpen) this.line.check();
    } else this.dial();
  }

  private dial(): void {
    this.retry?.cancel();
    if (this.isStopped) return;
    if (this.failedHandshakes >= FAILED_HANDSHAKES) this.dialByRequests();
    else this.line = this.dialSocket((reason) => this.handshakeFailed(reason));
  }

  private dialSocket(failed: (reason: ClosedReason | null) => void): Line {
    let isWelcome = false;
    const line: Line = new SocketLine(this.surroundings, this.paths.socket, this.page, {
      opened: () => {
        isWelcome = true;
        this.failedHandshakes = 0;
        this.untilSocket = SOCKET_AGAIN.first;
        this.take(line, "socket");
      },
      heard: (message) => this.ears.heard(message),
      lost: (reason) => (isWelcome ? this.lose(reason) : failed(reason)),
    });
    return line;
  }

  private handshakeFailed(reason: ClosedReason | null): void {
    this.failedHandshakes += 1;
    if (reason !== null || this.failedHandshakes < FAILED_HANDSHAKES) this.lose(reason);
    else this.dialByRequests();
  }

  private dialByRequests(): void {
    const line: Line = new HttpLine(this.surroundings, this.paths, this.page, {
      opened: () => {
        this.take(line, "requests");
        this.trySocketLater();
      },
      heard: (message) => this.ears.heard(message),
      lost: (reason) => {
        // Neither way leads to the server. One more failed socket will be enough to ask by a request again.
        this.failedHandshakes = FAILED_HANDSHAKES - 1;
        this.lose(reason);
      },
    });
    this.line = line;
  }

  private trySocketLater(): void {
    this.socketAgain = this.surroundings.clock.later(this.untilSocket, () => {
      this.untilSocket = Math.min(SOCKET_AGAIN.most, this.untilSocket * 2);
      this.trial = this.dialSocket(() => {
        this.trial = null;
        this.trySocketLater();
      });
    });
  }

  /** Go on by this line; the one before, if there is one, has done its work. */
  private take(line: Line, by: "socket" | "requests"): void {
    if (this.line !== line) this.line?.close();
    this.line = line;
    this.trial = null;
    this.socketAgain?.cancel();
    this.isOpen = true;
    this.steady?.cancel();
    this.steady = this.surroundings.clock.later(STEADY, () => (this.failures = 0));
    this.ears.opened(by);
  }

  private lose(reason: ClosedReason | null): void {
    this.letGo();
    if (reason !== null && FINAL.has(reason)) {
      this.closedBy = reason;
      this.ears.closed(reason);
      return;
    }
    const { clock, random } = this.surroundings;
    const rest = reason === null ? 0 : REST * (0.5 + random() / 2);
    this.retry = clock.later(rest + backoff(this.failures, random()), () => this.dial());
    this.failures += 1;
    this.ears.lost(this.failures);
  }

  private letGo(): void {
    for (const timer of [this.retry, this.steady, this.socketAgain]) timer?.cancel();
    this.line?.close();
    this.trial?.close();
    this.line = this.trial = null;
    this.isOpen = false;
  }
}
