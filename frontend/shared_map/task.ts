/** What a person is in the middle of on the map, on whichever page. */

import type { DrawingForm } from "./map_canvas/types";

export type Task =
  | { readonly kind: "look" }
  | { readonly kind: "draw"; readonly form: DrawingForm; readonly corners: number; readonly enough: boolean }
  | { readonly kind: "move"; readonly place: string }
  | { readonly kind: "join"; readonly start: string | null };

export const LOOKING: Task = { kind: "look" };
