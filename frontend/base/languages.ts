/** The row of languages, as `base/languages.html` draws it on pages that the server writes whole. */

import { html, type TemplateResult } from "lit";
import { LANGUAGE, words } from "../components/words";

const WORDS = words({ heading: "Language" }, "heading");

/** Each by its own name, in the server's order (`server/kithmap/web/language.py`; a test compares the two). */
export const OFFERED = [
  ["en", "English", "ltr"],
  ["cy", "Cymraeg", "ltr"],
  ["pl", "Polski", "ltr"],
  ["ur", "اردو", "rtl"],
] as const;

/** A plain form: the answer is the same page in the language chosen. What waits to be sent is kept over it. */
export function languagesView(here: string = location.pathname): TemplateResult {
  const now = LANGUAGE.slice(0, 2);
  return html`<h3>${WORDS.heading}</h3>
    <form class="languages" method="post" action="/language" aria-label=${WORDS.heading}>
      <input type="hidden" name="to" value=${here} />
      ${OFFERED.map(
        ([tag, name, direction]) => html`<button
          class="language"
          name="language"
          value=${tag}
          lang=${tag}
          dir=${direction}
          aria-current=${tag === now ? "true" : "false"}
        >
          ${name}
        </button>`,
      )}
    </form>`;
}
