/** The phone's page: keeps together what happens in the room, what the person is doing, and what is shown. */

import { render } from "lit";
import type { Letters } from "../../base/letters";
import type { KithPlaceForm } from "../../components/place_form/place_form";
import type { KithToast } from "../../components/toast/toast";
import type { Clock } from "../../sync/surroundings";
import type { LivePage } from "../live_page";
import { Deeds } from "./deeds";
import { Drafts, type DraftMemory } from "./drafts";
import { selected, tellOfReview, workshopChanged } from "./events";
import { footView } from "./foot_view";
import { Joining } from "./joining";
import { KeptSentence } from "./kept_sentence";
import { listenToPageKeys, type KeyActions } from "./keys";
import { Locating } from "./locating";
import type { Phone } from "./phone";
import { Placing, spotOf } from "./placing";
import { Sheets, type SheetView } from "./sheets";
import { SignsOfLife } from "./signs_of_life";
import { situationOf, type Situation } from "./situation";
import { coversMap, stageScreenOf } from "./stage_screen";
import { stageView } from "./stage_view";
import { LOOKING } from "../task";
import { sheetKey, type PhoneState } from "./state";
import { StripLine } from "./strip_line";
import { OwnReview } from "./own_review";
import { OwnPlaces } from "./tally";
import { toolsView, topView } from "./top_view";

/** The parts of the page that the script fills. */
export interface Frame {
  readonly top: HTMLElement;
  readonly map: HTMLElement;
  readonly tools: HTMLElement;
  readonly foot: HTMLElement;
  /** Over the map. */
  readonly stage: HTMLElement;
  readonly sheets: HTMLElement;
  readonly toast: KithToast;
}

export interface PageSurroundings {
  readonly clock: Clock;
  readonly memory: () => DraftMemory;
  readonly locator: Geolocation | null;
  /** Fetches the script of the sheets. */
  readonly sheets: () => Promise<SheetView>;
  /** Fetches the script of looking back. */
  readonly lookingBack: () => Promise<SheetView>;
  /** Fetches the script of agreeing. */
  readonly agreeing: () => Promise<SheetView>;
  readonly letters: Letters;
  /** Ends the page's listening to its document; a page in a browser lives as long as that. */
  readonly leave?: AbortSignal;
}

/** Milliseconds between two pictures of an open list while others add to it: more often, nobody could read it. */
const LIST_EVERY = 400;

const TOAST_GAP_PX = 8;

export class ParticipantPage implements Phone {
  readonly live: LivePage;
  readonly deeds: Deeds;
  readonly drafts: Drafts;
  readonly placing: Placing;
  readonly joining: Joining;
  readonly locating: Locating;
  readonly own: OwnPlaces;
  readonly ownReview: OwnReview;
  readonly strip: StripLine;
  readonly sentence: KeptSentence;
  readonly lookingBack: Sheets;
  readonly agreeing: Sheets;
  readonly letters: Letters;
  /** The place in the spotlight that this person has looked at. */
  lookedAt: string | null = null;
  state: PhoneState = { task: LOOKING, sheet: null };
  private readonly frame: Frame;
  private readonly clock: Clock;
  private readonly sheets: Sheets;
  private lit: string | null = null;
  private isStale = false;
  private shownSheet = "";

  constructor(live: LivePage, frame: Frame, { clock, memory, locator, sheets, lookingBack, agreeing, letters, leave }: PageSurroundings) {
    const { workshop, person, words } = live.context;
    this.live = live;
    this.frame = frame;
    this.clock = clock;
    this.deeds = new Deeds(live, frame.toast);
    this.drafts = new Drafts(`kithmap-draft/${workshop}/${person}`, memory);
    this.placing = new Placing(this);
    this.joining = new Joining(this);
    this.locating = new Locating(this, locator);
    this.own = new OwnPlaces(person);
    this.ownReview = new OwnReview(person);
    this.strip = new StripLine(clock, () => this.stale());
    this.letters = letters;
    this.sentence = new KeptSentence(`kithmap-sentence/${workshop}/${person}`, memory);
    this.sheets = new Sheets(sheets, clock, () => this.draw());
    this.lookingBack = new Sheets(lookingBack, clock, () => this.draw());
    this.agreeing = new Sheets(agreeing, clock, () => this.draw());
    this.listen(leave);
    this.set({ sheet: words === "" ? null : { kind: "words", words } });
  }

