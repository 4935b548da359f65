import type { PendingOperation } from "../sync/pending";

/** The operations that were refused, which the page shows until the person tries again or lets go. */
export function refusedOf(pending: readonly PendingOperation[]): readonly PendingOperation[] {
  return pending.filter(({ state }) => state === "refused");
}
