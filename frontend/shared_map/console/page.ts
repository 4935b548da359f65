/** The console: keeps together what happens in the room, what the facilitator is doing, and what is shown. */

import type { KithConfirm } from "../../components/confirm/confirm";
import type { ListedPlace, PlaceAction } from "../../components/place_list/place_list";
import type { KithToast } from "../../components/toast/toast";
import type { WireRecord } from "../../sync/protocol";
import type { Clock } from "../../sync/surroundings";
import type { LivePage } from "../live_page";
import { anchorOf } from "../map_canvas/geometry";
import type { Geometry } from "../map_canvas/types";
import { PLACE_KINDS } from "../map_features";
import { Deeds } from "../participant/deeds";
import { StripLine } from "../participant/strip_line";
import { Tallies } from "../tallies";
import { Deciding, type AskStamp } from "./agreeing/deciding";
import { Drawing, type DrawnDesk } from "./drawing";
import { Moderating, type QueueAct } from "../moderation/moderating";
import { PairsWatch, type SuggestedPair } from "../moderation/pairs";
import { ReviewBook } from "../moderation/review_book";
import { causeOf } from "../review";
import { HallScreen } from "./hall_screen";
import { Joining } from "./joining";
import { listenToConsoleKeys, type KeyActions } from "./keys";
import { Leading } from "./leading";
import { PeopleBook, type AskJoined } from "./people_book";
import { PlaceBook } from "./place_book";
import { Placing } from "./placing";
import { Pointing } from "./pointing";
import { Removed, type AskRemoved } from "./removed";
import { LOOKING } from "../task";
import { BEGINNING, isBeside, type ConsoleState } from "./state";
import type { ToolAct } from "./views_tools";

/** The parts of the page that the script fills. */
export interface ConsoleFrame {
  readonly top: HTMLElement;
  readonly run: HTMLElement;
  readonly map: HTMLElement;
  readonly wall: HTMLElement;
  readonly tools: HTMLElement;
  readonly place: HTMLElement;
  readonly room: HTMLElement;
  readonly sheets: HTMLElement;
  readonly toast: KithToast;
  readonly confirm: Pick<KithConfirm, "ask">;
}

export interface ConsoleSurroundings {
  readonly clock: Clock;
  /** The server's time, in milliseconds since 1970. */
  readonly serverNow: () => number;
  /** Where keys are pressed: the whole page. */
  readonly keys: EventTarget;
  /** Ask the server which places may be the same. */
  readonly askPairs: () => Promise<readonly SuggestedPair[]>;
  /** Ask the server what was taken off the map. */
  readonly askRemoved: AskRemoved;
  /** Ask the server who ever joined. */
  readonly askJoined: AskJoined;
  /** Ask the server how like its area the room is. */
  readonly askStamp: AskStamp;
  /** Load the page again: a workshop that was closed may have another code when it is open again. */
  readonly loadAgain: () => void;
}

/** Milliseconds between two pictures of what others do: more often, nobody could read it. */
const SHOW_EVERY = 250;

export class ConsolePage implements DrawnDesk {
  readonly live: LivePage;
  readonly deeds: Deeds;
  readonly leading: Leading;
  readonly placing: Placing;
  readonly joining: Joining;
  readonly pointing: Pointing;
  readonly removed: Removed;
  state: ConsoleState = BEGINNING;
  readonly strip: StripLine;
  readonly tallies = new Tallies();
  readonly book = new PlaceBook();
  readonly peopleBook: PeopleBook;
  readonly hallScreen: HallScreen;
  readonly moderating: Moderating;
  readonly deciding: Deciding;
  readonly serverNow: () => number;
  private readonly frame: ConsoleFrame;
  private readonly clock: Clock;
  private readonly drawing: Drawing;
  private isStale = false;

