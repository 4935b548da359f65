/** The projector's page: what everyone may see, where the facilitator looks, and the way in. It only shows. */

import { render } from "lit";
import type { PresenceMessage, View } from "../../sync/protocol";
import { sameJson } from "../../sync/same_json";
import type { Clock } from "../../sync/surroundings";
import { clockFace, type ClockFace } from "../../workshop/stage_clock";
import { sightOf, type Size } from "../following";
import type { LivePage } from "../live_page";
import { kindOf, PLACE_KINDS } from "../map_features";
import { Tallies } from "../tallies";
import { HeldBackWatch, type HeldBack } from "./held_back";
import { sceneOf } from "./scene";
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
  readonly fillScreen: () => void;
  /** Load the page again: a workshop that was closed may have another code when it is open again. */
  readonly loadAgain: () => void;
}

export class ProjectorPage {
  private readonly live: LivePage;
  private readonly frame: HallFrame;
  private readonly surroundings: HallSurroundings;
  private readonly tallies = new Tallies();
  private readonly heldBack: HeldBackWatch;
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
    live.onRecords((ids) => this.recordsChanged(ids));
    live.onWorkshop((now, before) => {
      this.heldBack.watch(now.hiding && now.life !== "closed");
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
    this.stale();
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
    return { title, note, ...kindOf(record, this.live.circumstances().kinds) };
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

  private facts(): HallFacts {
    const { live, tallies } = this;
    const { workshop, context, client } = live;
    const heldBack = this.heldBack.counts;
    const hall = {
      people: client.presence?.count ?? 0,
      shown: tallies.places + tallies.connections,
      hidden: heldBack.places + heldBack.connections,
    };
    return {
      scene: sceneOf(workshop, hall),
      workshop,
      context,
      presence: client.presence,
      counts: tallies.byKind(workshop?.kinds ?? []),
      places: tallies.places,
      connections: tallies.connections,
      heldBack,
      spotlit: this.spotlit(),
      isAway: client.status.state === "offline" || client.status.state === "closed",
      readClock: this.readClock,
      fillScreen: this.surroundings.fillScreen,
    };
  }
}
