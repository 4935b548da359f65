/**
 * What the phone, the console and the projector share: the facts, the line to the server, and the map kept in step.
 *
 * The records are the one truth; a page asks for things with `wish` and shows what the records then say.
 */

import { browserClock, browserSurroundings, preloadedSnapshot } from "../sync/browser";
import { SyncClient } from "../sync/client";
import type { Wish } from "../sync/pending";
import type { OperationPayloads } from "../sync/protocol";
import type { Snapshot } from "../sync/records";
import type { Clock } from "../sync/surroundings";
import { readWorkshop, type Workshop } from "../workshop/workshop_record";
import { mountMap } from "./map_canvas";
import type { MapOptions, MapView, Standing, Theme } from "./map_canvas/types";
import { drawChanges, type Circumstances } from "./map_features";
import { boundsOf, readPageContext, type PageContext } from "./live_context";
import { sketchFor } from "./sketches";
import { undoOf } from "./undo";
import type { AnyWish } from "./wishes";

/** More new places than these at once are a picture, not news: they are simply there. */
const MOST_DROPS = 6;

/** More changed records than these at once are shown in the next frame: taking them in has taken time enough of this one. */
export const CROWD = 200;

/** Milliseconds that a crowd waits for a frame: a page that nobody sees has none. */
const FRAME_PATIENCE = 100;

/** Milliseconds for the snapshot that came with the page; then the line is opened, which brings another. */
const SNAPSHOT_PATIENCE = 2_000;

export interface LiveOptions {
  /** The element that the map fills. */
  readonly map: HTMLElement;
  readonly label: string;
  readonly theme?: Theme;
  readonly crosshair?: boolean;
  readonly interactive?: boolean;
  readonly zoomButtons?: boolean;
  readonly scale?: number;
  readonly zoomStep?: number;
  /** Whether a place that was not there before drops in with its title; never for what is there when the page opens. */
  readonly drops?: boolean;
}

/** Something a person did, and how to take it back. */
export interface Deed {
  readonly operation: string;
  readonly undo: Wish | null;
}

/** What a page talks to. A test gives its own; a page in a browser has a line to the server and a real map. */
export interface LiveParts {
  readonly client: SyncClient<OperationPayloads>;
  readonly map: MapView;
  readonly clock: Clock;
  /** Call when the next frame is drawn; a page that is hidden may never do so. */
  readonly nextFrame: (call: () => void) => void;
  /** Return the snapshot of a number, or null where it does not come. */
  readonly loadSnapshot: (number: number) => Promise<Snapshot | null>;
}

export class LivePage {
  readonly context: PageContext;
  readonly client: SyncClient<OperationPayloads>;
  readonly map: MapView;
  private readonly options: Pick<LiveOptions, "drops">;
  private workshopNow: Workshop | null = null;
  private hasDrawn = false;
  /** Many records that changed at once and are not shown yet. */
  private crowd: Set<string> | null = null;
  private readonly recordListeners = new Set<(ids: ReadonlySet<string>) => void>();
  private readonly workshopListeners = new Set<(workshop: Workshop, before: Workshop | null) => void>();

  private readonly parts: LiveParts;

  constructor(context: PageContext, options: Pick<LiveOptions, "drops">, parts: LiveParts) {
    this.context = context;
    this.options = options;
    this.parts = parts;
    this.client = parts.client;
    this.map = parts.map;
    this.map.setGround(context.basemap);
    this.map.setBoundary(context.boundary);
    this.client.records.subscribe((ids) => this.take(ids));
  }

  /**
   * Show what came with the page, and open the line. A page calls this once it listens. The line does not wait for a snapshot
   * that is slow to come.
   */
  async begin(): Promise<void> {
    const { catch_up: first } = this.context;
    const slow = new Promise<null>((resolve) => this.parts.clock.later(SNAPSHOT_PATIENCE, () => resolve(null)));
    const loading = first.snapshot === null ? null : this.parts.loadSnapshot(first.snapshot);
    const snapshot = await Promise.race([loading, slow]);
    if (snapshot !== null) this.client.beginWith(first, snapshot);
    this.client.connect();
  }

  /** The workshop as it stands; null before anything is known. */
  get workshop(): Workshop | null {
    return this.workshopNow;
  }

  /** Be told which records changed, after the map shows them; returns how to stop. */
  onRecords(listener: (ids: ReadonlySet<string>) => void): () => void {
    this.recordListeners.add(listener);
    return () => this.recordListeners.delete(listener);
  }