  get situation(): Situation {
    return situationOf(this.live.workshop, this.live.client.me.role);
  }

  set(part: Partial<PhoneState>): void {
    this.state = { ...this.state, ...part };
    this.draw();
  }

  isBlocked(): boolean {
    const { blocked } = this.situation;
    if (blocked !== null) this.deeds.tell("blocked", blocked);
    return blocked !== null;
  }

  /** Have the sheets at hand before one is asked for. */
  prepareSheets(): void {
    this.sheets.need();
  }

  /** The main button, or P. */
  act(): void {
    const { task, sheet } = this.state;
    if (sheet !== null && sheet.kind !== "place") return;
    if (task.kind === "move") return this.placing.moveHere(task.place);
    if (task.kind === "draw") return this.live.map.addCorner();
    if (task.kind === "join") return this.set({ sheet: { kind: "choose" } });
    const { main } = this.situation;
    if (main === "join") this.joining.begin(null);
    else if (main !== null) this.placing.here(main === "practise");
  }

  /** Close the sheet. What was typed into a form is kept, with the way back. */
  closeSheet(): void {
    const { sheet } = this.state;
    if (sheet === null || sheet.kind === "words") return;
    if (sheet.kind === "place") this.live.map.select(null);
    const draft = this.typed();
    if (sheet.kind === "tell" && sheet.corrects === null && !sheet.practice && draft !== null) this.drafts.keep(draft);
    this.set({ sheet: null });
  }

  /** Leave what one is in the middle of; false where there is nothing to leave. */
  leave(): boolean {
    const { task } = this.state;
    if (task.kind === "look") return false;
    if (task.kind === "join") this.joining.leave();
    else this.placing.leave();
    return true;
  }

  /** Show one place: on the map, and what is known of it. */
  show(place: string): void {
    const record = this.live.client.records.get(place);
    if (record === undefined) return;
    this.live.map.moveTo({ centre: spotOf(record) });
    this.live.map.select(place);
    this.set({ sheet: { kind: "place", place } });
  }

  /** Look at the place that the facilitator shows. */
  look(place: string): void {
    this.lookedAt = place;
    this.show(place);
  }

  private listen(leave?: AbortSignal): void {
    const { live, frame } = this;
    live.onRecords((ids) => this.recordsChanged(ids));
    live.onWorkshop((now, before) => {
      workshopChanged(this, now, before);
      this.stale();
    });
    live.map.onSelect((id) => selected(this, id));
    live.client.on("me", () => this.draw());
    live.client.on("presence", ({ spotlight }) => {
      const isOther = spotlight !== this.lit;
      this.lit = spotlight;
      if (spotlight !== this.lookedAt) this.lookedAt = null;
      // Who comes and goes is told each second: that is drawn where it is shown, and nowhere else.
      if (isOther || stageScreenOf(this.live.workshop) === "lobby") this.stale();
    });
    live.client.on("status", () => this.lineChanged());
    live.client.on("warning", ({ code, message }) => code === "not_kept" && this.deeds.tell(code, message));
    live.client.pending.subscribe(() => this.lineChanged());
    frame.toast.addEventListener("toast-undo", ({ detail }) => this.deeds.undo(detail.key));
    frame.toast.classList.add("phone-toast");
    new ResizeObserver(() => this.dropToasts()).observe(frame.top);
    const page = frame.map.ownerDocument;
    page.addEventListener("visibilitychange", () => this.keepTyped(), { ...(leave && { signal: leave }) });
    const tell = (state: "active" | "idle"): void => live.client.sendPresence({ state, view: null, spotlight: null });
    new SignsOfLife(page, this.clock, tell, leave);
    const keys: KeyActions = {
      place: () => this.act(),
      nudge: (dx, dy) => this.live.map.nudge(dx, dy),
      help: () => this.set({ sheet: { kind: "help" } }),
      leave: () => this.leave(),
    };
    listenToPageKeys(page, keys, leave);
  }

