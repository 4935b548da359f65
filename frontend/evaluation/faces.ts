/** Three faces for three levels, drawn from Lucide (ISC licence). They stand beside words, never alone. */

import { html, type TemplateResult } from "lit";
import type { Level } from "../sync/protocol";

const FACE = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M9 9h.01M15 9h.01";

const MOUTHS: Readonly<Record<Level, string>> = {
  yes: "M8 14s1.5 2 4 2 4-2 4-2",
  partly: "M8 15h8",
  no: "M16 16s-1.5-2-4-2-4 2-4 2",
};

export function face(level: Level): TemplateResult {
  return html`<svg class="icon face" viewBox="0 0 24 24" aria-hidden="true"><path d="${FACE}${MOUTHS[level]}"></path></svg>`;
}
