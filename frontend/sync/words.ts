/** All that the sync client says to people, in one place. */

import { words } from "../components/words";
import type { CloseReason } from "./protocol";
import type { PendingOperation, Refusal } from "./pending";

/** Why the line is closed for good: the server's reasons, and one that only the page can know. */
export type ClosedReason = CloseReason | "someone_else";

export type Status =
  | { readonly state: "connecting" | "live" | "polling" | "offline" }
  | { readonly state: "closed"; readonly reason: ClosedReason };

export const CLOSED_WORDS: Readonly<Record<ClosedReason, string>> = words({
  page_too_old: "Kithmap has been updated. Everything you did is kept. Please load this page again.",
  not_understood: "This page and the server do not understand each other. Please load this page again.",
  signed_out: "You are signed out. What you did is kept on this device. Please join again with your code.",
  removed: "You are no longer in this workshop. If that is a mistake, please tell the facilitator.",
  not_found: "This workshop is not here. Please check the code, or ask the facilitator.",
  too_slow: "The network is very slow. Trying again in a moment. Everything is kept.",
  too_fast: "That was a lot at once. Trying again in a moment. Everything is kept.",
  too_large: "That was too much to send at once. Trying again in a moment. Everything is kept.",
  replaced: "This page is open somewhere else now. To go on here, load it again.",
  server_stopping: "The server is starting again. Everything is kept, and this page will be back by itself.",
  server_trouble: "The server has a problem. Everything is kept, and this page will be back by itself.",
  someone_else: "Someone else is signed in on this device now. Please load this page again.",
});

export const PENDING_WORDS: Readonly<Record<PendingOperation["state"], string>> = words({
  waiting: "Saved here, will send",
  sent: "Sending",
  refused: "Not accepted",
});

const TOO_MUCH_WORDS = words("This is too long to send. It is kept here. Please make it shorter and try again.");

export const TOO_MUCH: Refusal = { reason: "too_much", message: TOO_MUCH_WORDS };

/** Said once, where the browser cannot keep anything. */
export const NOT_KEPT = words("This device cannot keep your changes if the page is closed. Please leave it open until all is sent.");

export const STRIP = words({
  connecting: "Connecting",
  offline: "No connection. You can go on.",
  saved: "Saved here, will send",
  sent: "Back online: all sent",
  refused: "Something was not accepted. Please look at your list.",
});

/**
 * Return the sentence for the strip above the map, or null where there is nothing a person needs to know.
 *
 * `wasAway` says that the strip told of a lost connection or of unsent changes before.
 */
export function stripWords(status: Status, pending: readonly PendingOperation[], wasAway: boolean): string | null {
  if (status.state === "closed") return CLOSED_WORDS[status.reason];
  const isUnsent = pending.some(({ state }) => state !== "refused");
  if (status.state === "offline") return isUnsent ? STRIP.saved : STRIP.offline;
  if (status.state === "connecting") return isUnsent && wasAway ? STRIP.saved : STRIP.connecting;
  if (pending.some(({ state }) => state === "refused")) return STRIP.refused;
  return wasAway && !isUnsent ? STRIP.sent : null;
}
