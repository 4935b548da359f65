/** What keeps something on the map from everyone's sight, as its record says it. The server decides; this only reads. */

import type { Fields, WireRecord } from "../sync/protocol";
import type { Standing } from "./map_canvas/types";

export type ReturnReason = "spot" | "unclear" | "home" | "person" | "outside" | "other";
export type Cause = "facilitator" | "alarm" | "person";

/** Why something came back to its author. */
export interface Returned {
  readonly reason: ReturnReason;
  /** In the facilitator's own words; may be empty. */
  readonly words: string;
}

/** How a confirmed record stands, apart from what is still under way to the server. The weightiest comes first. */
export function standingIn({ fields }: Pick<WireRecord, "fields">): Standing {
  if (mergedInto(fields) !== null) return "merged";
  if (causeOf(fields) !== null || fields["visibility"] === "facilitators") return "aside";
  const state = reviewOf(fields)?.state;
  if (state === "returned") return "returned";
  return state === "waiting" ? "in_review" : "settled";
}

export function returnedIn({ fields }: Pick<WireRecord, "fields">): Returned | null {
  const review = reviewOf(fields);
  return review?.state === "returned" ? { reason: review.reason ?? "other", words: review.words ?? "" } : null;
}

/** Whether those who lead have still to look at it. What was joined or put aside meanwhile waits no more. */
export function isWaiting(record: WireRecord): boolean {
  return reviewOf(record.fields)?.state === "waiting" && mergedInto(record.fields) === null && causeOf(record.fields) === null;
}

/** The place that stands for this one, or null. */
export function mergedInto(fields: Fields): string | null {
  return (fields["merged"] as { readonly into: string } | undefined)?.into ?? null;
}

/** What put something aside, or null. */
export function causeOf(fields: Fields): Cause | null {
  return (fields["aside"] as { readonly cause: Cause } | undefined)?.cause ?? null;
}

/** A mark that was put aside with all that its person added does not count. */
export function countsAsMark({ kind, fields }: WireRecord): boolean {
  return kind === "me_too" && causeOf(fields) === null;
}

interface WrittenReview {
  readonly state: "waiting" | "returned" | "approved";
  readonly reason?: ReturnReason;
  readonly words?: string;
}

function reviewOf(fields: Fields): WrittenReview | undefined {
  return fields["review"] as unknown as WrittenReview | undefined;
}
