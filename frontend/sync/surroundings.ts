/** All that the sync client needs of the browser, as arguments: a test decides the time, the chance and what arrives. */

import type { Role } from "./protocol";

export type RandomBytes = (count: number) => Uint8Array;

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Call once, after so many milliseconds, unless cancelled. */
  later(milliseconds: number, call: () => void): Timer;
}

/** What a socket tells its owner. Nothing more is told after `closed`. */
export interface SocketEars {
  opened(): void;
  heard(text: string): void;
  closed(): void;
}

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface Request {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The person's role as the server sees it, where it says so. */
  readonly role: Role | null;
}

/** A request under way. `answer` is rejected where the server is not reached, and when it is cancelled. */
export interface Asking {
  readonly answer: Promise<Answer>;
  cancel(): void;
}

/** One pending operation as it is kept on the device. */
export interface KeptOperation {
  readonly id: string;
  /** The tab in whose queue it is. */
  readonly tab: string;
  /** Its place in the queue of its tab. */
  readonly place: number;
  readonly kind: string;
  readonly payload: unknown;
  /** Operations submitted together share a group; others have none. */
  readonly group: string | null;
  readonly refusal: { readonly reason: string; readonly message: string } | null;
}

/** Where one person's pending operations in one workshop are kept. Each promise is rejected where storage fails. */
export interface PendingStore {
  /** Return what is kept, of every tab, in any order. */
  load(): Promise<readonly KeptOperation[]>;
  put(operations: readonly KeptOperation[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export type TabMessage =
  | { readonly type: "who"; readonly token: string }
  | { readonly type: "here"; readonly token: string; readonly tab: string; readonly settled: boolean };

/** A channel between the tabs of one browser. A tab does not hear itself. */
export interface TabChannel {
  post(message: TabMessage): void;
  listen(hear: (message: TabMessage) => void): void;
  close(): void;
}

/** A text that survives a reload of this tab and is another in each tab. */
export interface TabMemory {
  read(): string | null;
  write(text: string): void;
}

export interface Surroundings {
  readonly clock: Clock;
  /** A number from 0 up to and without 1. */
  readonly random: () => number;
  readonly randomBytes: RandomBytes;
  readonly openSocket: (path: string, ears: SocketEars) => Socket;
  readonly request: (request: Request) => Asking;
  /** Call whenever the device wakes or its network changes; returns how to stop. */
  readonly onWake: (call: () => void) => () => void;
  /** Null where the browser keeps nothing. */
  readonly store: PendingStore | null;
  /** Null where tabs cannot hear each other. */
  readonly tabs: TabChannel | null;
  readonly tabMemory: TabMemory;
}