  constructor(live: LivePage, frame: ConsoleFrame, { clock, serverNow, keys, askPairs, askRemoved, askJoined, askStamp, loadAgain }: ConsoleSurroundings) {
    this.live = live;
    this.frame = frame;
    this.clock = clock;
    this.deeds = new Deeds(live, frame.toast);
    this.leading = new Leading(this, frame.confirm, serverNow);
    this.removed = new Removed(askRemoved, () => this.stale());
    this.peopleBook = new PeopleBook(askJoined, () => this.stale());
    this.placing = new Placing(this);
    this.joining = new Joining(this);
    this.hallScreen = new HallScreen(this);
    const pairs = new PairsWatch(clock, askPairs, () => this.stale());
    this.moderating = new Moderating(this, new ReviewBook(), pairs, frame.confirm);
    this.deciding = new Deciding(this, frame.confirm, askStamp);
    this.pointing = new Pointing(this, frame.map);
    this.strip = new StripLine(clock, () => this.draw());
    this.serverNow = serverNow;
    this.drawing = new Drawing(this, frame);
    this.listen(keys, loadAgain);
    void this.peopleBook.look();
    this.draw();
  }

  set(part: Partial<ConsoleState>): void {
    this.state = { ...this.state, ...part };
    this.draw();
  }

  /** Choose a place: on the map, and its card at the side. */
  choose(place: string): void {
    const record = this.placeOf(place);
    if (record === undefined) return;
    const { map } = this.live;
    if (this.state.task.kind === "join") return this.joining.choose(place);
    map.moveTo({ centre: anchorOf(record.fields["geometry"] as unknown as Geometry) });
    map.select(place);
    this.set({ selected: place });
  }

  act(action: PlaceAction, place: string): void {
    const acts: Readonly<Partial<Record<PlaceAction, () => void>>> = {
      show: () => this.choose(place),
      spotlight: () => this.pointing.spotlight(place),
      connect: () => this.joining.begin(place),
      change: () => this.placing.change(place),
      move: () => this.placing.move(place),
      hide: () => this.moderating.putAside(place),
      unhide: () => this.unhide(place),
      remove: () => this.placing.remove(place),
    };
    acts[action]?.();
  }

  listed(): readonly ListedPlace[] {
    return this.book.list(this.live.client.records, this.live.circumstances(), this.mayChange);
  }

  /** Give a place back to the room: what was put aside, as its author wished; else to the room alone, whose wish is not known. */
  private unhide(place: string): void {
    if (causeOf(this.placeOf(place)?.fields ?? {}) !== null) this.moderating.takeBack(place);
    else this.placing.showToRoom(place);
  }

  closeSheet(): void {
    this.set({ sheet: null });
  }

  /** Leave what one is in the middle of; false where there is nothing to leave. */
  leave(): boolean {
    const { task, selected, sheet } = this.state;
    if (sheet !== null) this.closeSheet();
    else if (task.kind === "draw") this.live.map.cancelDrawing();
    else if (task.kind !== "look") this.set({ task: LOOKING });
    else if (selected === null) return false;
    else this.set({ selected: null });
    if (this.state.task.kind === "look") this.live.map.select(this.state.selected);
    return true;
  }

  private listen(keys: EventTarget, loadAgain: () => void): void {
    const { live, frame } = this;
    live.onRecords((ids) => this.recordsChanged(ids));
    live.onWorkshop((now, before) => {
      if (before?.life === "closed" && now.life !== "closed") loadAgain();
      const isOther = now.life !== before?.life || now.kinds.length !== before.kinds.length;
      if (isOther) this.book.forgetListed();
      this.draw();
    });
    live.map.onSelect((id) => this.selected(id));
    live.client.on("presence", () => this.stale());
    live.client.on("status", () => this.lineChanged());
    live.client.on("warning", ({ code, message }) => code === "not_kept" && this.deeds.tell(code, message));
    live.client.pending.subscribe(() => this.lineChanged());
    frame.toast.addEventListener("toast-undo", ({ detail }) => this.deeds.undo(detail.key));
    const actions: KeyActions = {
      n: () => void this.leading.next(),
      p: () => this.leading.pauseOrGoOn(),
      r: () => void this.leading.reveal(),
      s: () => this.pointing.spotlightChosen(),
      a: () => this.moderating.act("approve") || this.tool("place"),
      b: () => this.queued("back"),
      m: () => this.queued("merge"),
      h: () => this.queued("aside"),
      q: () => this.moderating.openQueue(),
      d: () => this.moderating.openPairs(),
      l: () => this.tool("list"),
      c: () => this.hallScreen.turnWayIn(),
      "?": () => this.set({ sheet: { kind: "help" } }),
      escape: () => this.leave(),
      nudge: (dx, dy) => this.nudge(dx, dy),
    };
    const isBusy = (): boolean => this.leading.isAsking || (this.state.sheet !== null && !isBeside(this.state.sheet));
    listenToConsoleKeys(keys, actions, isBusy);
  }

