/** Parts of the projector's screen that belong to one stage: who gathers, what is most connected, how it was. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { aliasView } from "../../components/alias/alias";
import { counted, fill } from "../../components/words";
import { barsView } from "../../evaluation/bars";
import { HALL, SHOWN } from "../../evaluation/words";
import type { PresenceMessage } from "../../sync/protocol";
import type { Linked } from "../links";
import { GATHERING, LINKED } from "./stage_words";
import type { HallFacts } from "./views";
import { WORDS } from "./words";

/** People named where the whole screen is theirs. */
const MOST_GATHERED = 60;

/** Who is here, as colours and animals; whoever comes is seen to come. */
export function people(presence: PresenceMessage | null, most: number): TemplateResult {
  const present = presence?.people ?? [];
  const others = present.length - most;
  return html`<ul class="hall-people">
    ${repeat(
      present.slice(0, most),
      ({ person }) => person,
      ({ name, state }) => html`<li class="hall-person hall-person-${state}">${aliasView(name)}</li>`,
    )}
    ${others > 0 ? html`<li class="hall-person">${counted(WORDS.more, others)}</li>` : nothing}
  </ul>`;
}

export function gathering({ presence }: HallFacts): TemplateResult {
  return html`<section class="hall-gathering">
    <h2>${GATHERING.heading}</h2>
    ${people(presence, MOST_GATHERED)}
    <p>${GATHERING.begin}</p>
  </section>`;
}

export function linkedView({ linked }: HallFacts): TemplateResult | typeof nothing {
  if (linked.length === 0) return nothing;
  return html`<aside class="hall-linked steps-aside">
    <h3>${LINKED.heading}</h3>
    <ol>
      ${linked.map(({ title, links }) => html`<li><span>${title}</span> <small>${counted(LINKED.links, links)}</small></li>`)}
    </ol>
  </aside>`;
}

/** For the end: what belongs together most, in the room's own names for it. */
export function togetherView(linked: readonly Linked[]): TemplateResult | typeof nothing {
  if (linked.length === 0) return nothing;
  return html`<p>${fill(LINKED.together, { titles: linked.map(({ title }) => title).join(LINKED.between) })}</p>`;
}

export function reflectView({ reflections, answered }: HallFacts): TemplateResult {
  if (reflections !== null) {
    return html`<section class="hall-answers steps-aside">
      <h2>${SHOWN.heading}</h2>
      ${barsView(reflections.questions)}
      <p>${counted(SHOWN.answered, reflections.answered)}</p>
    </section>`;
  }
  return html`<section class="hall-notice steps-aside">
    <h2>${HALL.ask}</h2>
    <p>${HALL.how}</p>
    ${answered > 0 ? html`<p class="hall-answered" role="status">${counted(HALL.answered, answered)}</p>` : nothing}
  </section>`;
}
