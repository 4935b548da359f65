/** Over the phone's map: what the room's stage shows, and the place that the facilitator points at. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import { aliasView } from "../../components/alias/alias";
import { counted, fill } from "../../components/words";
import { titleOf } from "./listing";
import { aboutMeLink } from "./me_view";
import type { ParticipantPage } from "./page";
import { stageScreenOf } from "./stage_screen";
import { LOBBY, SPOTLIGHT } from "./stage_words";
import "./stage.css";

export function stageView(page: ParticipantPage): TemplateResult {
  return html`${insideView(page)} ${spotlightView(page)}`;
}

function insideView(page: ParticipantPage): TemplateResult | typeof nothing {
  const { live, state } = page;
  switch (state.task.kind === "look" ? stageScreenOf(live.workshop) : null) {
    case "lobby":
      return lobbyView(page);
    case "agree":
      return html`<section class="phone-stage-cover">${page.agreeing.view?.(page) ?? nothing}</section>`;
    case "reflect":
      return html`<section class="phone-stage-cover">${page.lookingBack.view?.(page) ?? nothing}</section>`;
    default:
      return nothing;
  }
}

function lobbyView({ live }: ParticipantPage): TemplateResult {
  const { alias } = live.context;
  const count = live.client.presence?.count ?? 0;
  return html`<section class="phone-stage-card phone-lobby">
    ${alias === "" ? nothing : html`<p class="phone-lobby-you">${LOBBY.you} <strong>${aliasView(alias)}</strong></p>`}
    <p class="phone-lobby-next">${count < 2 ? nothing : counted(LOBBY.here, count)} ${LOBBY.next}</p>
    ${aboutMeLink(live.context)}
  </section>`;
}

/** Only a place that this person may see, and not one that they look at already. */
function spotlightView(page: ParticipantPage): TemplateResult | typeof nothing {
  const { live, state } = page;
  const lit = live.client.presence?.spotlight ?? null;
  const title = lit === null || lit === page.lookedAt ? null : titleOf(live.client.records, lit);
  if (lit === null || title === null || state.sheet !== null || state.task.kind !== "look") return nothing;
  return html`<div class="phone-spotlight" role="status">
    <p>${icon("spotlight")}<span>${fill(SPOTLIGHT.shows, { title })}</span></p>
    <button type="button" class="button" @click=${() => page.look(lit)}>${SPOTLIGHT.look}</button>
  </div>`;
}
