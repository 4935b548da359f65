/** The console drawn: each part of its frame from the facts that it depends on. */

import { render } from "lit";
import type { PlaceAction } from "../../components/place_list/place_list";
import { fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { clockFace, type ClockFace } from "../../workshop/stage_clock";
import { connectionsOf, titleOf } from "../participant/listing";
import { photosOf } from "../photos/page_photos";
import { photoCard } from "../photos/views";
import { PHOTO } from "../photos/words";
import type { StripLine } from "../participant/strip_line";
import type { Tallies } from "../tallies";
import type { ConsoleFrame } from "./page";
import { actionsOn, type PlaceBook } from "./place_book";
import { placeView } from "./views_place";
import { addedByWords, roomView } from "./views_room";
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
    if (workshop !== null) render(runView({ workshop, leading, readClock: this.readClock, newRound }), this.frame.run);
  }

  private readonly readClock = (): ClockFace | null => {
    const { live, serverNow } = this.desk;
    return live.workshop === null ? null : clockFace(live.workshop, serverNow());
  };

  private drawTools(): void {
    const { state, removed, mayChange } = this.desk;
    const act = (each: ToolAct): void => this.desk.tool(each);
    const facts = { state, isClosed: !mayChange, removed: removed.places.length, taskTitle: this.taskTitle(), act };
    render(toolsView(facts), this.frame.tools);
    render(wallView(facts), this.frame.wall);
  }

  private drawPlace(): void {
    const { live, state, joining, mayChange } = this.desk;
    const { records, presence } = live.client;
    const id = state.selected ?? "";
    const record = records.get(id);
    if (record === undefined) return void render(null, this.frame.place);
    const card = placeView({
      record,
      kinds: live.workshop?.kinds ?? [],
      meToo: records.standingOn(id).filter(({ kind }) => kind === "me_too").length,
      connections: connectionsOf(id, records, live.context.person),
      addedBy: addedByWords(record.author, presence),
      photo: this.photo(record),
      isLit: state.lit === id,
      actions: actionsOn(record, mayChange),
      act: (action: PlaceAction) => this.desk.act(action, id),
      choose: (place) => this.desk.choose(place),
      letGo: () => void this.desk.leave(),
      changeConnection: (connection) => joining.change(connection),
      removeConnection: (connection) => joining.remove(connection),
    });
    render(card, this.frame.place);
  }

  private photo(record: WireRecord): ReturnType<typeof photoCard> {
    const { live, deeds, mayChange } = this.desk;
    const words = fill(PHOTO.removed, { title: record.fields["title"] as string });
    const remove = (): void => deeds.ask({ kind: "place.remove_photo", payload: { place: record.id } }, words);
    return photoCard({ photos: photosOf(this.desk), record, context: live.context, mayChange, remove });
  }

  private drawRoom(): void {
    const { live, tallies, book, mayChange } = this.desk;
    const kinds = live.workshop?.kinds ?? [];
    const facts = {
      context: live.context,
      presence: live.client.presence,
      isArriving: live.workshop?.life === "draft" || live.workshop?.stage === "lobby",
      isOver: !mayChange,
      kinds,
      counts: tallies.byKind(kinds),
      places: tallies.places,
      connections: tallies.connections,
      latest: book.latest(MOST_LATEST),
      flagged: book.flagged(),
      isFlaggedOpen: this.isFlaggedOpen,
      openFlagged: () => this.openFlagged(),
      addedBy: (person: string) => book.addedBy(person),
      isPeopleOpen: this.isPeopleOpen,
      openPeople: (isOpen: boolean) => this.openPeople(isOpen),
      choose: (place: string) => this.desk.choose(place),
    };
    render(roomView(facts), this.frame.room);
  }

  private openPeople(isOpen: boolean): void {
    if (isOpen === this.isPeopleOpen) return;
    this.isPeopleOpen = isOpen;
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