  private recordsChanged(ids: ReadonlySet<string>): void {
    const isOwn = this.own.follow(ids, this.live.client.records);
    const { returned } = this.ownReview;
    for (const news of this.ownReview.follow(ids, this.live.client.records)) tellOfReview(this, news);
    const isMine = isOwn || this.ownReview.returned !== returned;
    if (isMine || ids.has("workshop") || coversMap(stageScreenOf(this.live.workshop)) || this.state.sheet !== null || this.state.task.kind !== "look") this.stale();
  }

  private lineChanged(): void {
    this.strip.follow(this.live.client.status, this.live.client.pending.list);
    this.stale();
  }

  /** What the open form holds, where one is open. */
  private typed(): KithPlaceForm["draft"] | null {
    return this.frame.sheets.querySelector<KithPlaceForm>("kith-place-form")?.draft ?? null;
  }

  /** Messages stand right below the top, where they cover neither the cross nor the thumb's zone. */
  private dropToasts(): void {
    this.frame.toast.style.setProperty("--toast-drop", `${this.frame.top.offsetHeight + TOAST_GAP_PX}px`);
  }

  private keepTyped(): void {
    const { sheet } = this.state;
    const draft = this.typed();
    if (sheet?.kind === "tell" && sheet.corrects === null && !sheet.practice && draft !== null) this.drafts.keep(draft);
  }

  /** Draw again soon: once for all that comes in one picture's time. */
  private stale(): void {
    if (this.isStale) return;
    this.isStale = true;
    const isList = this.state.sheet?.kind === "list" || this.state.sheet?.kind === "choose";
    if (isList) this.clock.later(LIST_EVERY, () => this.draw());
    else requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.isStale = false;
    const { frame } = this;
    render(topView(this), frame.top);
    render(toolsView(this), frame.tools);
    render(footView(this), frame.foot);
    this.drawStage();
    if (this.state.sheet !== null) this.prepareSheets();
    if (this.sheets.view !== null) render(this.sheets.view(this), frame.sheets);
    frame.map.classList.toggle("phone-aims", this.isAiming());
    this.sheetChanged();
  }

  private drawStage(): void {
    const screen = stageScreenOf(this.live.workshop);
    const isCovered = coversMap(screen) && this.state.task.kind === "look";
    if (isCovered) (screen === "agree" ? this.agreeing : this.lookingBack).need();
    // What is covered is not to be reached by keys either.
    this.frame.map.inert = isCovered;
    this.frame.tools.inert = isCovered;
    render(stageView(this), this.frame.stage);
  }

  /** Whether what lies under the crosshair matters just now. Over a place that is told of, it would only be in the way. */
  private isAiming(): boolean {
    const { task, sheet } = this.state;
    if (task.kind === "look") return this.situation.main !== null && sheet?.kind !== "place";
    return task.kind !== "join";
  }

  private sheetChanged(): void {
    const key = sheetKey(this.state.sheet);
    if (key === this.shownSheet) return;
    this.shownSheet = key;
    const { sheet } = this.state;
    if (sheet?.kind === "place") requestAnimationFrame(() => this.uncover(sheet.place));
  }

  /** The sheet must not lie over the place it tells of. */
  private uncover(place: string): void {
    const sheet = this.frame.sheets.querySelector("kith-sheet")?.getBoundingClientRect();
    const map = this.frame.map.getBoundingClientRect();
    if (sheet === undefined || this.state.sheet?.kind !== "place") return;
    const isBelow = sheet.width > map.width / 2;
    this.live.map.bringIntoView(place, isBelow ? { below: map.bottom - sheet.top } : { right: map.right - sheet.left });
  }
}

