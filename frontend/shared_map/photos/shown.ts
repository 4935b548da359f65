/** A place's photo as its record has it, and where it is found. */

import type { WireRecord } from "../../sync/protocol";
import type { PageContext } from "../live_context";

export interface ShownPhoto {
  readonly id: string;
  readonly alt: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export function photoOf(record: WireRecord): ShownPhoto | null {
  return (record.fields["photo"] as ShownPhoto | null | undefined) ?? null;
}

export function photoSource({ api, query }: Pick<PageContext, "api" | "query">, photo: string, size: "large" | "small"): string {
  return `${api}/photos/${encodeURIComponent(photo)}?size=${size}${query === "" ? "" : `&${query}`}`;
}
