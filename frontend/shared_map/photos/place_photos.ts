/**
 * The photos that this page is about to give to places: chosen, made small, kept, sent, and then asked for as the place's photo.
 *
 * Invariant: a photo that was added is kept on the device until the server has it and its place shows it, or until it is refused for
 * good; it is accepted once, however often it had to be sent, for its id is made here.
 */

import { fill } from "../../components/words";
import type { Answered } from "../../sync/sending";
import { backoff } from "../../sync/backoff";
import type { Clock } from "../../sync/surroundings";
import type { LivePage } from "../live_page";
import { titleOf } from "../participant/listing";
import type { Prepared } from "./prepare";
import type { Sending, Sent } from "./send";
import type { PhotoShelf, ShelvedPhoto } from "./shelf";
import { PHOTO } from "./words";

/** A photo on its way, as its place's form and card show it. */
export interface OwnPhoto {
  readonly state: "preparing" | "unreadable" | "chosen" | "waiting" | "sending";
  /** Where the browser shows it from; empty until it is read. */
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** How much of it has gone, from 0 to 1. */
  readonly progress: number;
}

/** What is needed of the browser, as arguments. */
export interface PhotoMeans {
  readonly clock: Clock;
  readonly random: () => number;
  readonly shelf: PhotoShelf | null;
  readonly prepare: (file: Blob) => Promise<Prepared>;
  readonly send: (sending: Sending) => Promise<Sent>;
  /** An address from which the page can show a picture, and how to let go of it. */
  readonly show: (content: Blob) => string;
  readonly forget: (src: string) => void;
}

interface Held {
  view: OwnPhoto;
  photo: ShelvedPhoto | null;
  /** The operation that gives it to its place, once it was asked for. */
  operation: string | null;
}

const UNREAD: OwnPhoto = { state: "preparing", src: "", alt: "", width: 0, height: 0, progress: 0 };

/** A photo whose place never came in this time, for a workshop is over by then, is let go of. */
const KEPT_MS = 14 * 24 * 3600 * 1000;

/** Refusals that pass: the photo waits for the room. */
const PASSING = new Set(["paused", "not_open", "wrong_stage", "too_fast", "not_stored"]);

export class PlacePhotos {
  private readonly live: LivePage;
  private readonly means: PhotoMeans;
  private readonly tell: (key: string, words: string) => void;
  private readonly changed: () => void;
  private readonly held = new Map<string, Held>();
  private isSending = false;
  private isResting = false;
  private failures = 0;

  /**
   * @param tell says something to the person
   * @param changed is called when a photo looks different
   */
  constructor(live: LivePage, means: PhotoMeans, tell: (key: string, words: string) => void, changed: () => void) {
    this.live = live;
    this.means = means;
    this.tell = tell;
    this.changed = changed;
    const { client } = live;
    client.on("status", () => this.go());
    client.on("answered", (told) => this.answered(told));
    live.onRecords(() => this.go());
  }

  /** Take up what this device kept. */
  async begin(): Promise<void> {
    const kept = await this.means.shelf?.load().catch(() => []);
    for (const photo of kept ?? []) {
      if (this.held.has(photo.place)) continue;
      if (this.means.clock.now() - madeAt(photo.id) > KEPT_MS) {
        void this.means.shelf?.remove(photo.id).catch(() => undefined);
        continue;
      }
      const { alt, width, height } = photo;
      this.held.set(photo.place, { photo, operation: null, view: { ...UNREAD, state: "waiting", src: this.shown(photo), alt, width, height } });
    }
    this.changed();
    this.go();
  }

  of(place: string): OwnPhoto | null {
    return this.held.get(place)?.view ?? null;
  }

  /** The person chose a picture for a place. */
  async choose(place: string, file: Blob): Promise<void> {
    const alt = this.of(place)?.alt ?? "";
    this.drop(place);
    const held: Held = { photo: null, operation: null, view: { ...UNREAD, alt } };
    this.held.set(place, held);
    this.changed();
    try {
      const { content, width, height } = await this.means.prepare(file);
      const photo = { id: this.live.client.newId(), place, alt, width, height, content: await content.arrayBuffer() };
      if (this.held.get(place) !== held) return;
      held.photo = photo;
      held.view = { ...held.view, state: "chosen", src: this.shown(photo), width, height };
    } catch {
      held.view = { ...held.view, state: "unreadable" };
    }
    this.changed();
  }

