/** The top of the phone's page: where the room is and what to do, help, and the strip that tells of the line. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import "../../components/strip/strip";
import { counted, fill } from "../../components/words";
import { titleOf } from "./listing";
import type { ParticipantPage } from "./page";
import { DRAWING, JOINING, MOVING, TOP, type TopWords } from "./words";

export function topView(page: ParticipantPage): TemplateResult {
  const { headline, todo } = topWords(page);
  const { state, words } = page.strip.shown;
  return html`<div class="phone-line">
      <p class="phone-now" role="status"><strong dir="auto">${headline}</strong> <span>${todo}</span></p>
      <button
        type="button"
        class="button-plain button-icon phone-help"
        aria-label=${TOP.help}
        @click=${() => page.set({ sheet: { kind: "help" } })}
      >
        ?
      </button>
    </div>
    <kith-strip .state=${state} .reason=${words}></kith-strip>`;
}

/** What stands on the map beside its own buttons. */
export function toolsView(page: ParticipantPage): TemplateResult | typeof nothing {
  if (!page.locating.isOffered) return nothing;
  return html`<button
    type="button"
    class="phone-locate"
    aria-label=${TOP.locate}
    @click=${() => void page.locating.show()}
  >
    ${icon("crosshair")}
  </button>`;
}

/** A task on the map comes before what the room is doing: the person has to know how to end it. */
export function topWords({ state: { task }, situation, live }: Pick<ParticipantPage, "state" | "situation" | "live">): TopWords {
  const title = (id: string): string => titleOf(live.client.records, id) ?? "";
  switch (task.kind) {
    case "move":
      return { headline: fill(MOVING.heading, { title: title(task.place) }), todo: MOVING.todo };
    case "draw": {
      const todo = task.corners === 0 ? DRAWING.first : counted(DRAWING.next, task.corners);
      return { headline: DRAWING.heading[task.form], todo };
    }
    case "join":
      return task.start === null
        ? { headline: JOINING.first, todo: JOINING.todo }
        : { headline: JOINING.second, todo: fill(JOINING.with, { title: title(task.start) }) };
    case "look":
      return situation;
  }
}
