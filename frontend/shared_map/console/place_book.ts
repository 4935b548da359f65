/**
 * What the console knows of all places, kept step by step: a thousand places are looked through once, and then each change
 * costs what it changes.
 */

import type { ListedPlace, PlaceAction } from "../../components/place_list/place_list";
import type { WireRecord } from "../../sync/protocol";
import type { RecordsView } from "../../sync/records";
import { PLACE_KINDS, type Circumstances } from "../map_features";
import { listedPlace } from "../participant/listing";
import { causeOf, mergedInto, standingIn } from "../review";

export type Flag = "outside" | "facilitators" | "heldBack" | "merged" | "aside" | "returned" | "in_review" | "paper" | "facilitator" | "brought_in";

/** What a facilitator should look at once more; what waits has a queue of its own, and what was put aside was looked at. */
const LOOK_AT: ReadonlySet<Flag> = new Set<Flag>(["outside", "facilitators"]);

const byTitle = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

export class PlaceBook {
  private readonly places = new Map<string, WireRecord>();
  /** Places whose line in the list is to be written anew. */
  private readonly touched = new Set<string>();
  /** The places under connections and marks: those change what is said of them. */
  private readonly ground = new Map<string, readonly string[]>();
  private readonly toLookAt = new Map<string, WireRecord>();
  private readonly byAuthor = new Map<string, number>();
  private ordered: readonly ListedPlace[] = [];

  get count(): number {
    return this.places.size;
  }

  /** How many places a person has added. */
  addedBy(person: string): number {
    return this.byAuthor.get(person) ?? 0;
  }

  follow(changed: Iterable<string>, records: RecordsView): void {
    for (const id of changed) {
      const record = records.get(id);
      if (record !== undefined && PLACE_KINDS.has(record.kind)) this.put(record);
      else if (record === undefined) this.drop(id);
      this.touchGround(id, record);
    }
  }

  /** Forget how places are listed: the words for their kinds, or what may be done with them, are others now. */
  forgetListed(): void {
    for (const id of this.places.keys()) this.touched.add(id);
  }

  /** The places that came last, the newest first. Ids hold the time at which they were made. */
  latest(most: number): readonly WireRecord[] {
    const newest: WireRecord[] = [];
    for (const record of this.places.values()) {
      const last = newest[most - 1];
      if (last !== undefined && record.id < last.id) continue;
      const at = newest.findIndex(({ id }) => id < record.id);
      newest.splice(at < 0 ? newest.length : at, 0, record);
      newest.length = Math.min(newest.length, most);
    }
    return newest;
  }

  /** The places that a facilitator should look at. */
  flagged(): readonly WireRecord[] {
    return [...this.toLookAt.values()];
  }

  /** All places in the order of their titles, as the list shows them. */
  list(records: RecordsView, circumstances: Circumstances, mayChange: boolean): readonly ListedPlace[] {
    if (this.touched.size === 0) return this.ordered;
    const fresh: ListedPlace[] = [];
    for (const id of this.touched) {
      const record = this.places.get(id);
      if (record === undefined) continue;
      fresh.push({ ...listedPlace(record, records, circumstances, mayChange), actions: actionsOn(record, mayChange) });
    }
    const rest = this.ordered.filter(({ id }) => !this.touched.has(id));
    this.touched.clear();
    this.ordered = merged(rest, fresh.sort(inOrder));
    return this.ordered;
  }

  private put(record: WireRecord): void {
    const before = this.places.get(record.id);
    if (before?.author !== record.author) {
      this.countAuthor(before, -1);
      this.countAuthor(record, 1);
    }
    this.places.set(record.id, record);
    if (flagsOf(record).some((flag) => LOOK_AT.has(flag))) this.toLookAt.set(record.id, record);
    else this.toLookAt.delete(record.id);
    this.touch(record.id);
  }

  private drop(id: string): void {
    const before = this.places.get(id);
    if (before === undefined) return;
    this.countAuthor(before, -1);
    this.places.delete(id);
    this.toLookAt.delete(id);
    this.touch(id);
  }

  private touchGround(id: string, record: WireRecord | undefined): void {
    const before = this.ground.get(id) ?? [];
    const now = record?.stands_on ?? [];
    for (const place of [...before, ...now]) this.touch(place);
    if (now.length > 0) this.ground.set(id, now);
    else this.ground.delete(id);
  }

  private touch(place: string): void {
    this.touched.add(place);
  }

  private countAuthor(record: WireRecord | undefined, by: number): void {
    const author = record?.author ?? null;
    if (author !== null) this.byAuthor.set(author, this.addedBy(author) + by);
  }
}

function inOrder(one: ListedPlace, other: ListedPlace): number {
  return byTitle.compare(one.title, other.title) || (one.id < other.id ? -1 : 1);
}

/** One list of two that are in order. Comparing titles is what takes time: a few are found their places by halving. */
function merged(rest: readonly ListedPlace[], fresh: readonly ListedPlace[]): readonly ListedPlace[] {
  const all: ListedPlace[] = [];
  let from = 0;
  for (const place of fresh) {
    const to = placeFor(place, rest, from);
    for (; from < to; from += 1) all.push(rest[from] as ListedPlace);
    all.push(place);
  }
  return [...all, ...rest.slice(from)];
}

function placeFor(place: ListedPlace, among: readonly ListedPlace[], from: number): number {
  let [low, high] = [from, among.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(among[middle] as ListedPlace, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a facilitator should know of a place at a glance. */
export function flagsOf(record: WireRecord): readonly Flag[] {
  const { outside, visibility, placed } = record.fields as {
    outside: boolean;
    visibility: string;
    placed?: { blind: boolean; revealed: boolean; source: string };
  };
  const flags: Flag[] = [];
  if (outside) flags.push("outside");
  const standing = standingIn(record);
  if (standing === "merged" || standing === "returned" || standing === "in_review") flags.push(standing);
  if (causeOf(record.fields) !== null) flags.push("aside");
  else if (visibility === "facilitators") flags.push("facilitators");
  else if (placed?.blind && !placed.revealed) flags.push("heldBack");
  const source = placed?.source;
  if (source === "paper" || source === "facilitator" || source === "brought_in") flags.push(source);
  return flags;
}

export function actionsOn(record: WireRecord, mayChange: boolean): readonly PlaceAction[] {
  const isHidden = record.fields["visibility"] === "facilitators" || causeOf(record.fields) !== null;
  const leading: PlaceAction[] = ["show", "spotlight"];
  // It stands for itself no more: all that is done is done to the place that it was joined with.
  if (mergedInto(record.fields) !== null) return ["show"];
  return mayChange ? [...leading, "connect", "change", "move", isHidden ? "unhide" : "hide", "remove"] : leading;
}
