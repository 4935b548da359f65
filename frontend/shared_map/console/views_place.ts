/** The card of the chosen place: what is known of it, and all that can be done with it. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import type { PlaceAction } from "../../components/place_list/place_list";
import { HOW_MANY, HOW_OFTEN, OPEN_TO } from "../../components/place_form/words";
import { counted, fill } from "../../components/words";
import type { Fields, WireRecord } from "../../sync/protocol";
import { kindMark, type KindChoice } from "../kinds";
import { kindOf } from "../map_features";
import type { ToldConnection } from "../participant/told_connections";
import { isFromFile, provenanceLine } from "../provenance";
import { placeDraft } from "../wishes";
import { statesOf } from "../moderation/views_card_part";
import { causeOf } from "../review";
import { flagsOf } from "./place_book";
import { key } from "./views_top";
import { FLAGS, PLACE } from "./words";

export interface PlaceFacts {
  readonly record: WireRecord;
  readonly kinds: readonly KindChoice[];
  readonly meToo: number;
  readonly connections: readonly ToldConnection[];
  readonly addedBy: string;
  readonly photo: TemplateResult | typeof nothing;
  readonly photoButtons: TemplateResult | typeof nothing;
  readonly isLit: boolean;
  readonly actions: readonly PlaceAction[];
  readonly act: (action: PlaceAction) => void;
  readonly choose: (place: string) => void;
  readonly letGo: () => void;
  /** What keeps it from everyone's sight, and what can be done about that. */
  readonly moderation: TemplateResult;
  /** What can be done about all that its author added. */
  readonly person: TemplateResult | typeof nothing;
  readonly changeConnection: (connection: string) => void;
  readonly removeConnection: (connection: string) => void;
  readonly hideConnection: (connection: string, isHidden: boolean) => void;
}

export function placeView(facts: PlaceFacts): TemplateResult {
  const { record, kinds, meToo, addedBy, letGo } = facts;
  const { kind, label } = kindOf(record, kinds);
  const { title, note } = record.fields as { title: string; note: string };
  const words = [label, meToo > 0 ? counted(PLACE.meToo, meToo) : "", addedBy].filter((each) => each !== "");
  return html`<section class="card console-place-card kind-${kind}" aria-label=${title}>
    <div class="console-place-head">
      ${kindMark(kind)}
      <h3 tabindex="-1">${title}</h3>
      <button type="button" class="button-quiet button-icon" aria-label=${PLACE.letGo} @click=${letGo}>${icon("close")}</button>
    </div>
    <p class="hint">${words.join(PLACE.between)}</p>
    ${facts.moderation} ${flagsView(record)} ${note ? html`<p class="console-note">${note}</p>` : nothing} ${meetingView(record)}
    ${isFromFile(record.fields) ? html`<p class="hint">${fill(PLACE.fromFile, { line: provenanceLine(record.fields) })}</p>` : nothing}
    ${facts.photo}
    <div class="buttons">${facts.actions.map((action) => actionView(action, facts))} ${facts.photoButtons}</div>
    ${facts.person} ${connectionsView(facts)}
  </section>`;
}

function flagsView(record: WireRecord): TemplateResult | typeof nothing {
  const flags = flagsOf(record);
  return flags.length === 0
    ? nothing
    : html`<p class="console-flags">${flags.map((flag) => html`<span class="tag">${FLAGS[flag]}</span> `)}</p>`;
}

function meetingView(record: WireRecord): TemplateResult | typeof nothing {
  if (record.kind !== "meeting_place") return nothing;
  const { who, how_often, how_many, open_to } = placeDraft(record.kind, record.fields).meeting;
  const told = [
    [PLACE.who, who],
    [PLACE.howOften, how_often === null ? "" : HOW_OFTEN[how_often]],
    [PLACE.howMany, how_many === null ? "" : HOW_MANY[how_many]],
    [PLACE.openTo, open_to === null ? "" : OPEN_TO[open_to]],
  ].filter(([, answer]) => answer !== "");
  return told.length === 0
    ? nothing
    : html`<dl class="facts">
        ${told.map(([question, answer]) => html`<dt>${question}</dt><dd>${answer}</dd>`)}
      </dl>`;
}

type CardAction = Exclude<PlaceAction, "show" | "me_too">;

const LOOKS: Readonly<Record<CardAction, readonly [IconName, string]>> = {
  spotlight: ["spotlight", PLACE.spotlight],
  connect: ["link", PLACE.join],
  change: ["change", PLACE.change],
  move: ["move", PLACE.move],
  hide: ["hide", PLACE.hide],
  unhide: ["show", PLACE.unhide],
  remove: ["remove", PLACE.remove],
};

function actionView(action: PlaceAction, { isLit, act }: PlaceFacts): TemplateResult | typeof nothing {
  // It is shown already; a facilitator says nothing of their own here.
  if (action === "show" || action === "me_too") return nothing;
  const [name, words] = LOOKS[action];
  const isSpotlight = action === "spotlight";
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${isSpotlight ? (isLit ? "true" : "false") : nothing}
    @click=${() => act(action)}
  >
    ${icon(name)}${isSpotlight && isLit ? PLACE.dark : words}${isSpotlight ? html` ${key("S")}` : nothing}
  </button>`;
}

function connectionsView({ connections, choose, changeConnection, removeConnection, hideConnection }: PlaceFacts): TemplateResult | typeof nothing {
  if (connections.length === 0) return nothing;
  const button = (name: IconName, words: string, title: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button-quiet button-icon" aria-label=${fill(words, { title })} @click=${press}>
      ${icon(name)}
    </button>`;
  return html`<h4>${PLACE.connections}</h4>
    <ul class="console-connections">
      ${connections.map(
        ({ id, other, title, facts, outcome, words, record: { fields } }) => html`<li>
          <div class="console-connection">
            <button type="button" class="button-quiet" @click=${() => choose(other)}>${icon("link")}${title}</button>
            <span class="console-connection-acts">
              ${button("change", PLACE.changeConnection, title, () => changeConnection(id))}
              ${causeOf(fields) === null
                ? button("hide", PLACE.hideConnection, title, () => hideConnection(id, false))
                : button("show", PLACE.unhideConnection, title, () => hideConnection(id, true))}
              ${button("remove", PLACE.removeConnection, title, () => removeConnection(id))}
            </span>
          </div>
          <p class="hint">${[...facts, outcome].filter(Boolean).join(PLACE.between)}</p>
          ${words ? html`<p>${words}</p>` : nothing} ${stateView(fields)}
        </li>`,
      )}
    </ul>`;
}

/** What keeps a connection from everyone's sight, apart from its places. */
function stateView(fields: Fields): TemplateResult | typeof nothing {
  const states = statesOf(fields);
  return states.length === 0 ? nothing : html`<div class="notice notice-warning">${states.map((words) => html`<p>${words}</p>`)}</div>`;
}
