/** The console drawn: each part of its frame from the facts that it depends on. */

import { nothing, render, type TemplateResult } from "lit";
import type { PlaceAction } from "../../components/place_list/place_list";
import { fill } from "../../components/words";
import { gathered } from "../../evaluation/answers";
import type { WireRecord } from "../../sync/protocol";
import { sheetRunView } from "../../guides/run_view";
import type { GuideSheetKind } from "../../guides/sheets_view";
import { clockFace, type ClockFace } from "../../workshop/stage_clock";
import type { Workshop } from "../../workshop/workshop_record";
import { arrangementOf } from "../arrangement";
import { titleOf } from "../participant/listing";
import { connectionsOf } from "../participant/told_connections";
import { photosOf } from "../photos/page_photos";
import { photoButtons, photoCard } from "../photos/views";
import { PHOTO } from "../photos/words";
import type { StripLine } from "../participant/strip_line";
import type { Tallies } from "../tallies";
import { countsAsMark } from "../review";
import type { Moderating } from "../moderation/moderating";
import { cardPart, personPart } from "../moderation/views_card_part";
import { moderationPart } from "../moderation/views_room_part";
import type { Deciding } from "./agreeing/deciding";
import { ruleView } from "./agreeing/rule";
import type { HallScreen } from "./hall_screen";
import type { ConsoleFrame } from "./page";
import type { PeopleBook } from "./people_book";
import { actionsOn, type PlaceBook } from "./place_book";
import { placeView } from "./views_place";
import { agreeingView } from "./views_agreeing";
import { backView } from "./views_back";
import type { HallControls } from "./views_hall";
import type { PeopleFacts } from "./views_people";
import { addedByWords, roomView, type RoomFacts } from "./views_room";
import { runView } from "./views_run";
import { sheetView, type SheetDesk } from "./views_sheet";
import { toolsView, wallView, type ToolAct } from "./views_tools";
import { topView } from "./views_top";

const MOST_LATEST = 8;

/** What is drawn of the console beside its sheets, and what a press on it does. */
export interface DrawnDesk extends SheetDesk {
  readonly strip: StripLine;
  readonly tallies: Tallies;
  readonly book: PlaceBook;
  readonly peopleBook: PeopleBook;
  readonly hallScreen: HallScreen;
  readonly moderating: Moderating;
  readonly deciding: Deciding;
  readonly serverNow: () => number;
  readonly mayChange: boolean;
  choose(place: string): void;
  leave(): boolean;
  tool(act: ToolAct): void;
}

export class Drawing {
  private readonly desk: DrawnDesk;
  private readonly frame: ConsoleFrame;
  private isPeopleOpen = false;
  private isPeopleWhole = false;
  private isFlaggedOpen = false;

  constructor(desk: DrawnDesk, frame: ConsoleFrame) {
    this.desk = desk;
    this.frame = frame;
  }

  draw(): void {
    this.drawTop();
    this.drawRun();
    this.drawTools();
    this.drawPlace();
    this.drawRoom();
    render(sheetView(this.desk), this.frame.sheets);
  }

  private drawTop(): void {
    const { live, strip, leading } = this.desk;
    const { context, workshop, client } = live;
    const waiting = client.pending.list.filter((each) => each.state !== "refused").length;
    const pauseOrGoOn = (): void => leading.pauseOrGoOn();
    const help = (): void => this.desk.set({ sheet: { kind: "help" } });
    render(topView({ context, workshop, strip: strip.shown, waiting, pauseOrGoOn, help }), this.frame.top);
  }

  private drawRun(): void {
    const { live, leading } = this.desk;
    const { workshop } = live;
    const newRound = (): void => this.desk.set({ sheet: { kind: "round" } });
    if (workshop === null) return;
    const facts = { workshop, leading, readClock: this.readClock, newRound, choose: this.opens("run_sheet") };
    const { sheet } = leading.bySheet;
    const opens = { serverNow: this.desk.serverNow, changePrompt: this.opens("prompt"), showWent: this.opens("went") };
    render(sheet === null ? runView(facts) : sheetRunView({ ...facts, ...opens, sheet }), this.frame.run);
  }

  private readonly readClock = (): ClockFace | null => {
    const { live, serverNow } = this.desk;
    return live.workshop === null ? null : clockFace(live.workshop, serverNow());
  };

  private opens(kind: GuideSheetKind): () => void {
    return () => this.desk.set({ sheet: { kind } });
  }

  private drawTools(): void {
    const { state, mayChange } = this.desk;
    const act = (each: ToolAct): void => this.desk.tool(each);
    const facts = { state, isClosed: !mayChange, taskTitle: this.taskTitle(), act };
    render(toolsView(facts), this.frame.tools);
    render(wallView(facts), this.frame.wall);
  }

