/** What the facilitator does with places: for somebody without a phone, from paper cards, and to keep the room safe. */

import { EMPTY_PLACE, type PlaceDraft } from "../../components/place_form/draft";
import { fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { anchorOf } from "../map_canvas/geometry";
import type { DrawingForm, Geometry } from "../map_canvas/types";
import { PLACE_KINDS } from "../map_features";
import { moveWish, placeDraft, placeEditWish, placeWish, type PlacedGeometry } from "../wishes";
import type { Desk } from "./desk";
import { removedTitle, type RemovedThing } from "./removed";
import { LOOKING } from "../task";
import type { Changing, Telling } from "./state";
import { calledOf } from "./for_whom";
import { SEATED } from "./seated_words";
import { DONE, TASKS } from "./words";

export class Placing {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
    desk.live.map.onDrawing((progress) => {
      if (progress !== null) {
        const { form, corners, enough } = progress;
        desk.set({ task: { kind: "draw", form, corners: corners.length, enough } });
      } else if (desk.state.task.kind === "draw") desk.set({ task: LOOKING });
    });
  }

  /** The spot under the crosshair. */
  here(): void {
    this.tell({ type: "Point", coordinates: this.desk.live.map.centre() });
  }

  draw(form: DrawingForm): void {
    this.desk.set({ sheet: null });
    this.desk.live.map.startDrawing(form);
  }

  finishDrawing(): void {
    const { problem, geometry } = this.desk.live.map.finishDrawing();
    if (problem !== undefined) this.desk.deeds.tell("drawing", TASKS[problem]);
    else this.tell(geometry as PlacedGeometry);
  }

  /** The form is filled in. */
  told({ place, geometry }: Telling, draft: PlaceDraft): void {
    const { deeds, state } = this.desk;
    if (this.isClosed()) return;
    const { title } = draft;
    const { forWhom, source } = state;
    const words = forWhom === null ? fill(DONE.placed, { title }) : fill(SEATED.placed, { who: calledOf(forWhom), title });
    deeds.ask(placeWish(draft, { place, geometry, source, onBehalf: forWhom?.person }), words);
    this.desk.set({ sheet: null });
  }

  change(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.isClosed()) return;
    this.desk.set({ task: LOOKING, sheet: { kind: "change", place, draft: placeDraft(record.kind, record.fields) } });
  }

  changed({ place }: Changing, draft: PlaceDraft): void {
    const record = this.recordOf(place);
    const wish = record === undefined ? null : placeEditWish(record, draft);
    if (this.isClosed()) return;
    if (wish === null) this.desk.deeds.tell(place, DONE.unchanged);
    else this.desk.deeds.ask(wish, fill(DONE.changed, { title: draft.title }));
    this.desk.set({ sheet: null });
  }

  /** Bring a place under the crosshair, from where it can be put elsewhere. */
  move(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.isClosed()) return;
    const { map } = this.desk.live;
    this.desk.set({ task: { kind: "move", place }, sheet: null, selected: place });
    map.moveTo({ centre: anchorOf(record.fields["geometry"] as unknown as Geometry) });
    map.select(place);
  }

  moveHere(place: string): void {
    const record = this.recordOf(place);
    if (this.isClosed()) return;
    const { live, deeds } = this.desk;
    if (record !== undefined) deeds.ask(moveWish(record, live.map.centre()), fill(DONE.placeMoved, { title: titleOf(record) }));
    this.desk.set({ task: LOOKING });
  }

  remove(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.isClosed()) return;
    const title = titleOf(record);
    this.desk.deeds.ask({ kind: "place.remove", payload: { place } }, fill(DONE.removed, { title }));
    this.desk.set({ selected: null });
  }

  putBack(thing: RemovedThing): void {
    if (this.isClosed()) return;
    const { id, kind } = thing;
    const words = fill(DONE.putBack, { title: removedTitle(thing) });
    if (kind === "place") this.desk.deeds.ask({ kind: "place.restore", payload: { place: id } }, words);
    else this.desk.deeds.ask({ kind: "connection.restore", payload: { connection: id } }, words);
  }

  /** Give the room a place that its author kept to the facilitators: to the room alone. */
  showToRoom(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.isClosed()) return;
    const draft: PlaceDraft = { ...placeDraft(record.kind, record.fields), visibility: "room" };
    const wish = placeEditWish(record, draft);
    const words = fill(DONE.unhidden, { title: draft.title });
    if (wish !== null) this.desk.deeds.ask(wish, words);
  }

  private tell(geometry: PlacedGeometry): void {
    if (this.isClosed()) return;
    this.desk.set({ sheet: { kind: "tell", place: this.desk.live.client.newId(), geometry, draft: EMPTY_PLACE } });
  }

  private isClosed(): boolean {
    const isClosed = this.desk.live.workshop?.life === "closed";
    if (isClosed) this.desk.deeds.tell("closed", DONE.notOpen);
    return isClosed;
  }

  private recordOf(place: string): WireRecord | undefined {
    const record = this.desk.live.client.records.get(place);
    return record !== undefined && PLACE_KINDS.has(record.kind) ? record : undefined;
  }
}

function titleOf(record: WireRecord): string {
  return record.fields["title"] as string;
}
