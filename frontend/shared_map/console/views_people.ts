/** Who is here: a count at a glance, names on request, and a quiet word of who is quiet. */

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { counted } from "../../components/words";
import type { Present } from "../../sync/protocol";
import type { Gathered } from "./people_book";
import { PEOPLE } from "./stage_words";

/** Names that are drawn before one asks for all: three hundred at once cost a slow laptop a tenth of a second. */
const MOST_NAMED = 40;

export interface PeopleFacts {
  readonly gathered: Gathered;
  readonly count: number;
  readonly addedBy: (person: string) => number;
  readonly isOpen: boolean;
  readonly open: (isOpen: boolean) => void;
  readonly isWhole: boolean;
  readonly showAll: () => void;
}

export function peopleView(facts: PeopleFacts): TemplateResult {
  const { gathered, count, isOpen, open } = facts;
  const { quiet, idle, gone } = gathered;
  const hints = [
    idle.length > 0 ? counted(PEOPLE.away, idle.length) : "",
    gone.length > 0 ? counted(PEOPLE.gone, gone.length) : "",
  ].filter((words) => words !== "");
  return html`<section class="console-part">
    <details
      class="console-people"
      ?open=${isOpen}
      @toggle=${(event: Event) => open((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <h3>${counted(PEOPLE.here, count)}</h3>
        ${quiet.length > 0 ? html`<span class="tag console-quiet">${counted(PEOPLE.quiet, quiet.length)}</span>` : nothing}
        ${hints.map((words) => html`<span class="hint">${words}</span>`)}
      </summary>
      ${isOpen ? groupsView(facts) : nothing}
    </details>
  </section>`;
}

function groupsView(facts: PeopleFacts): TemplateResult {
  const { active, idle, gone, quiet } = facts.gathered;
  if (active.length + idle.length + gone.length === 0) return html`<p class="hint">${PEOPLE.waiting}</p>`;
  return html`${group(counted(PEOPLE.quiet, quiet.length), quiet, facts, PEOPLE.quietHint)}
  ${group(counted(PEOPLE.active, active.length), active, facts)} ${group(counted(PEOPLE.away, idle.length), idle, facts)}
  ${group(counted(PEOPLE.gone, gone.length), gone, facts)}`;
}

function group(
  heading: string,
  people: readonly Present[],
  { addedBy, isWhole, showAll }: PeopleFacts,
  hint = "",
): TemplateResult | typeof nothing {
  if (people.length === 0) return nothing;
  const shown = isWhole ? people : people.slice(0, MOST_NAMED);
  const others = people.length - shown.length;
  return html`<div class="console-group">
    <h4>${heading}</h4>
    ${hint === "" ? nothing : html`<p class="hint">${hint}</p>`}
    <ul class="console-names">
      ${guard([linesOf(shown, addedBy)], () => namesView(shown, addedBy))}
    </ul>
    ${others > 0
      ? html`<button type="button" class="button-quiet" @click=${showAll}>${counted(PEOPLE.more, others)}</button>`
      : nothing}
  </div>`;
}

/** All that the lines of these people say. The room changes several times a second, and what is said of its people seldom. */
function linesOf(people: readonly Present[], addedBy: PeopleFacts["addedBy"]): string {
  return people.map(({ person, name, state }) => `${person} ${state} ${addedBy(person)} ${name}`).join("\n");
}

function namesView(people: readonly Present[], addedBy: PeopleFacts["addedBy"]): unknown {
  return repeat(
    people,
    ({ person }) => person,
    ({ person, name, state }) =>
      html`<li class="console-name">
        <span class="console-presence console-presence-${state}"></span>
        <span class="console-name-words">${name}</span>
        <span class="hint">${addedWords(addedBy(person))}</span>
      </li>`,
  );
}

function addedWords(added: number): string {
  return added === 0 ? PEOPLE.nothing : counted(PEOPLE.added, added);
}