  private drawPlace(): void {
    const { live, state, joining, moderating, mayChange } = this.desk;
    const { records, presence } = live.client;
    const id = state.selected ?? "";
    const record = records.get(id);
    if (record === undefined) return void render(null, this.frame.place);
    const card = placeView({
      record,
      kinds: live.workshop?.kinds ?? [],
      meToo: records.standingOn(id).filter(countsAsMark).length,
      connections: connectionsOf(id, records, live.context.person),
      addedBy: addedByWords(record.author, presence),
      photo: photoCard({ photos: photosOf(this.desk), record, context: live.context }),
      photoButtons: mayChange ? this.photoButtons(record) : nothing,
      isLit: state.lit === id,
      actions: actionsOn(record, mayChange),
      act: (action: PlaceAction) => this.desk.act(action, id),
      choose: (place) => this.desk.choose(place),
      letGo: () => void this.desk.leave(),
      moderation: cardPart(this.desk, record),
      person: personPart(this.desk, record),
      changeConnection: (connection) => joining.change(connection),
      removeConnection: (connection) => joining.remove(connection),
      hideConnection: (connection, isHidden) => (isHidden ? moderating.takeBack(connection) : moderating.putAside(connection)),
    });
    render(card, this.frame.place);
  }

  private photoButtons(record: WireRecord): ReturnType<typeof photoButtons> {
    const { deeds } = this.desk;
    const words = fill(PHOTO.removed, { title: record.fields["title"] as string });
    const remove = (): void => deeds.ask({ kind: "place.remove_photo", payload: { place: record.id } }, words);
    return photoButtons(photosOf(this.desk), record, remove);
  }

  private drawRoom(): void {
    const { live, tallies, book, mayChange } = this.desk;
    const kinds = live.workshop?.kinds ?? [];
    const facts: RoomFacts = {
      moderation: moderationPart(this.desk),
      context: live.context,
      isArriving: live.workshop?.life === "draft" || live.workshop?.stage === "lobby",
      isOver: !mayChange,
      hasGlossary: (live.client.records.get("workshop")?.fields["glossary"] ?? null) !== null,
      kinds,
      counts: tallies.byKind(kinds),
      places: tallies.places,
      connections: tallies.connections,
      latest: book.latest(MOST_LATEST),
      flagged: book.flagged(),
      isFlaggedOpen: this.isFlaggedOpen,
      openFlagged: () => this.openFlagged(),
      people: this.people(),
      back: this.back(),
      agreeing: isAgreeing(live.workshop) ? agreeingView(this.desk) : live.workshop?.life === "draft" ? ruleView(this.desk) : nothing,
      hall: this.hall(),
      choose: (place: string) => this.desk.choose(place),
    };
    render(roomView(facts), this.frame.room);
  }

  private people(): PeopleFacts {
    const { live, book, peopleBook } = this.desk;
    const { presence } = live.client;
    return {
      gathered: peopleBook.gather(presence, live.workshop),
      count: presence?.count ?? 0,
      addedBy: (person) => book.addedBy(person),
      isOpen: this.isPeopleOpen,
      open: (isOpen) => this.openPeople(isOpen),
      isWhole: this.isPeopleWhole,
      showAll: () => this.showAllPeople(),
    };
  }

  private hall(): HallControls {
    const { live, hallScreen } = this.desk;
    return {
      arrangement: arrangementOf(live.client.records),
      setTheme: (theme) => hallScreen.setTheme(theme),
      setWayIn: (wayIn) => hallScreen.setWayIn(wayIn),
    };
  }

  private back(): TemplateResult | typeof nothing {
    const { live, hallScreen } = this.desk;
    const all = gathered(live.client.records);
    if (live.workshop?.stage !== "reflect" && all.answered === 0) return nothing;
    return backView({
      gathered: all,
      here: live.client.presence?.count ?? 0,
      isShown: hallScreen.hasShown,
      show: () => hallScreen.showReflections(),
      download: `${live.context.api}/reflections.csv?${live.context.query}`,
    });
  }

  private showAllPeople(): void {
    this.isPeopleWhole = true;
    this.drawRoom();
  }

  private openPeople(isOpen: boolean): void {
    if (isOpen === this.isPeopleOpen) return;
    this.isPeopleOpen = isOpen;
    if (isOpen) void this.desk.peopleBook.look();
    this.drawRoom();
  }

  private openFlagged(): void {
    this.isFlaggedOpen = !this.isFlaggedOpen;
    this.drawRoom();
  }

  private taskTitle(): string {
    const { state, live } = this.desk;
    const { task } = state;
    const place = task.kind === "move" ? task.place : task.kind === "join" ? task.start : null;
    return place === null ? "" : (titleOf(live.client.records, place) ?? "");
  }
}

function isAgreeing(workshop: Workshop | null): boolean {
  return workshop !== null && workshop.life !== "closed" && (workshop.stage === "terms" || workshop.stage === "indicators");
}
