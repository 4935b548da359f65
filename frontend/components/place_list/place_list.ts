import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon, type IconName } from "../../base/icons";
import { kindMark, type KindCode } from "../../shared_map/kinds";
import type { Standing } from "../../shared_map/map_canvas/types";
import { define, KithElement } from "../element";
import { counted, fill, type Plural } from "../words";
import { filterPlaces } from "./place_filter";
import { ACTION_WORDS, STANDING_WORDS, WORDS } from "./words";
import "../../shared_map/kinds.css";
import "./place_list.css";

/** What can be done with a place; `spotlight`, `hide` and `unhide` are for those who lead the room. */
export type PlaceAction = "show" | "me_too" | "spotlight" | "connect" | "change" | "move" | "hide" | "unhide" | "remove";

export interface ListedPlace {
  readonly id: string;
  readonly kind: KindCode;
  readonly kindLabel: string;
  readonly title: string;
  readonly note: string;
  readonly mine: boolean;
  readonly standing: Standing;
  /** Why it was refused, in the server's words. */
  readonly reason?: string;
  readonly meToo: number;
  readonly meTooMine: boolean;
  readonly connections: number;
  /** What this person may do with it, in this order. */
  readonly actions: readonly PlaceAction[];
}

const ACTION_ICONS: Readonly<Record<PlaceAction, IconName>> = {
  show: "place",
  me_too: "me_too",
  spotlight: "spotlight",
  connect: "link",
  change: "change",
  move: "move",
  hide: "hide",
  unhide: "show",
  remove: "remove",
};

/** Places that are listed at first, and how many more at each wish: a thousand at once cost a slow laptop half a second. */
export const LISTED = 60;

/**
 * The list beside the map. It does everything the map does: it finds places, tells all about them, and has a button for
 * each thing one can do. The page hears `place-action`, or `place-pick` where one place is to be chosen.
 */
export class KithPlaceList extends KithElement {
  static override properties = {
    places: { attribute: false },
    openPlace: { attribute: false },
    mineOnly: { attribute: false },
    picking: { type: Boolean },
    words: { state: true },
    most: { state: true },
  };

  places: readonly ListedPlace[] = [];
  /** The identifier of the place whose buttons show; null for none. */
  openPlace: string | null = null;
  /** Whether only the person's own places are listed; they can change that. */
  mineOnly = false;
  /** For choosing one: a place is told as `place-pick` instead of opening. */
  picking = false;

  private words = "";
  private most = LISTED;

  override render(): TemplateResult {
    const found = filterPlaces(this.places, { words: this.words, mineOnly: this.mineOnly });
    const open = found.findIndex(({ id }) => id === this.openPlace);
    const shown = found.slice(0, Math.max(this.most, open + 1));
    return html`${this.filterFields()}
      <p class="list-count" role="status">${this.countWords(found.length)}</p>
      <ul class="place-items">
        ${repeat(
          shown,
          ({ id }) => id,
          (place) => this.item(place),
        )}
      </ul>
      ${this.moreButton(shown.length, found.length - shown.length)}`;
  }

  private moreButton(shown: number, others: number): TemplateResult | typeof nothing {
    if (others === 0) return nothing;
    return html`<button type="button" class="button-quiet button-wide" @click=${() => void this.showMore(shown)}>
      ${counted(WORDS.more, Math.min(others, LISTED))}
    </button>`;
  }

  /** List some more, and go on at the first of them: the button may be gone by then. */
  private async showMore(shown: number): Promise<void> {
    this.most = shown + LISTED;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>(".place-button")[shown]?.focus();
  }

  private search(words: string): void {
    this.words = words;
    this.most = LISTED;
  }

  private filterFields(): TemplateResult {
    return html`<div class="list-filter" role="search">
      <label class="list-search">
        <span class="visually-hidden">${WORDS.search}</span>${icon("search")}
        <input
          class="input"
          type="search"
          placeholder=${WORDS.search}
          autocomplete="off"
          .value=${this.words}
          @input=${(event: Event) => this.search((event.target as HTMLInputElement).value)}
        />
      </label>
      <button
        type="button"
        class="chip"
        aria-pressed=${this.mineOnly ? "true" : "false"}
        @click=${() => (this.mineOnly = !this.mineOnly)}
      >
        ${WORDS.mine}
      </button>
    </div>`;
  }

  private countWords(shown: number): string {
    if (this.places.length === 0) return WORDS.none;
    if (shown === 0) return WORDS.noneFound;
    return counted(shown === this.places.length ? WORDS.all : WORDS.found, shown);
  }

  private item(place: ListedPlace): TemplateResult {
    const open = place.id === this.openPlace;
    const more = `place-more-${place.id}`;
    return html`<li class="place-item kind-${place.kind} ${open ? "place-open" : ""}">
      <h3 class="place-heading">
        <button
          type="button"
          class="place-button"
          aria-expanded=${this.picking ? nothing : open ? "true" : "false"}
          aria-controls=${this.picking ? nothing : more}
          @click=${() => (this.picking ? this.emit("place-pick", { id: place.id }) : this.toggle(place.id))}
        >
          ${kindMark(place.kind)}
          <span class="place-words">
            <span class="place-title">${place.title}</span>
            <span class="hint">${this.facts(place)}</span>
          </span>
        </button>
      </h3>
      <div class="place-details" id=${more} ?hidden=${!open}>${open ? this.details(place) : nothing}</div>
    </li>`;
  }

  private facts(place: ListedPlace): string {
    const count = (words: Plural, number: number): string => (number > 0 ? counted(words, number) : "");
    return [
      place.kindLabel,
      place.mine ? WORDS.yours : "",
      STANDING_WORDS[place.standing],
      count(WORDS.meToo, place.meToo),
      count(WORDS.connections, place.connections),
    ]
      .filter((fact) => fact !== "")
      .join(WORDS.between);
  }

  private details(place: ListedPlace): TemplateResult {
    return html`${place.note ? html`<p class="place-note">${place.note}</p>` : nothing}
      ${place.standing === "refused" && place.reason
        ? html`<p class="notice notice-danger">${place.reason}</p>`
        : nothing}
      <div class="place-actions">${place.actions.map((action) => this.actionButton(action, place))}</div>`;
  }

  private actionButton(action: PlaceAction, place: ListedPlace): TemplateResult {
    const pressed = action === "me_too" ? (place.meTooMine ? "true" : "false") : nothing;
    const { short, full } = ACTION_WORDS[action];
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${pressed}
      aria-label=${fill(full, { title: place.title })}
      @click=${() => this.emit("place-action", { action, id: place.id })}
    >
      ${icon(ACTION_ICONS[action])}${short}
    </button>`;
  }

  private toggle(id: string): void {
    this.openPlace = this.openPlace === id ? null : id;
    this.emit("place-opened", { id: this.openPlace });
  }
}

define("kith-place-list", KithPlaceList);

declare global {
  interface HTMLElementTagNameMap {
    "kith-place-list": KithPlaceList;
  }

  interface HTMLElementEventMap {
    "place-action": CustomEvent<{ readonly action: PlaceAction; readonly id: string }>;
    "place-pick": CustomEvent<{ readonly id: string }>;
    "place-opened": CustomEvent<{ readonly id: string | null }>;
  }
}
