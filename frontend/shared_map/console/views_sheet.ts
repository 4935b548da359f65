/** The one sheet of the console, with whatever is in it. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { icon } from "../../base/icons";
import type { ConnectionDraft } from "../../components/connection_form/draft";
import "../../components/connection_form/connection_form";
import type { PlaceDraft } from "../../components/place_form/draft";
import "../../components/place_form/place_form";
import type { ListedPlace, PlaceAction } from "../../components/place_list/place_list";
import "../../components/place_list/place_list";
import "../../components/sheet/sheet";
import { radios } from "../../components/choices";
import { guideSheetView } from "../../guides/sheets_view";
import type { DrawingForm } from "../map_canvas/types";
import type { Moderating } from "../moderation/moderating";
import { backFormView } from "../moderation/views_back";
import { mergeView, pairsView } from "../moderation/views_pairs";
import { queueView } from "../moderation/views_queue";
import { roundFormView } from "../moderation/views_round";
import { cardsView } from "../paper_cards/view";
import { photosOf } from "../photos/page_photos";
import { photoField } from "../photos/views";
import { titleOf } from "../participant/listing";
import type { Desk } from "./desk";
import { ANSWERS, ARROWS, HELP, KEYS } from "./help_words";
import { forWhomView } from "./for_whom";
import type { Joining } from "./joining";
import type { Leading } from "./leading";
import type { Placing } from "./placing";
import type { Removed } from "./removed";
import { isBeside, sheetKey, type Changing, type ChangingConnection, type Connecting, type Sheet, type Telling } from "./state";
import { removedView } from "./views_removed";
import { key } from "./views_top";
import { PAUSE, SHEETS, SOURCE, TASKS } from "./words";

/** What the sheets need of the console. */
export interface SheetDesk extends Desk {
  readonly leading: Leading;
  readonly placing: Placing;
  readonly joining: Joining;
  readonly removed: Removed;
  readonly moderating: Moderating;
  listed(): readonly ListedPlace[];
  act(action: PlaceAction, place: string): void;
  closeSheet(): void;
}

export function sheetView(desk: SheetDesk): TemplateResult {
  const { sheet } = desk.state;
  return html`<kith-sheet
    .heading=${sheet === null ? "" : SHEETS[sheet.kind]}
    .open=${sheet !== null}
    .beside=${isBeside(sheet)}
    @sheet-close=${() => desk.closeSheet()}
  >
    ${keyed(sheetKey(sheet), sheet === null ? nothing : inside(sheet, desk))}
  </kith-sheet>`;
}

function inside(sheet: Sheet, desk: SheetDesk): TemplateResult {
  switch (sheet.kind) {
    case "help":
      return helpView();
    case "list":
      return listView(desk);
    case "cards":
      return cardsView(desk);
    case "shape":
      return shapeView(desk);
    case "pause":
      return pauseView(desk);
    case "round":
      return roundFormView(desk);
    case "removed":
      return removedView(desk);
    case "run_sheet":
    case "prompt":
    case "went":
      return guideSheetView(sheet.kind, desk);
    case "queue":
      return queueView(desk);
    case "pairs":
      return pairsView(desk);
    case "merge":
      return mergeView(desk, sheet.place, desk.listed());
    case "back":
      return backFormView(desk, sheet);
    case "tell":
    case "change":
      return placeFormView(desk, sheet);
    case "connect":
    case "change_connection":
      return connectionView(desk, sheet);
  }
}

function listView(desk: SheetDesk): TemplateResult {
  const { task } = desk.state;
  return html`<kith-place-list
    ?picking=${task.kind === "join"}
    .places=${desk.listed()}
    @place-pick=${({ detail }: CustomEvent<{ readonly id: string }>) => desk.joining.choose(detail.id)}
    @place-action=${({ detail }: CustomEvent<{ readonly action: PlaceAction; readonly id: string }>) =>
      desk.act(detail.action, detail.id)}
  ></kith-place-list>`;
}

