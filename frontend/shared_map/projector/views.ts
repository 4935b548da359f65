/** The parts of the projector's screen. Each is drawn from facts alone; nothing here can be pressed but "Fill the screen". */

import { html, nothing, type TemplateResult } from "lit";
import "../../components/clock/clock";
import "../../components/counts/counts";
import type { KindCount } from "../../components/counts/counts";
import "../../components/qr/qr";
import { agreedView } from "../../agreement/agreed";
import { agreeingHallView, type HallAgreeing } from "../../agreement/hall_view";
import { counted, fill } from "../../components/words";
import type { Shown } from "../../evaluation/answers";
import type { PresenceMessage } from "../../sync/protocol";
import type { ClockFace } from "../../workshop/stage_clock";
import { planOf, promptOf } from "../../workshop/stages";
import type { Workshop } from "../../workshop/workshop_record";
import { kindMark, type KindCode } from "../kinds";
import type { PageContext } from "../live_context";
import type { Linked } from "../links";
import type { HeldBack } from "./held_back";
import type { Scene } from "./scene";
import { gathering, linkedView, people, reflectView, togetherView } from "./stage_views";
import { SHORT_KINDS, WORDS } from "./words";

/** People named on the wall; the others are counted. */
const MOST_NAMED = 40;
/** Kinds with a figure of their own in the line below the map. */
const MOST_KINDS = 8;
/** Letters of a note that can be read from the last row. */
const LONGEST_NOTE = 180;

export interface Spotlit {
  readonly title: string;
  readonly note: string;
  readonly kind: KindCode;
  readonly label: string;
  readonly photo: { readonly src: string; readonly alt: string } | null;
}

/** All that the screen depends on. */
export interface HallFacts {
  readonly scene: Scene;
  readonly workshop: Workshop | null;
  readonly context: PageContext;
  readonly presence: PresenceMessage | null;
  readonly counts: readonly KindCount[];
  readonly places: number;
  readonly connections: number;
  readonly heldBack: HeldBack;
  readonly spotlit: Spotlit | null;
  readonly linked: readonly Linked[];
  /** How many have answered how the workshop was. */
  readonly answered: number;
  /** What the hall was shown of the answers; null before that. */
  readonly reflections: Shown | null;
  readonly agreeing: HallAgreeing;
  /** Words and signs that the room agreed on. */
  readonly agreed: readonly string[];
  readonly isAway: boolean;
  readonly readClock: () => ClockFace | null;
  readonly fillScreen: () => void;
}

export function screenView(facts: HallFacts): TemplateResult {
  return html`<div class="hall-over hall-${facts.scene}">${inside(facts)}</div>
    <button type="button" class="button-plain hall-fill" @click=${facts.fillScreen}>${WORDS.fullScreen}</button>`;
}

function inside(facts: HallFacts): TemplateResult {
  switch (facts.scene) {
    case "opening":
      return notice(WORDS.opening);
    case "welcome":
      return welcome(facts);
    case "map":
      return html`${corner(facts)} ${hidden(facts)} ${linkedView(facts)} ${spotlit(facts.spotlit)}`;
    case "gather":
      return html`${gathering(facts)} ${corner(facts)}`;
    case "reflect":
      return html`${reflectView(facts)} ${corner(facts)}`;
    case "agree":
      return html`${agreeingHallView(facts.agreeing)} ${corner(facts)}`;
    case "paused":
      return html`${notice(facts.workshop?.pausedBecause ?? WORDS.paused, WORDS.pausedKept)} ${corner(facts)}`;
    case "closed":
      return closed(facts);
  }
}

function wayIn({ join_address, code, qr }: PageContext, small: boolean): TemplateResult | typeof nothing {
  // As an image: a picture runs nothing, whatever it holds.
  const src = qr === "" ? "" : `data:image/svg+xml,${encodeURIComponent(qr)}`;
  return code === "" ? nothing : html`<kith-qr .src=${src} .address=${join_address} .code=${code} ?small=${small}></kith-qr>`;
}

function welcome(facts: HallFacts): TemplateResult {
  const { title, area_name } = facts.context;
  return html`<div class="hall-title steps-aside">
      <p class="hall-area">${area_name}</p>
      <h2>${title}</h2>
    </div>
    <div class="hall-way-in">${wayIn(facts.context, false)}</div>
    ${here(facts.presence)}`;
}

function here(presence: PresenceMessage | null): TemplateResult {
  const count = presence?.count ?? 0;
  return html`<section class="hall-here">
    <h3>${count === 0 ? WORDS.nobody : counted(WORDS.people, count)}</h3>
    ${people(presence, MOST_NAMED)}
  </section>`;
}

function corner({ context, presence }: HallFacts): TemplateResult {
  const count = presence?.count ?? 0;
  return html`<aside class="hall-corner steps-aside">
    ${wayIn(context, true)} ${count > 0 ? html`<p class="hall-count">${counted(WORDS.people, count)}</p>` : nothing}
  </aside>`;
}