  private recordsChanged(ids: ReadonlySet<string>): void {
    const { records } = this.live.client;
    this.tallies.follow(ids, records);
    this.book.follow(ids, records);
    this.peopleBook.follow(ids, records);
    this.removed.follow(ids, records, this.state.sheet?.kind === "removed");
    this.moderating.book.follow(ids, records);
    if ([...ids].some((id) => PLACE_KINDS.has(records.get(id)?.kind ?? ""))) this.moderating.pairs.changed();
    this.moderating.follow();
    const { selected, lit, task } = this.state;
    const isGone = (place: string | null): boolean => place !== null && ids.has(place) && records.get(place) === undefined;
    if (isGone(selected)) this.set({ selected: null });
    if (isGone(lit)) this.pointing.spotlight(null);
    if ("place" in task && isGone(task.place)) this.set({ task: LOOKING });
    if ("start" in task && isGone(task.start)) this.set({ task: { kind: "join", start: null } });
    this.stale();
  }

  private queued(act: QueueAct): void {
    this.moderating.act(act);
  }

  private selected(id: string | null): void {
    const { task } = this.state;
    if (task.kind === "join") {
      if (id !== null) this.joining.choose(id);
      else this.live.map.select(task.start);
    } else if (task.kind === "move") this.live.map.select(task.place);
    else if (task.kind === "draw") this.live.map.select(null);
    else this.set({ selected: id });
  }

  tool(act: ToolAct): void {
    const { map } = this.live;
    const acts: Readonly<Record<ToolAct, () => void>> = {
      place: () => this.placeOrGoOn(),
      shape: () => this.set({ sheet: { kind: "shape" } }),
      join: () => this.joining.begin(this.state.selected),
      list: () => this.set({ sheet: { kind: "list" } }),
      removed: () => this.openRemoved(),
      cards: () => this.set({ sheet: { kind: "cards" } }),
      follow: () => this.pointing.follow(!this.state.follows),
      dark: () => this.pointing.spotlight(null),
      cancel: () => void this.leave(),
      undo_corner: () => map.undoCorner(),
      done: () => this.placing.finishDrawing(),
    };
    acts[act]();
  }

  private openRemoved(): void {
    this.set({ sheet: { kind: "removed" } });
    void this.removed.look();
  }

  /** The cross is on the spot: of a new place, of a corner, or of the place that is moved. */
  private placeOrGoOn(): void {
    const { task } = this.state;
    if (task.kind === "look") this.placing.here();
    else if (task.kind === "move") this.placing.moveHere(task.place);
    else if (task.kind === "draw") this.live.map.addCorner();
  }

  /** While a spot is looked for, the arrows move the map wherever the focus is; otherwise they scroll. */
  private nudge(dx: number, dy: number): boolean {
    const { kind } = this.state.task;
    if (kind !== "move" && kind !== "draw") return false;
    this.live.map.nudge(dx, dy);
    return true;
  }

  private lineChanged(): void {
    this.strip.follow(this.live.client.status, this.live.client.pending.list);
    this.stale();
  }

  /** Draw again soon: once for all that comes in one picture's time. */
  private stale(): void {
    if (this.isStale) return;
    this.isStale = true;
    this.clock.later(SHOW_EVERY, () => this.draw());
  }

  private draw(): void {
    this.isStale = false;
    this.drawing.draw();
  }

  get mayChange(): boolean {
    return this.live.workshop?.life !== "closed";
  }

  private placeOf(place: string): WireRecord | undefined {
    const record = this.live.client.records.get(place);
    return record !== undefined && PLACE_KINDS.has(record.kind) ? record : undefined;
  }
}
