/** Placing, telling, moving and removing: what a person does with places. */

import { EMPTY_PLACE, type PlaceDraft } from "../../components/place_form/draft";
import { fill } from "../../components/words";
import type { WireRecord } from "../../sync/protocol";
import { anchorOf } from "../map_canvas/geometry";
import type { DrawingForm, Geometry, MapPlace, Position } from "../map_canvas/types";
import { mapPlace, PLACE_KINDS } from "../map_features";
import { moveWish, placeDraft, placeEditWish, placeWish, type PlacedGeometry } from "../wishes";
import { placedByWords, type Described } from "./by_words";
import { hasWords } from "./drafts";
import type { Phone } from "./phone";
import { LOOKING } from "../task";
import type { Changing, Telling } from "./state";
import { DONE, DRAWING } from "./words";

export const PRACTICE = "practice";

export class Placing {
  private readonly phone: Phone;

  constructor(phone: Phone) {
    this.phone = phone;
    phone.live.map.onDrawing((progress) => {
      if (progress !== null) {
        const { form, corners, enough } = progress;
        phone.set({ task: { kind: "draw", form, corners: corners.length, enough } });
      } else if (phone.state.task.kind === "draw") phone.set({ task: LOOKING });
    });
  }

  /** The spot under the crosshair. */
  here(practice = false): void {
    this.tell({ type: "Point", coordinates: this.phone.live.map.centre() }, practice);
  }

  byWords(described: Described): void {
    const { live } = this.phone;
    const { geometry, draft } = placedByWords(described, live.client.records, live.context.boundary);
    const { kind, title, note } = this.phone.drafts.place;
    this.tell(geometry, false, { ...draft, kind, title, note: [note, draft.note].filter(Boolean).join("\n") });
  }

  draw(form: DrawingForm): void {
    this.phone.set({ sheet: null });
    this.phone.live.map.startDrawing(form);
  }

  finishDrawing(): void {
    const { problem, geometry } = this.phone.live.map.finishDrawing();
    if (problem !== undefined) this.phone.deeds.tell("drawing", DRAWING[problem]);
    else this.tell(geometry as PlacedGeometry, false);
  }

  /** The form is filled in. */
  told(sheet: Telling, draft: PlaceDraft): void {
    if (sheet.practice) return this.practised(sheet, draft);
    if (this.phone.isBlocked()) return;
    if (sheet.corrects !== null) this.phone.live.client.dismiss(sheet.corrects);
    else this.phone.drafts.drop();
    this.phone.deeds.ask(placeWish(draft, sheet), fill(this.doneWords(), { title: draft.title }));
    this.phone.set({ task: LOOKING, sheet: null });
  }

  private doneWords(): string {
    const { live } = this.phone;
    const isLookedAt = (live.workshop?.moderated ?? false) && live.client.me.role === "participant";
    return isLookedAt ? DONE.placedToBeLookedAt : DONE.placed;
  }

  /** The person does not want to add this: nothing of it is kept, but there is a way back. */
  dropped(sheet: Telling, draft: PlaceDraft): void {
    if (sheet.corrects === null) this.phone.drafts.drop();
    this.phone.set({ sheet: null });
    if (hasWords(draft)) this.phone.deeds.tell(sheet.place, DONE.dropped, () => this.phone.set({ sheet: { ...sheet, draft } }));
  }

  change(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.phone.isBlocked()) return;
    const draft = placeDraft(record.kind, record.fields);
    this.phone.set({ task: LOOKING, sheet: { kind: "change", place, draft, corrects: null } });
  }

  changed({ place, corrects }: Changing, draft: PlaceDraft): void {
    const record = this.recordOf(place);
    if (this.phone.isBlocked()) return;
    if (corrects !== null) this.phone.live.client.dismiss(corrects);
    const wish = record === undefined ? null : placeEditWish(record, draft);
    if (wish === null) this.phone.deeds.tell(place, DONE.unchanged);
    else this.phone.deeds.ask(wish, fill(DONE.changed, { title: draft.title }));
    this.phone.set({ sheet: null });
  }

  /** Bring a place under the crosshair, from where it can be put elsewhere. */
  move(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.phone.isBlocked()) return;
    const { map } = this.phone.live;
    this.phone.set({ task: { kind: "move", place }, sheet: null });
    map.moveTo({ centre: spotOf(record) });
    map.select(place);
  }

  moveHere(place: string): void {
    const record = this.recordOf(place);
    if (this.phone.isBlocked()) return;
    const { map } = this.phone.live;
    if (record !== undefined) this.phone.deeds.ask(moveWish(record, map.centre()), fill(DONE.moved, { title: titleOf(record) }));
    this.leave();
  }

  remove(place: string): void {
    const record = this.recordOf(place);
    if (record === undefined || this.phone.isBlocked()) return;
    const { sheet } = this.phone.state;
    if (sheet?.kind === "place") this.phone.set({ sheet: null });
    this.phone.deeds.ask({ kind: "place.remove", payload: { place } }, fill(DONE.removed, { title: titleOf(record) }));
  }

  /** Say "me too", or take it back. */
  meToo(place: string): void {
    const { live, deeds } = this.phone;
    const record = this.recordOf(place);
    if (record === undefined || this.phone.isBlocked()) return;
    const isMarked = live.client.records.get(`${place}:${live.context.person}`) !== undefined;
    const words = isMarked ? DONE.meTooBack : fill(DONE.meToo, { title: titleOf(record) });
    deeds.ask({ kind: isMarked ? "me_too.remove" : "me_too.add", payload: { place } }, words);
  }

  /** Leave moving or drawing; the map is as it was. */
  leave(): void {
    const { map } = this.phone.live;
    if (this.phone.state.task.kind === "draw") map.cancelDrawing();
    map.select(null);
    this.phone.set({ task: LOOKING });
  }

  /** The practice pin goes when it gets serious. */
  endPractice(): void {
    this.phone.live.map.setFeatures([{ remove: PRACTICE }]);
  }

  private tell(geometry: PlacedGeometry, practice: boolean, draft = practice ? EMPTY_PLACE : this.phone.drafts.place): void {
    if (!practice && this.phone.isBlocked()) return;
    const place = practice ? PRACTICE : this.phone.live.client.newId();
    this.phone.set({ sheet: { kind: "tell", place, geometry, draft, practice, corrects: null } });
  }

  private practised({ geometry }: Telling, draft: PlaceDraft): void {
    this.phone.live.map.setFeatures([{ put: this.practicePlace(geometry, draft), fresh: true }]);
    this.phone.set({ sheet: null });
    this.phone.deeds.tell(PRACTICE, DONE.practised, () => this.endPractice());
  }

  private practicePlace(geometry: Geometry, { kind, title }: PlaceDraft): MapPlace {
    const circumstances = { ...this.phone.live.circumstances(), standingOf: () => "settled" as const };
    const record: WireRecord = {
      kind: kind === "meeting_place" ? kind : "asset",
      id: PRACTICE,
      author: circumstances.person,
      audience: "author",
      version: 0,
      fields: { title, asset_kind: kind },
      stands_on: [],
    };
    return { ...mapPlace(record, circumstances), geometry };
  }

  private recordOf(place: string): WireRecord | undefined {
    const record = this.phone.live.client.records.get(place);
    return record !== undefined && PLACE_KINDS.has(record.kind) ? record : undefined;
  }
}

function titleOf(record: WireRecord): string {
  return record.fields["title"] as string;
}

export function spotOf(record: WireRecord): Position {
  return anchorOf(record.fields["geometry"] as unknown as Geometry);
}