  /** Be told when the workshop's own record changed: its stage, life or round; returns how to stop. */
  onWorkshop(listener: (workshop: Workshop, before: Workshop | null) => void): () => void {
    this.workshopListeners.add(listener);
    return () => this.workshopListeners.delete(listener);
  }

  /** Ask for something, and learn how to take it back. */
  wish<Kind extends keyof OperationPayloads & string>(kind: Kind, payload: OperationPayloads[Kind]): Deed {
    return this.ask({ kind, payload } as unknown as AnyWish);
  }

  /** The same, for a wish that is made elsewhere. */
  ask(wish: AnyWish): Deed {
    const undo = undoOf(wish as Wish, this.client.records);
    return { operation: this.client.submitTogether([wish])[0] ?? "", undo };
  }

  /** Ask for what takes something back; returns the operation's id. */
  takeBack(undo: Wish): string {
    return this.client.submitTogether([undo as unknown as AnyWish])[0] ?? "";
  }

  /** How far a record's own operations have come. */
  readonly standingOf = (id: string): Standing => (this.client.records.pendingOn(id).length > 0 ? "waiting" : "settled");

  /** What the drawing of records depends on. */
  circumstances(): Circumstances {
    return {
      person: this.context.person,
      kinds: this.workshopNow?.kinds ?? [],
      standingOf: this.standingOf,
    };
  }

  /** Show what changed, at once; a crowd in the next frame, and with it whatever changes until then. */
  private take(ids: ReadonlySet<string>): void {
    if (this.crowd !== null) for (const id of ids) this.crowd.add(id);
    else if (ids.size <= CROWD || !this.hasDrawn) this.changed(ids);
    else this.gather(ids);
  }

  private gather(ids: ReadonlySet<string>): void {
    const crowd = new Set(ids);
    this.crowd = crowd;
    const show = (): void => {
      if (this.crowd !== crowd) return;
      this.crowd = null;
      late.cancel();
      this.changed(crowd);
    };
    const late = this.parts.clock.later(FRAME_PATIENCE, show);
    this.parts.nextFrame(show);
  }

  private changed(ids: ReadonlySet<string>): void {
    const { records } = this.client;
    const before = this.workshopNow;
    if (before === null || ids.has("workshop")) this.workshopNow = readWorkshop(records);
    const drops = (this.options.drops ?? false) && this.hasDrawn && ids.size <= MOST_DROPS;
    const known = this.drawn;
    drawChanges(this.map, ids, records, this.circumstances(), (id) => drops && !known.has(id));
    for (const id of ids) {
      if (records.get(id) === undefined) known.delete(id);
      else known.add(id);
    }
    if (records.number !== null) this.hasDrawn = true;
    for (const listener of this.recordListeners) listener(ids);
    const now = this.workshopNow;
    if (now !== null && (before === null || ids.has("workshop"))) {
      for (const listener of this.workshopListeners) listener(now, before);
    }
  }

  private readonly drawn = new Set<string>();
}

/** Open this page's workshop. What came with it is shown, and the line opened, by `page.begin()`, once the page listens. */
export function openLivePage(options: LiveOptions): LivePage {
  const context = readPageContext(document);
  const { workshop, person, role, query } = context;
  const client = new SyncClient<OperationPayloads>(browserSurroundings(workshop, person, query), {
    workshop,
    person,
    role,
    sketch: sketchFor(person),
  });
  return new LivePage(context, options, {
    client,
    map: mountMap(options.map, mapOptions(context, options)),
    clock: browserClock,
    nextFrame: (call) => requestAnimationFrame(call),
    loadSnapshot: (number) => preloadedSnapshot(workshop, number, query),
  });
}

function mapOptions(context: PageContext, options: LiveOptions): MapOptions {
  const { label, theme, crosshair, interactive, zoomButtons, scale, zoomStep } = options;
  return {
    bounds: boundsOf(context.boundary),
    label,
    ...(theme === undefined ? {} : { theme }),
    ...(crosshair === undefined ? {} : { crosshair }),
    ...(interactive === undefined ? {} : { interactive }),
    ...(zoomButtons === undefined ? {} : { zoomButtons }),
    ...(scale === undefined ? {} : { scale }),
    ...(zoomStep === undefined ? {} : { zoomStep }),
  };
}
