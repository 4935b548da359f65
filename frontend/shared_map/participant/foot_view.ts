/** The foot of the phone's page: chips for the list and one's own places, and the main action under the thumb. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { counted } from "../../components/words";
import { refusedOf } from "../refusals";
import type { ParticipantPage } from "./page";
import type { Task } from "../task";
import { DRAWING, END, FOOT, JOINING, MAIN, MOVING } from "./words";

export function footView(page: ParticipantPage): TemplateResult {
  const { task } = page.state;
  return task.kind === "look" ? looking(page) : during(task, page);
}

function looking(page: ParticipantPage): TemplateResult {
  const { main, blocked, hiding, moderated, isOver } = page.situation;
  return html`<div class="phone-chips">
      ${chip("list", FOOT.list, () => page.set({ sheet: { kind: "list", mineOnly: false } }))} ${mineChip(page)}
      ${blocked === null ? drawChip(page) : nothing}
    </div>
    ${hiding || moderated ? html`<p class="phone-hint">${icon("hide")}<span>${hiding ? FOOT.hiding : FOOT.moderated}</span></p>` : nothing}
    ${main === null
      ? nothing
      : mainButton(MAIN[main], main === "join" ? "link" : "place", () => page.act(), blocked !== null && main !== "practise")}
    ${isOver
      ? html`<button type="button" class="button-plain button-wide" @click=${() => page.set({ sheet: { kind: "end" } })}>
          ${END.again}
        </button>`
      : nothing}`;
}

/** In the connections stage a spot is one of the shapes, as the main action is another. */
function drawChip(page: ParticipantPage): TemplateResult {
  const isMain = page.situation.main === "place";
  return chip("change", isMain ? FOOT.shape : FOOT.add, () => page.set({ sheet: { kind: "shape" } }));
}

function mineChip(page: ParticipantPage): TemplateResult {
  const { pending, records } = page.live.client;
  const waiting = page.own.waiting((id) => records.pendingOn(id));
  const refused = refusedOf(pending.list).length;
  const tag = (words: string): TemplateResult => html`<span class="tag">${words}</span>`;
  return html`<button type="button" class="chip" @click=${() => page.set({ sheet: { kind: "list", mineOnly: true } })}>
    ${counted(FOOT.mine, page.own.count)} ${waiting > 0 ? tag(counted(FOOT.waiting, waiting)) : nothing}
    ${page.ownReview.returned > 0 ? html`<span class="tag tag-refused">${counted(FOOT.returned, page.ownReview.returned)}</span>` : nothing}
    ${refused > 0 ? html`<span class="tag tag-refused">${counted(FOOT.refused, refused)}</span>` : nothing}
  </button>`;
}

function during(task: Exclude<Task, { readonly kind: "look" }>, page: ParticipantPage): TemplateResult {
  const { map } = page.live;
  const isBlocked = page.situation.blocked !== null;
  const leave = (words: string): TemplateResult => chip("close", words, () => page.leave());
  switch (task.kind) {
    case "move":
      return html`<div class="phone-chips">${leave(MOVING.cancel)}</div>
        ${mainButton(MOVING.here, "move", () => page.act(), isBlocked)}`;
    case "join":
      return html`<div class="phone-chips">${leave(JOINING.cancel)}</div>
        ${mainButton(JOINING.fromList, "list", () => page.act(), false)}`;
    case "draw":
      return html`<div class="phone-chips">
          ${leave(DRAWING.cancel)}
          ${task.corners > 0 ? chip("undo", DRAWING.undoCorner, () => map.undoCorner()) : nothing}
          ${task.enough ? chip("done", DRAWING.done, () => page.placing.finishDrawing()) : nothing}
        </div>
        ${mainButton(DRAWING.corner, "add", () => page.act(), false)}`;
  }
}

function chip(name: IconName, words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" @click=${press}>${icon(name)}${words}</button>`;
}

/** While it cannot be used it stays where it is and says why when pressed: a button that vanishes is looked for. */
function mainButton(words: string, name: IconName, press: () => void, isBlocked: boolean): TemplateResult {
  return html`<button
    type="button"
    class="button button-wide button-large phone-main"
    aria-disabled=${isBlocked ? "true" : nothing}
    @click=${press}
  >
    ${icon(name)}${words}
  </button>`;
}
