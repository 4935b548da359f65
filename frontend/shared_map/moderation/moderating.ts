/** Looking over what others placed: each step can be taken back from the message that tells of it. */

import type { KithConfirm } from "../../components/confirm/confirm";
import { counted, fill } from "../../components/words";
import type { OperationPayloads, WireRecord } from "../../sync/protocol";
import type { Desk } from "../console/desk";
import { anchorOf } from "../map_canvas/geometry";
import type { Geometry } from "../map_canvas/types";
import { PLACE_KINDS } from "../map_features";
import { titleOf } from "../participant/listing";
import type { ReturnReason } from "../review";
import type { AnyWish } from "../wishes";
import type { PairsWatch } from "./pairs";
import type { ReviewBook } from "./review_book";
import { ASK_REVERT, MODERATED, QUEUE } from "./words";

/** More at once the server does not take; the rest is the next press. */
const MOST_AT_ONCE = 500;

/** What happens to the card of the queue by one key. */
export type QueueAct = "approve" | "back" | "merge" | "aside";

export class Moderating {
  readonly book: ReviewBook;
  readonly pairs: PairsWatch;
  private readonly desk: Desk;
  private readonly confirm: Pick<KithConfirm, "ask">;
  private shown: string | null = null;
  private isAsking = false;

  constructor(desk: Desk, book: ReviewBook, pairs: PairsWatch, confirm: Pick<KithConfirm, "ask">) {
    this.desk = desk;
    this.book = book;
    this.pairs = pairs;
    this.confirm = confirm;
  }

  /** The card of the queue: what the facilitator chose, or the oldest. */
  get current(): WireRecord | null {
    const { sheet } = this.desk.state;
    const chosen = sheet?.kind === "queue" ? sheet.at : null;
    const { queue } = this.book;
    return queue.find(({ id }) => id === chosen) ?? queue[0] ?? null;
  }

  openQueue(at: string | null = null): void {
    this.shown = null;
    this.desk.set({ sheet: { kind: "queue", at }, selected: null });
    this.follow();
  }

  openPairs(): void {
    this.desk.set({ sheet: { kind: "pairs" } });
  }

  /** Let the map show where the card of the queue is. */
  follow(): void {
    if (this.desk.state.sheet?.kind !== "queue") return;
    const { current } = this;
    if (current === null || current.id === this.shown) return;
    this.shown = current.id;
    const place = PLACE_KINDS.has(current.kind) ? current.id : (current.fields["start"] as string);
    this.show(place);
  }

  show(place: string): void {
    const { live } = this.desk;
    const geometry = live.client.records.get(place)?.fields["geometry"];
    if (geometry === undefined) return;
    live.map.moveTo({ centre: anchorOf(geometry as unknown as Geometry) });
    live.map.select(place);
  }

  /** One of the keys of the queue; false where no card is there to press it for. */
  act(act: QueueAct): boolean {
    const { current } = this;
    if (this.desk.state.sheet?.kind !== "queue" || current === null) return false;
    const acts: Readonly<Record<QueueAct, () => void>> = {
      approve: () => this.approve([current.id]),
      back: () => this.askBack(current.id),
      merge: () => this.askMerge(current.id),
      aside: () => this.putAside(current.id),
    };
    acts[act]();
    return true;
  }

  approve(ids: readonly string[]): void {
    const some = ids.slice(0, MOST_AT_ONCE);
    const [first = ""] = some;
    const told = some.length === 1 ? fill(MODERATED.approved, { title: this.titleOf(first) }) : counted(MODERATED.approvedAll, some.length);
    this.do({ kind: "place.approve", payload: { ids: some } }, told);
  }

  approveAll(): void {
    this.approve(this.book.queue.map(({ id }) => id));
  }

  askBack(id: string): void {
    this.desk.set({ sheet: { kind: "back", id, reason: null, isMissing: false } });
  }

  /** Give something back; the queue goes on where it was opened. */
  back(id: string, reason: ReturnReason, words: string): void {
    const told = fill(MODERATED.back, { title: this.titleOf(id) });
    this.do({ kind: "place.return", payload: { id, reason, words } }, told);
    this.openQueue();
  }

  /** Only a place can be joined with another. */
  askMerge(place: string): void {
    if (PLACE_KINDS.has(this.recordOf(place)?.kind ?? "")) this.desk.set({ sheet: { kind: "merge", place } });
  }

  merge(keep: string, other: string): void {
    const titles = { title: this.titleOf(other), keep: this.titleOf(keep) };
    this.do({ kind: "places.merge", payload: { keep, others: [other] } }, fill(MODERATED.merged, titles));
    this.pairs.drop(keep, other);
    const { sheet } = this.desk.state;
    if (sheet?.kind === "merge") this.openQueue();
    else this.desk.set({});
  }

  split(place: string): void {
    this.do({ kind: "places.split", payload: { places: [place] } }, fill(MODERATED.split, { title: this.titleOf(place) }));
  }

  keepApart(one: string, other: string): void {
    this.do({ kind: "places.keep_apart", payload: { one, other } }, MODERATED.apart);
    this.pairs.drop(one, other);
    this.desk.set({});
  }

  /** In one tap: from then on only whoever placed it and those who lead see it. */
  putAside(id: string): void {
    this.do({ kind: "place.hide", payload: { id } }, fill(MODERATED.aside, { title: this.titleOf(id) }));
  }

  takeBack(id: string): void {
    this.do({ kind: "place.unhide", payload: { id } }, fill(MODERATED.unhidden, { title: this.titleOf(id) }));
  }

  answerAlarm(place: string, answer: "keep" | "show"): void {
    const told = fill(answer === "keep" ? MODERATED.kept : MODERATED.unhidden, { title: this.titleOf(place) });
    this.do({ kind: "alarm.answer", payload: { place, answer } }, told);
  }

  async revertPerson(person: string): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    const isSure = await this.confirm.ask(ASK_REVERT);
    this.isAsking = false;
    if (isSure) this.do({ kind: "person.revert", payload: { person } }, MODERATED.reverted);
  }

  restorePerson(person: string): void {
    this.do({ kind: "person.restore", payload: { person } }, MODERATED.restored);
  }

  /** What a place or a connection is called in a sentence. */
  titleOf(id: string): string {
    const { records } = this.desk.live.client;
    const own = titleOf(records, id);
    if (own !== null) return own;
    const { start, end } = (records.get(id)?.fields ?? {}) as { readonly start?: string; readonly end?: string };
    return fill(QUEUE.line, { start: titleOf(records, start ?? "") ?? "", end: titleOf(records, end ?? "") ?? "" });
  }

  private recordOf(id: string): WireRecord | undefined {
    return this.desk.live.client.records.get(id);
  }

  private do<Kind extends keyof OperationPayloads & AnyWish["kind"]>(
    wish: { readonly kind: Kind; readonly payload: OperationPayloads[Kind] },
    words: string,
  ): void {
    this.desk.deeds.ask(wish as unknown as AnyWish, words);
  }
}
