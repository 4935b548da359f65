/** The sheet of what was taken off the map, from where it is put back. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { fill, LANGUAGE } from "../../components/words";
import { removedTitle, type Removed, type RemovedThing } from "./removed";
import { REMOVED } from "./words";

export interface RemovedDesk {
  readonly removed: Removed;
  readonly placing: { putBack(thing: RemovedThing): void };
}

export function removedView({ removed, placing }: RemovedDesk): TemplateResult {
  const { things } = removed;
  if (removed.hasFailed) return failedView(removed);
  if (things === null) return html`<p class="stack" role="status">${REMOVED.coming}</p>`;
  if (things.length === 0) return html`<p class="stack">${REMOVED.none}</p>`;
  return html`<div class="stack">
    <p>${REMOVED.about}</p>
    <ul class="console-removed">
      ${things.map((thing) => thingView(thing, () => placing.putBack(thing)))}
    </ul>
  </div>`;
}

function thingView(thing: RemovedThing, putBack: () => void): TemplateResult {
  const title = removedTitle(thing);
  return html`<li>
    <span>${thing.kind === "connection" ? icon("link") : nothing}<strong>${title}</strong><span class="hint">${takenOff(thing)}</span></span>
    <button type="button" class="chip" aria-label=${fill(REMOVED.putBack, { title })} @click=${putBack}>
      ${icon("undo")}${REMOVED.back}
    </button>
  </li>`;
}

function takenOff({ by, at }: RemovedThing): string {
  const time = timeWords(new Date(at));
  return by === null ? fill(REMOVED.byFacilitator, { time }) : fill(REMOVED.by, { name: by, time });
}

/** The time of day; with its day where that is another than today's. */
function timeWords(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(LANGUAGE, { ...day, hour: "2-digit", minute: "2-digit" }).format(at);
}

function failedView(removed: Removed): TemplateResult {
  return html`<div class="stack">
    <p role="alert">${REMOVED.failed}</p>
    <button type="button" class="button-plain" @click=${() => void removed.look()}>${icon("undo")}${REMOVED.again}</button>
  </div>`;
}
