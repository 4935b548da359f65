/** The projector's page: what everyone may see, where the facilitator looks, and the way in. It only shows. */

import { render } from "lit";
import type { PresenceMessage, View } from "../../sync/protocol";
import { sameJson } from "../../sync/same_json";
import { agreedIn } from "../../agreement/agreed";
import type { HallAgreeing } from "../../agreement/hall_view";
import { answeredOf, onTheTable, placesOf, questionsAbout, typeAt } from "../../agreement/items";
import { shownOf } from "../../evaluation/answers";
import type { Clock } from "../../sync/surroundings";
import { clockFace, type ClockFace } from "../../workshop/stage_clock";
import { sightOf, type Size } from "../following";
import type { LivePage } from "../live_page";
import type { Theme } from "../map_canvas/types";
import { kindOf, PLACE_KINDS } from "../map_features";
import { photoOf, photoSource } from "../photos/shown";
import { Tallies } from "../tallies";
import { arrangementOf, HALL } from "../arrangement";
import { mostLinked, type Linked } from "../links";
import { Asking } from "./asking";
import { HeldBackWatch, type HeldBack } from "./held_back";
import { sceneOf, type Scene } from "./scene";
import { barView, screenView, type HallFacts, type Spotlit } from "./views";

/** The parts of the page that the script fills. */
export interface HallFrame {
  readonly map: HTMLElement;
  readonly screen: HTMLElement;
  readonly bar: HTMLElement;
}

export interface HallSurroundings {
  readonly clock: Clock;
  /** The server's time, in milliseconds since 1970. */
  readonly serverNow: () => number;
  readonly askHeldBack: () => Promise<HeldBack>;
  /** How many have answered how the workshop was. */
  readonly askAnswered: () => Promise<number>;
  /** Light or dark, as the page was opened. */
  readonly theme: Theme;
  /** Become light or dark. */
  readonly changeTheme: (theme: Theme) => void;
  readonly fillScreen: () => void;
  /** Load the page again: a workshop that was closed may have another code when it is open again. */
  readonly loadAgain: () => void;
}

/** Places named as most connected: as many as a hall reads at a glance. */
const MOST_LINKED = 3;

export class ProjectorPage {
  private readonly live: LivePage;
  private readonly frame: HallFrame;
  private readonly surroundings: HallSurroundings;
  private readonly tallies = new Tallies();
  private readonly heldBack: HeldBackWatch;
  private readonly answered: Asking<number>;
  private readonly readClock = (): ClockFace | null => {
    const { workshop } = this.live;
    const face = workshop === null ? null : clockFace(workshop, this.surroundings.serverNow());
    // How long something has gone on already only makes a hall impatient.
    return face?.counts === "down" ? face : null;
  };
  private view: View | null = null;
  private lit: string | null = null;
  private isStale = false;

  constructor(live: LivePage, frame: HallFrame, surroundings: HallSurroundings) {
    this.live = live;
    this.frame = frame;
    this.surroundings = surroundings;
    this.heldBack = new HeldBackWatch(surroundings.clock, surroundings.askHeldBack, () => this.stale());
    this.answered = new Asking(surroundings.clock, surroundings.askAnswered, 0, () => this.stale());
    live.onRecords((ids) => this.recordsChanged(ids));
    live.onWorkshop((now, before) => {
      this.heldBack.watch(now.hiding && now.life !== "closed");
      this.answered.watch(now.stage === "reflect" && now.life !== "closed");
      if (before?.life === "closed" && now.life !== "closed") surroundings.loadAgain();
    });
    live.client.on("presence", (presence) => this.follow(presence));
    live.client.on("status", () => this.stale());
    new ResizeObserver(() => this.look()).observe(frame.map);
    this.draw();
  }

  private recordsChanged(ids: ReadonlySet<string>): void {
    this.tallies.follow(ids, this.live.client.records);
    if (this.lit !== null && ids.has(this.lit)) this.light();
    if (ids.has(HALL)) this.arrange();
    this.stale();
  }

  private arrange(): void {
    const { theme } = arrangementOf(this.live.client.records);
    if (theme !== null && theme !== this.surroundings.theme) this.surroundings.changeTheme(theme);
  }

  private follow({ view, spotlight }: PresenceMessage): void {
    const isOther = view !== null && !sameJson(view, this.view);
    this.view = view ?? this.view;
    if (spotlight !== this.lit) {
      this.lit = spotlight;
      this.light();
    }
    if (isOther) this.look();
    this.stale();
  }

  /** Look where the facilitator looks. */
  private look(): void {
    const { clientWidth: width, clientHeight: height } = this.frame.map;
    const size: Size = { width, height };
    if (this.view !== null && width > 0) this.live.map.moveTo(sightOf(this.view, size));
  }

  /** Light the place that the facilitator points at, if the hall may see it. */
  private light(): void {
    this.live.map.spotlight(this.spotlit() === null ? null : this.lit);
  }

  private spotlit(): Spotlit | null {
    const record = this.lit === null ? undefined : this.live.client.records.get(this.lit);
    if (record === undefined || !PLACE_KINDS.has(record.kind)) return null;
    const { title, note } = record.fields as { title: string; note: string };
    const photo = photoOf(record);
    const shown = photo === null ? null : { src: photoSource(this.live.context, photo.id, "large"), alt: photo.alt };
    return { title, note, photo: shown, ...kindOf(record, this.live.circumstances().kinds) };
  }

  private stale(): void {
    if (this.isStale) return;
    this.isStale = true;
    requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.isStale = false;
    const facts = this.facts();
    this.frame.map.classList.toggle("hall-map-behind", facts.scene !== "map");
    render(screenView(facts), this.frame.screen);
    render(barView(facts), this.frame.bar);
  }

  /** The places with most connections, where the hall is shown them. */
  private linked(scene: Scene): readonly Linked[] {
    const isShown = scene === "closed" || (scene === "map" && this.live.workshop?.stage === "connections");
    return isShown ? mostLinked(this.live.client.records, MOST_LINKED) : [];
  }

  private agreeing(): HallAgreeing {
    const { records } = this.live.client;
    const item = onTheTable(records, typeAt(this.live.workshop?.stage));
    if (item === null) return { item, answered: null, questions: 0, places: [] };
    const questions = questionsAbout(item, records).length;
    return { item, answered: answeredOf(item, records), questions, places: placesOf(records) };
  }

  private facts(): HallFacts {
    const { live, tallies } = this;
    const { workshop, context, client } = live;
    const heldBack = this.heldBack.counts;
    const hall = {
      people: client.presence?.count ?? 0,
      shown: tallies.places + tallies.connections,
      hidden: heldBack.places + heldBack.connections,
      wayIn: arrangementOf(client.records).wayIn,
    };
    const scene = sceneOf(workshop, hall);
    return {
      scene,
      workshop,
      context,
      presence: client.presence,
      counts: tallies.byKind(workshop?.kinds ?? []),
      places: tallies.places,
      connections: tallies.connections,
      heldBack,
      spotlit: this.spotlit(),
      linked: this.linked(scene),
      answered: this.answered.counts,
      reflections: shownOf(client.records),
      agreeing: this.agreeing(),
      agreed: agreedIn(client.records),
      isAway: client.status.state === "offline" || client.status.state === "closed",
      readClock: this.readClock,
      fillScreen: this.surroundings.fillScreen,
    };
  }
}