function hidden({ workshop, heldBack: { places, connections }, places: shown }: HallFacts): TemplateResult | typeof nothing {
  if (!workshop?.hiding) return nothing;
  const sentence = shown === 0 ? WORDS.hiddenPlaces : WORDS.hiddenToo;
  return html`<section class="hall-hidden ${shown === 0 ? "hall-hidden-alone" : ""} steps-aside">
    <p>${places === 0 ? WORDS.hiddenNothing : counted(sentence, places)}</p>
    ${connections > 0 ? html`<p class="hall-hidden-more">${counted(WORDS.hiddenConnections, connections)}</p>` : nothing}
  </section>`;
}

function spotlit(place: Spotlit | null): TemplateResult | typeof nothing {
  if (place === null) return nothing;
  const { title, note, kind, label, photo } = place;
  const letters = [...note];
  const short = letters.length > LONGEST_NOTE ? `${letters.slice(0, LONGEST_NOTE).join("")}…` : note;
  return html`${photo === null ? nothing : html`<img class="hall-spot-photo" src=${photo.src} alt=${photo.alt} />`}
  <section class="hall-spot kind-${kind}" aria-label=${fill(WORDS.spotlight, { title })}>
    <p class="hall-spot-kind">${kindMark(kind)}<span>${label}</span></p>
    <h2>${title}</h2>
    ${short === "" ? nothing : html`<p class="hall-spot-note">${short}</p>`}
  </section>`;
}

/** Letters of a facilitator's own words, beyond which they are set smaller, to fit. */
const MANY_LETTERS = 60;

function notice(words: string, more = ""): TemplateResult {
  return html`<section class="hall-notice ${[...words].length > MANY_LETTERS ? "hall-notice-long" : ""} steps-aside">
    <h2>${words}</h2>
    ${more === "" ? nothing : html`<p>${more}</p>`}
  </section>`;
}

function closed({ places, connections, linked, agreed }: HallFacts): TemplateResult {
  return html`<section class="hall-notice steps-aside">
    <h2>${WORDS.closed}</h2>
    ${places > 0 ? html`<p>${counted(WORDS.closedPlaces, places)}</p>` : nothing}
    ${connections > 0 ? html`<p>${counted(WORDS.closedConnections, connections)}</p>` : nothing}
    ${togetherView(linked)} ${agreedView(agreed)}
    <p>${WORDS.closedNext}</p>
  </section>`;
}

/** Scenes that the counts by kind belong to: words need the room. */
const MAPPED: ReadonlySet<Scene> = new Set<Scene>(["map", "closed", "welcome", "gather"]);

/** The line below the map: what the room is asked, how far it has come, and the time. */
export function barView(facts: HallFacts): TemplateResult {
  const { scene, isAway, readClock } = facts;
  return html`<p class="hall-prompt" dir="auto">${prompt(facts)}</p>
    <p class="hall-clock">${scene === "closed" ? nothing : html`<kith-clock patient .read=${readClock}></kith-clock>`}</p>
    ${MAPPED.has(scene) && facts.places + facts.connections > 0 ? tally(facts) : nothing}
    <p class="hall-line ${isAway ? "hall-line-away" : ""}" role="status">
      <span class="hall-light"></span>${isAway ? WORDS.away : nothing}
    </p>`;
}

function prompt({ scene, workshop, context }: HallFacts): string {
  if (workshop === null || scene === "closed") return fill(WORDS.title, { title: context.title, area: context.area_name });
  const isArriving = scene === "welcome" || scene === "gather";
  return isArriving && workshop.stage !== "lobby" ? planOf("lobby").prompt : promptOf(workshop);
}

function tally({ counts, connections }: HallFacts): TemplateResult {
  return html`<div class="hall-tally">
    <kith-counts .counts=${shortCounts(counts)} .label=${WORDS.counts}></kith-counts>
    ${connections > 0
      ? html`<p class="hall-connections">${WORDS.connections} <strong class="numbers">${connections}</strong></p>`
      : nothing}
  </div>`;
}

/** The kinds that have places, in short words; where there are many, the rarest are counted together. */
export function shortCounts(counts: readonly KindCount[]): readonly KindCount[] {
  const named = counts.filter(({ count }) => count > 0).map((each) => ({ ...each, label: shortLabel(each) }));
  if (named.length <= MOST_KINDS) return named;
  const kept = new Set([...named].sort((one, other) => other.count - one.count).slice(0, MOST_KINDS - 1));
  const others = named.filter((each) => !kept.has(each)).reduce((sum, { count }) => sum + count, 0);
  const rest: KindCount = { code: "others", kind: "physical_place", label: WORDS.others, count: others };
  return [...named.filter((each) => kept.has(each)), rest];
}

function shortLabel({ code, label }: KindCount): string {
  return SHORT_KINDS[code] ?? label;
}
