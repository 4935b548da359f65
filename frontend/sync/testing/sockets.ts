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
  private readonly ears: SocketEars;

  constructor(path: string, ears: SocketEars) {
    this.path = path;
    this.ears = ears;
  }

  // The page's end.

  send(text: string): void {
    if (this.state !== "open") throw new Error("a socket that is not open sends nothing");
    this.toServer.push(text);
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
    if (!this.isLeft) this.ears.closed();
  }

  /** Hand one message to the page. */
  tell(message: ServerMessage): void {
    if (!this.isLeft) this.ears.heard(JSON.stringify(message));
  }

  /** Hand the page the oldest message that is on its way, if there is one. */
  deliver(): boolean {
    const text = this.toPage.shift();
    if (text !== undefined && !this.isLeft) this.ears.heard(text);
    return text !== undefined;
  }

  /** Take all that the page has sent. */
  taken(): ClientMessage[] {
    return this.toServer.splice(0).map((text) => JSON.parse(text) as ClientMessage);
  }
}
