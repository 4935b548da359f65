/** The ways from the map to one's own page, which the server writes whole: it works on any phone, and after the end. */

import { html, nothing, type TemplateResult } from "lit";
import type { PageContext } from "../live_context";
import { ME } from "./me_words";

type Mine = Pick<PageContext, "role" | "workshop">;

export function meLink(context: Mine, text: string = ME.mine): TemplateResult | typeof nothing {
  return context.role === "participant" ? html`<p><a href=${pageOf(context)}>${text}</a></p>` : nothing;
}

/** In the lobby, while one waits. */
export function aboutMeLink(context: Mine): TemplateResult | typeof nothing {
  if (context.role !== "participant") return nothing;
  return html`<p><a class="button-plain" href=${`${pageOf(context)}/about`}>${ME.about}</a></p>
    <p class="hint">${ME.aboutHint}</p>`;
}

function pageOf({ workshop }: Mine): string {
  return `/w/${encodeURIComponent(workshop)}/me`;
}
