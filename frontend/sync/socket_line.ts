/** A line over a WebSocket. */

import { readMessage } from "./decode";
import type { Line, LineEars, PageState } from "./line";
import { PROTOCOL_VERSION, type ClientMessage } from "./protocol";
import type { Clock, Socket, Surroundings, Timer } from "./surroundings";
import { CLOSED_WORDS, type ClosedReason } from "./words";

/** Milliseconds from dialling to the server's welcome. */
export const CONNECT_LIMIT = 5_000;

/** Milliseconds for the answer to a ping; a socket that a sleeping phone left behind looks open and says nothing. */
export const PONG_LIMIT = 3_000;

/** Milliseconds of silence before a ping: a phone that walked out of the hall hears no close. */
export const SILENCE = 20_000;

/** Milliseconds of silence after something was sent: an answer is due. */
export const ANSWER_DUE = 5_000;

export class SocketLine implements Line {
  private readonly clock: Clock;
  private readonly ears: LineEars;
  private readonly page: PageState;
  private readonly socket: Socket;
  private timer: Timer;
  private state: "dialling" | "greeting" | "open" | "over" = "dialling";
  private isAsked = false;

  constructor(surroundings: Surroundings, path: string, page: PageState, ears: LineEars) {
    this.clock = surroundings.clock;
    this.ears = ears;
    this.page = page;
    this.timer = this.clock.later(CONNECT_LIMIT, () => this.end(null));
    this.socket = surroundings.openSocket(path, {
      opened: () => this.greet(),
      heard: (text) => this.hear(text),
      closed: () => this.end(null),
    });
  }

  send(message: ClientMessage): void {
    if (this.state !== "open") return;
    this.socket.send(JSON.stringify(message));
    if (message.type !== "presence" && !this.isAsked) this.listen(ANSWER_DUE);
  }

  check(): void {
    if (this.state === "open") this.ask();
  }

  close(): void {
    this.state = "over";
    this.timer.cancel();
    this.socket.close();
  }

  private greet(): void {
    if (this.state !== "dialling") return;
    this.state = "greeting";
    const hello: ClientMessage = { type: "hello", protocol: PROTOCOL_VERSION, after: this.page.number() };
    this.socket.send(JSON.stringify(hello));
  }

  private hear(text: string): void {
    if (this.state === "over") return;
    const message = readMessage(text);
    if (message === null) return this.end("not_understood");
    if (message.type === "closing") return this.end(known(message.reason));
    if (this.state === "greeting" && message.type === "welcome") {
      this.state = "open";
      this.ears.opened();
    }
    if (this.state !== "open") return;
    this.listen(SILENCE);
    if (message.type !== "pong") this.ears.heard(message);
  }

  private listen(milliseconds: number): void {
    this.isAsked = false;
    this.timer.cancel();
    this.timer = this.clock.later(milliseconds, () => this.ask());
  }

  private ask(): void {
    if (this.isAsked) return;
    this.send({ type: "ping" });
    this.isAsked = true;
    this.timer.cancel();
    this.timer = this.clock.later(PONG_LIMIT, () => this.end(null));
  }

  private end(reason: ClosedReason | null): void {
    if (this.state === "over") return;
    this.close();
    this.ears.lost(reason);
  }
}

/** A reason from a newer server, for which there are no words here, counts as trouble: come back later. */
function known(reason: string): ClosedReason {
  return Object.keys(CLOSED_WORDS).includes(reason) ? (reason as ClosedReason) : "server_trouble";
}
