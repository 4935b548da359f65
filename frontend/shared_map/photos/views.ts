/** A place's photo in its form and on its card, for phone and console alike. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import "../../components/photo/photo";
import { fill, number } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import type { PageContext } from "../live_context";
import type { OwnPhoto, PlacePhotos } from "./place_photos";
import { photoOf, photoSource } from "./shown";
import { PHOTO } from "./words";
import "./photos.css";

/** What phones and laptops call pictures. Phones offer their camera for it, and change what the server does not read. */
const TYPES = "image/jpeg,image/png,image/webp";

/** The part of a place's form that asks for a photo. */
export function photoField(photos: PlacePhotos, place: string): TemplateResult {
  const own = photos.of(place);
  return html`<fieldset class="place-photo">
    <legend>${PHOTO.ask}</legend>
    <p class="hint">${PHOTO.hint}</p>
    ${own === null ? nothing : ownView(own)} ${isRead(own) ? altField(photos, place, own) : nothing}
    <div class="buttons">
      ${chooser(photos, place, isRead(own) ? PHOTO.another : PHOTO.choose)}
      ${own === null
        ? nothing
        : html`<button type="button" class="chip" @click=${() => photos.drop(place)}>${icon("remove")}${PHOTO.drop}</button>`}
    </div>
  </fieldset>`;
}

export interface CardPhoto {
  readonly photos: PlacePhotos;
  readonly record: WireRecord;
  readonly context: PageContext;
}

/** The photo on a place's card, or the one that is on its way to it. */
export function photoCard({ photos, record, context }: CardPhoto): TemplateResult | typeof nothing {
  const own = photos.of(record.id);
  if (own !== null) return ownCard(photos, record.id, own);
  const photo = photoOf(record);
  if (photo === null) return nothing;
  const title = record.fields["title"] as string;
  return html`<kith-photo
    .src=${photoSource(context, photo.id, "large")}
    .small=${photoSource(context, photo.id, "small")}
    .alt=${photo.alt || fill(PHOTO.unnamed, { title })}
    .width=${photo.width}
    .height=${photo.height}
  ></kith-photo>`;
}

/** What may be done with a place's photo, to stand among the other buttons of its card. */
export function photoButtons(photos: PlacePhotos, record: WireRecord, remove: () => void): TemplateResult | typeof nothing {
  if (photos.of(record.id) !== null) return nothing;
  if (photoOf(record) === null) return chooser(photos, record.id, PHOTO.choose);
  return html`${chooser(photos, record.id, PHOTO.change)}
    <button type="button" class="chip" @click=${remove}>${icon("remove")}${PHOTO.remove}</button>`;
}

/** A photo of one's own that is not on the place yet. */
function ownCard(photos: PlacePhotos, place: string, own: OwnPhoto): TemplateResult {
  if (own.state !== "chosen" && own.state !== "unreadable") return ownView(own);
  return html`${ownView(own)} ${isRead(own) ? altField(photos, place, own) : nothing}
    <div class="buttons">
      ${isRead(own)
        ? html`<button type="button" class="button" @click=${() => void photos.add(place)}>${PHOTO.add}</button>`
        : chooser(photos, place, PHOTO.choose)}
      <button type="button" class="button-plain" @click=${() => photos.drop(place)}>${PHOTO.cancel}</button>
    </div>`;
}

function ownView({ state, src, alt, width, height, progress }: OwnPhoto): TemplateResult {
  const percent = number(Math.round(progress * 100));
  const said = {
    preparing: PHOTO.preparing,
    unreadable: PHOTO.unreadable,
    chosen: "",
    waiting: PHOTO.waiting,
    sending: fill(PHOTO.sending, { percent }),
  }[state];
  return html`${src === "" ? nothing : html`<img class="place-photo-own" src=${src} alt=${alt} width=${width} height=${height} />`}
    ${state === "sending" ? html`<progress class="place-photo-progress" max="1" .value=${progress} aria-hidden="true"></progress>` : nothing}
    <p class=${state === "unreadable" ? "field-error" : "hint"} role="status">${said}</p>`;
}

function altField(photos: PlacePhotos, place: string, { alt }: OwnPhoto): TemplateResult {
  return html`<div class="field">
    <label for="place-photo-alt">${PHOTO.alt}</label>
    <p class="hint" id="place-photo-alt-hint">${PHOTO.altHint}</p>
    <input
      class="input"
      id="place-photo-alt"
      autocomplete="off"
      maxlength="200"
      aria-describedby="place-photo-alt-hint"
      .value=${alt}
      @input=${(event: Event) => photos.describe(place, (event.target as HTMLInputElement).value)}
    />
  </div>`;
}

/** A label that looks like a button around the browser's own field: it opens camera or album, and is reached by the Tab key. */
function chooser(photos: PlacePhotos, place: string, said: string): TemplateResult {
  const chosen = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    const file = field.files?.[0];
    // The same picture may be chosen again.
    field.value = "";
    if (file !== undefined) void photos.choose(place, file);
  };
  return html`<label class="chip place-photo-choose">
    <input class="visually-hidden" type="file" accept=${TYPES} @change=${chosen} />${icon("photo")}${said}
  </label>`;
}

function isRead(own: OwnPhoto | null): own is OwnPhoto {
  return own !== null && own.src !== "";
}