function placeFormView(desk: SheetDesk, sheet: Telling | Changing): TemplateResult {
  const isChange = sheet.kind === "change";
  const all = desk.live.workshop?.kinds ?? [];
  const isMeeting = sheet.draft.kind === "meeting_place";
  // An asset stays an asset and a meeting place one: connections and marks stand on it as what it is.
  const kinds = isChange ? all.filter(({ kind }) => (kind === "meeting_place") === isMeeting) : all;
  const done = ({ detail }: CustomEvent<PlaceDraft>): void => {
    if (sheet.kind === "change") return desk.placing.changed(sheet, detail);
    desk.placing.told(sheet, detail);
    if (desk.state.sheet !== sheet) void photosOf(desk).add(sheet.place);
  };
  return html`${isChange ? nothing : sourceView(desk)}<kith-place-form
    ?editing=${isChange}
    .kinds=${kinds}
    .draft=${sheet.draft}
    .photo=${isChange ? nothing : photoField(photosOf(desk), sheet.place)}
    @place-done=${done}
    @place-cancel=${() => desk.closeSheet()}
  ></kith-place-form>`;
}

function connectionView(desk: SheetDesk, sheet: Connecting | ChangingConnection): TemplateResult {
  const { records } = desk.live.client;
  const fields = sheet.kind === "connect" ? sheet : (records.get(sheet.connection)?.fields ?? {});
  const { start, end } = fields as { readonly start?: string; readonly end?: string };
  const done = ({ detail }: CustomEvent<ConnectionDraft>): void =>
    sheet.kind === "connect" ? desk.joining.joined(sheet, detail) : desk.joining.changed(sheet, detail);
  return html`${sheet.kind === "connect" ? sourceView(desk) : nothing}<kith-connection-form
    ?editing=${sheet.kind === "change_connection"}
    .places=${desk.listed()}
    .startTitle=${titleOf(records, start ?? "") ?? ""}
    .endTitle=${titleOf(records, end ?? "") ?? ""}
    .draft=${sheet.draft}
    @connection-done=${done}
    @connection-cancel=${() => desk.closeSheet()}
  ></kith-connection-form>`;
}

/** Whose word it is: kept from one to the next, as a pile of cards is typed in one go. */
function sourceView(desk: SheetDesk): TemplateResult {
  const { facilitator, paper } = SOURCE;
  const group = { name: "console-source", question: SOURCE.question, choices: { facilitator, paper } };
  return html`<div class="console-source stack">
    ${radios(group, desk.state.source, (source) => desk.set({ source }))} ${forWhomView(desk)}
  </div>`;
}

function choice(words: string, hint: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button-plain button-wide console-choice" @click=${press}>
    <span>${words}<span class="hint">${hint}</span></span>${icon("next")}
  </button>`;
}

function shapeView({ placing }: SheetDesk): TemplateResult {
  const draw = (form: DrawingForm) => () => placing.draw(form);
  return html`<div class="stack">
    ${choice(TASKS.line, TASKS.lineHint, draw("line"))} ${choice(TASKS.area, TASKS.areaHint, draw("area"))}
  </div>`;
}

function pauseView(desk: SheetDesk): TemplateResult {
  const pause = (event: Event): void => {
    event.preventDefault();
    desk.leading.pause(String(new FormData(event.target as HTMLFormElement).get("because") ?? "").trim());
  };
  return html`<form class="form" @submit=${pause}>
    <div class="field">
      <label for="pause-because">${PAUSE.why}</label>
      <p class="hint" id="pause-hint">${PAUSE.hint}</p>
      <input
        class="input"
        id="pause-because"
        name="because"
        autofocus
        maxlength="200"
        autocomplete="off"
        placeholder=${PAUSE.example}
        aria-describedby="pause-hint"
      />
    </div>
    <div class="form-buttons">
      <button type="submit" class="button button-large">${PAUSE.pause}</button>
      <button type="button" class="button-plain" @click=${() => desk.closeSheet()}>${PAUSE.cancel}</button>
    </div>
  </form>`;
}

function helpView(): TemplateResult {
  return html`<div class="stack">
    <h3>${HELP.keys}</h3>
    <dl class="console-keys">
      ${KEYS.map(([name, does]) => html`<dt>${key(name)}<span class="visually-hidden">${name}</span></dt><dd>${does}</dd>`)}
    </dl>
    <p>${ARROWS}</p>
    <h3>${HELP.answers}</h3>
    ${ANSWERS.map(([question, answer]) => html`<div><h4>${question}</h4><p>${answer}</p></div>`)}
  </div>`;
}