  /** A form that was closed by a slip is open again, for a place of another id: its photo goes over to that. */
  carryTo(place: string): void {
    if (this.held.has(place)) return;
    const { records } = this.live.client;
    for (const [before, held] of this.held) {
      if (held.view.state !== "chosen" || held.photo === null || records.get(before) !== undefined) continue;
      this.held.delete(before);
      held.photo = { ...held.photo, place };
      return void this.held.set(place, held);
    }
  }

  describe(place: string, alt: string): void {
    const held = this.held.get(place);
    if (held !== undefined) held.view = { ...held.view, alt };
  }

  /** Leave the photo out: nothing of it stays. */
  drop(place: string): void {
    const held = this.held.get(place);
    if (held === undefined) return;
    this.held.delete(place);
    if (held.view.src !== "") this.means.forget(held.view.src);
    if (held.photo !== null) void this.means.shelf?.remove(held.photo.id).catch(() => undefined);
    this.changed();
  }

  /** The person added it: from now on it is kept until it is on its place. */
  async add(place: string): Promise<void> {
    const held = this.held.get(place);
    if (held?.view.state === "unreadable") return this.drop(place);
    if (held === undefined || held.photo === null || held.view.state !== "chosen") return;
    held.photo = { ...held.photo, alt: held.view.alt.trim() };
    held.view = { ...held.view, state: "waiting" };
    this.changed();
    try {
      if (this.means.shelf === null) throw new Error("nothing is kept here");
      await this.means.shelf.put(held.photo);
    } catch {
      this.tell("photo", PHOTO.notKept);
    }
    this.go();
  }

  /** Send the next one, if the line is up and its place has arrived. */
  private go(): void {
    const { state } = this.live.client.status;
    if (this.isSending || this.isResting || (state !== "live" && state !== "polling")) return;
    for (const [place, held] of this.held) {
      if (held.view.state !== "waiting" || held.photo === null || held.operation !== null) continue;
      if (this.isThere(place, held.photo.id)) {
        this.drop(place);
        return this.go();
      }
      if (this.hasArrived(place)) return void this.send(place, held, held.photo);
    }
  }

  private async send(place: string, held: Held, { id, content }: ShelvedPhoto): Promise<void> {
    const { api, query, person } = this.live.context;
    this.isSending = true;
    this.look(held, { state: "sending", progress: 0 });
    const address = `${api}/photos/${id}${query === "" ? "" : `?${query}`}`;
    const sent = await this.means.send({ address, person, content, progress: (part) => this.look(held, { progress: part }) });
    this.isSending = false;
    if (this.held.get(place) === held) this.settle(place, held, sent);
    this.go();
  }

  private settle(place: string, held: Held, sent: Sent): void {
    this.look(held, { state: "waiting" });
    if (sent.outcome === "later") return this.rest();
    this.failures = 0;
    if (sent.outcome === "refused") {
      this.drop(place);
      return this.tell("photo", sent.message);
    }
    const { id, alt } = held.photo as ShelvedPhoto;
    const { width, height } = sent;
    held.operation = this.live.wish("place.set_photo", { place, photo: { id, alt, width, height } }).operation;
  }

  private answered({ operation, ...told }: Answered): void {
    if (operation.kind !== "place.set_photo") return;
    const place = String(operation.payload["place"]);
    const held = this.held.get(place);
    if (held === undefined || held.operation !== operation.id) return;
    held.operation = null;
    if (told.outcome === "accepted") {
      this.drop(place);
      return this.tell("photo", fill(PHOTO.added, { title: titleOf(this.live.client.records, place) ?? "" }));
    }
    this.live.client.dismiss(operation.id);
    if (PASSING.has(told.refusal.reason)) this.rest();
    else this.drop(place);
  }

  /** Whether the place is on everyone's map, or at least on the server's. */
  private hasArrived(place: string): boolean {
    const { records } = this.live.client;
    return records.get(place) !== undefined && records.pendingOn(place).length === 0;
  }

  private isThere(place: string, photo: string): boolean {
    const shown = this.live.client.records.get(place)?.fields["photo"] as { readonly id: string } | null | undefined;
    return shown?.id === photo && this.hasArrived(place);
  }

  private rest(): void {
    this.isResting = true;
    this.means.clock.later(2 * backoff(this.failures, this.means.random()), () => {
      this.isResting = false;
      this.go();
    });
    this.failures += 1;
  }

  private look(held: Held, part: Partial<OwnPhoto>): void {
    held.view = { ...held.view, ...part };
    this.changed();
  }

  private shown({ content }: ShelvedPhoto): string {
    return this.means.show(new Blob([content], { type: "image/jpeg" }));
  }
}

/** When an id was made, in milliseconds since 1970: the first 48 bits of a UUID of version 7. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace("-", "").slice(0, 12), 16);
}
