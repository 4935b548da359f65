/** A way to the server and back: a socket, or plain requests where sockets are blocked. */

import type { ClientMessage, Role, ServerMessage } from "./protocol";
import type { ClosedReason } from "./words";

/** Who is speaking. */
export interface Me {
  readonly person: string;
  readonly role: Role;
}

/** What a line needs to know of the page whenever it asks. */
export interface PageState {
  /** The last number that the page has; null for none. */
  number(): number | null;
  me(): Me;
}

export interface Line {
  /** Send a message if this kind of line carries it. */
  send(message: ClientMessage): void;
  /** Be sure that the line still carries: after a sleep, an open one may be dead. */
  check(): void;
  /** End it. Nothing more is heard of it. */
  close(): void;
}

/** What a line tells its owner. `lost` comes at most once, and nothing after it. */
export interface LineEars {
  /** The server answered for the first time. */
  opened(): void;
  heard(message: ServerMessage): void;
  /** It is over; with the server's reason, if it gave one. */
  lost(reason: ClosedReason | null): void;
}

/** Where a workshop is on the server. */
export interface Paths {
  readonly socket: string;
  readonly news: string;
  readonly presence: string;
  readonly operations: string;
  snapshot(number: number): string;
}

export function pathsOf(workshop: string): Paths {
  const api = `/api/workshops/${encodeURIComponent(workshop)}`;
  return {
    socket: `/live/${encodeURIComponent(workshop)}`,
    news: `${api}/news`,
    presence: `${api}/presence`,
    operations: `${api}/operations`,
    snapshot: (number) => `${api}/snapshots/${number}`,
  };
}
