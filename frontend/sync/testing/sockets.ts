/** Two ends of a socket with a queue each way, which a test empties by hand. */

import type { ClientMessage, ServerMessage } from "../protocol";
import type { Socket, SocketEars } from "../surroundings";

export class TestSocketPair implements Socket {
  readonly path: string;
  readonly toServer: string[] = [];
  readonly toPage: string[] = [];
  state: "dialling" | "open" | "closed" = "dialling";
  /** Whether the page ended it. */
  isLeft = false;
  /** Whether its queues are left alone until the test says otherwise. */
  isHeld = false;
  private readonly ears: SocketEars;
  private readonly stir: () => void;

  /** `stir` is called when something was put into a queue. */
  constructor(path: string, ears: SocketEars, stir: () => void = () => undefined) {
    this.path = path;
    this.ears = ears;
    this.stir = stir;
  }

  // The page's end.

  send(text: string): void {
    if (this.state !== "open") throw new Error("a socket that is not open sends nothing");
    this.toServer.push(text);
    this.stir();
  }

  close(): void {
    this.isLeft = true;
    this.state = "closed";
  }

  // The test's hands.

  accept(): void {
    if (this.state !== "dialling") return;
    this.state = "open";
    this.ears.opened();
  }

  /** The line breaks; what lies in the queues is lost. */
  drop(): void {
    this.toServer.length = this.toPage.length = 0;
    this.state = "closed";
    this.ears.closed();
  }

  /** Hand one message to the page, also where the page has left: browsers deliver what was on its way. */
  tell(message: ServerMessage): void {
    this.ears.heard(JSON.stringify(message));
  }

  /** Put a message on its way to the page. */
  queue(message: ServerMessage): void {
    if (this.state !== "open") return;
    this.toPage.push(JSON.stringify(message));
    this.stir();
  }

  /** Hand the page the oldest message that is on its way, if there is one. */
  deliver(): boolean {
    const text = this.toPage.shift();
    if (text !== undefined) this.ears.heard(text);
    return text !== undefined;
  }

  /** Take all that the page has sent. */
  taken(): ClientMessage[] {
    return this.toServer.splice(0).map((text) => JSON.parse(text) as ClientMessage);
  }
}
