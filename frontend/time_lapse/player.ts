/** The player of a film: the picture, what it tells in words and figures, and the controls. */

import { html, nothing, render, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../base/icons";
import "../components/counts/counts";
import { counted, fill, LANGUAGE } from "../components/words";
import { kindMark } from "../shared_map/kinds";
import {
  connectionsAfter,
  countsAfter,
  kindOf,
  momentBefore,
  newestPlace,
  nextMoment,
  reached,
  roomTime,
  stageAfterMoments,
  type Film,
} from "./film";
import { listView } from "./list_view";
import { Picture, type Land } from "./picture";
import { Playing, SPEEDS } from "./playing";
import { CONNECTIONS, FILM, PLACES, SPEED_WORDS, STAGES_SEEN } from "./words";

/** What plays: facts of the page or of the file. */
export interface Shown extends Land {
  readonly title: string;
  readonly area: string;
  readonly film: Film;
  readonly theme: "light" | "dark";
}

/** What the player needs of the browser, so that a test can stand in for it. */
export interface Surroundings {
  readonly now: () => number;
  readonly nextFrame: (call: () => void) => void;
  readonly wantsLessMotion: () => boolean;
}

export class Player {
  readonly playing: Playing;
  readonly shown: Shown;
  private readonly browser: Surroundings;
  private readonly picture: Picture;
  private readonly parts: { readonly picture: HTMLElement; readonly told: HTMLElement };

  /** Fills two parts of a page: one for the film, and one below it for the list of what it shows. */
  constructor(host: HTMLElement, list: HTMLElement, shown: Shown, browser: Surroundings) {
    this.shown = shown;
    this.browser = browser;
    this.playing = new Playing(shown.film.length);
    this.parts = { picture: part("film-picture"), told: part("film-told") };
    host.replaceChildren(this.parts.picture, this.parts.told);
    this.parts.picture.setAttribute("role", "img");
    this.picture = new Picture(this.parts.picture, shown.film, shown);
    render(listView(shown.film), list);
    host.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("keydown", (event) => {
      if (event.target === document.body) this.onKey(event);
    });
    this.draw();
    new ResizeObserver(() => this.picture.lay()).observe(this.parts.picture);
  }

  play(): void {
    this.playing.inSteps = this.browser.wantsLessMotion();
    this.playing.play(this.browser.now());
    this.draw();
    this.follow();
  }

  pause(): void {
    this.playing.pause();
    this.draw();
  }

  goTo(at: number): void {
    this.playing.goTo(at);
    this.draw();
  }

  private toggle(): void {
    if (this.playing.isPlaying) this.pause();
    else this.play();
  }

  private follow(): void {
    this.browser.nextFrame(() => {
      if (!this.playing.isPlaying) return;
      this.playing.pass(this.browser.now());
      this.draw();
      this.follow();
    });
  }

  private onKey(event: KeyboardEvent): void {
    const act = this.actOf(event);
    if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  }

  /** Keys that a field or a button needs for itself stay theirs. */
  private actOf({ key, target }: KeyboardEvent): (() => void) | undefined {
    const name = target instanceof HTMLElement ? target.localName : "";
    if (name === "select") return undefined;
    const { film } = this.shown;
    const { at } = this.playing;
    switch (key) {
      case " ":
        return name === "button" || name === "a" || name === "summary" ? undefined : () => this.toggle();
      case "ArrowRight":
        return () => this.goTo(nextMoment(film, at));
      case "ArrowLeft":
        return () => this.goTo(momentBefore(film, at));
      case "Home":
        return () => this.goTo(0);
      case "End":
        return () => this.goTo(film.length);
      default:
        return undefined;
    }
  }

  private draw(): void {
    const { film, area } = this.shown;
    const count = reached(film, this.playing.at);
    this.picture.show(count);
    const figures = this.figures(count);
    this.parts.picture.setAttribute("aria-label", fill(FILM.picture, { area, ...figures }));
    render(film.moments.length === 0 ? html`<p class="lead">${FILM.nothing}</p>` : this.toldView(count, figures), this.parts.told);
  }

  private figures(count: number): { places: string; connections: string } {
    const places = countsAfter(this.shown.film, count).reduce((sum, each) => sum + each.count, 0);
    const connections = connectionsAfter(this.shown.film, count);
    return { places: counted(PLACES, places), connections: counted(CONNECTIONS, connections) };
  }

  private toldView(count: number, figures: { places: string; connections: string }): TemplateResult {
    const { film } = this.shown;
    const stage = stageAfterMoments(film, count);
    return html`<div class="film-now">
        <p class="film-clock numbers">${this.clock()}</p>
        <p class="film-stage">${stage === null ? nothing : STAGES_SEEN[stage]}</p>
        ${this.newestView(count)}
        <p class="film-joined numbers">${figures.connections}</p>
      </div>
      <kith-counts class="film-counts" .counts=${countsAfter(film, count)} .label=${FILM.counts}></kith-counts>
      ${this.controlsView(figures)}`;
  }

  private newestView(count: number): TemplateResult | typeof nothing {
    const place = newestPlace(this.shown.film, count);
    if (place === null) return nothing;
    return html`<p class="film-newest">${kindMark(kindOf(this.shown.film, place.kind).kind)}<bdi>${place.title}</bdi></p>`;
  }

  private controlsView(figures: { places: string; connections: string }): TemplateResult {
    const { isPlaying, isAtEnd, at, length } = this.playing;
    const { film } = this.shown;
    const play = isPlaying ? FILM.pause : isAtEnd ? FILM.again : FILM.play;
    return html`<div class="film-controls" role="group" aria-label=${FILM.controls}>
      <button type="button" class="button film-play" @click=${() => this.toggle()}>${icon(isPlaying ? "pause" : "go_on")}${play}</button>
      ${stepButton("back", FILM.before, () => this.goTo(momentBefore(film, at)))}
      <input
        class="film-slider"
        type="range"
        min="0"
        max=${length}
        step="any"
        aria-label=${FILM.position}
        aria-valuetext=${fill(FILM.at, { time: this.clock(), ...figures })}
        .value=${live(String(at))}
        @input=${(event: Event) => this.goTo((event.target as HTMLInputElement).valueAsNumber)}
      />
      ${stepButton("next", FILM.after, () => this.goTo(nextMoment(film, at)))}
      <label class="film-speed"><span>${FILM.speed}</span>
        <select class="input" @change=${(event: Event) => (this.playing.speed = Number((event.target as HTMLSelectElement).value))}>
          ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.playing.speed}>${SPEED_WORDS[`${speed}`]}</option>`)}
        </select>
      </label>
    </div>`;
  }

  private clock(): string {
    const time = roomTime(this.shown.film, this.playing.at);
    return time === null ? "" : new Intl.DateTimeFormat(LANGUAGE, { weekday: "short", hour: "2-digit", minute: "2-digit" }).format(time);
  }
}

function stepButton(name: "back" | "next", words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button-plain button-icon film-step" aria-label=${words} title=${words} @click=${press}>
    ${icon(name)}
  </button>`;
}

function part(name: string): HTMLElement {
  const made = document.createElement("div");
  made.className = name;
  return made;
}
