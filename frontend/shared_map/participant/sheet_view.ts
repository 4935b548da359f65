/** The one sheet of the phone's page, with whatever is in it. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { icon } from "../../base/icons";
import type { ConnectionDraft } from "../../components/connection_form/draft";
import "../../components/connection_form/connection_form";
import { EMPTY_PLACE, type PlaceDraft } from "../../components/place_form/draft";
import type { KithPlaceForm } from "../../components/place_form/place_form";
import "../../components/place_form/place_form";
import "../../components/sheet/sheet";
import type { KindChoice } from "../kinds";
import { pinImages } from "../pin_images";
import { photosOf } from "../photos/page_photos";
import { photoField } from "../photos/views";
import "./by_words_form";
import type { Described } from "./by_words";
import { chooseView, listView } from "./list_view";
import { listedPlaces, titleOf } from "./listing";
import type { ParticipantPage } from "./page";
import { placeView } from "./place_view";
import { sheetKey, type Changing, type ChangingConnection, type Joining, type Sheet, type Telling } from "./state";
import { endView, helpView, wordsView } from "./talk_view";
import { SHEETS } from "./sheet_words";
import { DRAWING, JOINING } from "./words";

/** Held so that they stay: see `pin_images.ts`. */
let images: readonly HTMLImageElement[] | null = null;

export function sheetView(page: ParticipantPage): TemplateResult {
  const { sheet } = page.state;
  images ??= pinImages(document);
  // What this phone kept is sent once this script is there.
  photosOf(page);
  const isBeside = sheet?.kind === "place";
  return html`<kith-sheet
    class=${isBeside ? "phone-beside" : ""}
    .heading=${sheet === null ? "" : headingOf(sheet, page)}
    .open=${sheet !== null}
    .beside=${isBeside}
    @sheet-close=${() => page.closeSheet()}
  >
    ${keyed(sheetKey(sheet), sheet === null ? nothing : inside(sheet, page))}
  </kith-sheet>`;
}

function headingOf(sheet: Sheet, { state: { task }, live }: ParticipantPage): string {
  switch (sheet.kind) {
    case "place":
      return titleOf(live.client.records, sheet.place) ?? "";
    case "tell":
      return sheet.practice ? SHEETS.practice : SHEETS.tell;
    case "choose":
      return task.kind === "join" && task.start !== null ? JOINING.second : JOINING.first;
    case "shape":
      return DRAWING.ask;
    case "by_words":
      return SHEETS.byWords;
    case "change_connection":
      return SHEETS.changeConnection;
    default:
      return SHEETS[sheet.kind];
  }
}

function inside(sheet: Sheet, page: ParticipantPage): TemplateResult {
  switch (sheet.kind) {
    case "place":
      return placeView(page, sheet.place);
    case "list":
      return listView(page, sheet.mineOnly);
    case "choose":
      return chooseView(page);
    case "tell":
      return tellView(page, sheet);
    case "change":
      return changeView(page, sheet);
    case "connect":
    case "change_connection":
      return connectionView(page, sheet);
    case "shape":
      return shapeView(page);
    case "by_words":
      return byWordsView(page);
    case "words":
      return wordsView(page, sheet.words);
    case "help":
      return helpView(page);
    case "end":
      return endView(page);
  }
}

function tellView(page: ParticipantPage, sheet: Telling): TemplateResult {
  return html`${blockedNotice(page, !sheet.practice)}
    <kith-place-form
      .kinds=${kindsOf(page)}
      .draft=${sheet.draft}
      .photo=${photoView(page, sheet)}
      @place-done=${({ detail }: CustomEvent<PlaceDraft>) => told(page, sheet, detail)}
      @place-cancel=${({ target }: Event) => page.placing.dropped(sheet, (target as KithPlaceForm).draft)}
    ></kith-place-form>`;
}

function photoView(page: ParticipantPage, { practice, place, draft }: Telling): TemplateResult | typeof nothing {
  if (practice) return nothing;
  const photos = photosOf(page);
  if (draft !== EMPTY_PLACE) photos.carryTo(place);
  return photoField(photos, place);
}

function told(page: ParticipantPage, sheet: Telling, draft: PlaceDraft): void {
  page.placing.told(sheet, draft);
  if (page.state.sheet !== sheet && !sheet.practice) void photosOf(page).add(sheet.place);
}

/** An asset stays an asset and a meeting place one: others' connections and marks stand on it as what it is. */
function changeView(page: ParticipantPage, sheet: Changing): TemplateResult {
  const isMeeting = sheet.draft.kind === "meeting_place";
  const kinds = kindsOf(page).filter(({ kind }) => (kind === "meeting_place") === isMeeting);
  return html`${blockedNotice(page, true)}
    <kith-place-form
      editing
      .kinds=${kinds}
      .draft=${sheet.draft}
      @place-done=${({ detail }: CustomEvent<PlaceDraft>) => page.placing.changed(sheet, detail)}
      @place-cancel=${() => page.set({ sheet: null })}
    ></kith-place-form>`;
}

function connectionView(page: ParticipantPage, sheet: Joining | ChangingConnection): TemplateResult {
  const { records } = page.live.client;
  const fields = sheet.kind === "connect" ? sheet : (records.get(sheet.connection)?.fields ?? {});
  const { start, end } = fields as { readonly start?: string; readonly end?: string };
  return html`${blockedNotice(page, true)}
    <kith-connection-form
      ?editing=${sheet.kind === "change_connection"}
      .places=${listedPlaces(records, page.live.circumstances(), false)}
      .startTitle=${titleOf(records, start ?? "") ?? ""}
      .endTitle=${titleOf(records, end ?? "") ?? ""}
      .draft=${sheet.draft}
      @connection-done=${({ detail }: CustomEvent<ConnectionDraft>) =>
        sheet.kind === "connect" ? page.joining.joined(sheet, detail) : page.joining.changed(sheet, detail)}
      @connection-cancel=${() => (sheet.kind === "connect" ? page.joining.leave() : page.set({ sheet: null }))}
    ></kith-connection-form>`;
}

function shapeView(page: ParticipantPage): TemplateResult {
  const choice = (words: string, hint: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button-plain button-wide phone-choice" @click=${press}>
      <span>${words}<span class="hint">${hint}</span></span>${icon("next")}
    </button>`;
  return html`<div class="stack">
    <p>${DRAWING.how}</p>
    ${page.situation.main === "place"
      ? nothing
      : choice(DRAWING.spot, DRAWING.spotHint, () => {
          page.set({ sheet: null });
          page.placing.here();
        })}
    ${choice(DRAWING.line, DRAWING.lineHint, () => page.placing.draw("line"))}
    ${choice(DRAWING.area, DRAWING.areaHint, () => page.placing.draw("area"))}
  </div>`;
}

function byWordsView(page: ParticipantPage): TemplateResult {
  const { client, context } = page.live;
  return html`<kith-by-words
    .places=${listedPlaces(client.records, page.live.circumstances(), false)}
    .area=${context.area_name}
    @described=${({ detail }: CustomEvent<Described>) => page.placing.byWords(detail)}
  ></kith-by-words>`;
}

/** Why what stands in the form cannot be sent just now. */
function blockedNotice({ situation: { blocked } }: ParticipantPage, isSent: boolean): TemplateResult | typeof nothing {
  return isSent && blocked !== null ? html`<p class="notice notice-warning" role="status">${blocked}</p>` : nothing;
}

/** The same array while the kinds are the same, so that an open form is not drawn anew for nothing. */
function kindsOf(page: ParticipantPage): readonly KindChoice[] {
  return page.live.workshop?.kinds ?? [];
}
