/** Doing things so that they can be taken back: each is asked for, told in a short message, and undone from there. */

import type { KithToast } from "../../components/toast/toast";
import type { Wish } from "../../sync/pending";
import type { Answered } from "../../sync/sending";
import type { LivePage } from "../live_page";
import type { AnyWish } from "../wishes";
import { DONE } from "./words";

export class Deeds {
  private readonly live: LivePage;
  private readonly toast: Pick<KithToast, "show" | "dismiss">;
  /** The way back from what was said last. */
  private way: { readonly key: string; readonly back: () => void } | null = null;
  /** Operations that only take something back: if refused, they are let go of, as what they would change is as it is. */
  private readonly takingBack = new Set<string>();
  private said = "";

  constructor(live: LivePage, toast: Pick<KithToast, "show" | "dismiss">) {
    this.live = live;
    this.toast = toast;
    live.client.on("answered", (told) => this.answered(told));
  }

  /** Ask for something and say that it is done. */
  ask(wish: AnyWish, words: string): void {
    const { operation, undo } = this.live.ask(wish);
    this.tell(operation, words, undo === null ? undefined : () => this.takeBack(undo));
  }

  /** Say something, with a way back where there is one. It takes the place of what was said before: a phone has no room for two. */
  tell(key: string, words: string, undo?: () => void): void {
    this.way = undo === undefined ? null : { key, back: undo };
    if (this.said !== key) this.toast.dismiss(this.said);
    this.said = key;
    this.toast.show(undo === undefined ? { key, words } : { key, words, undo: true });
  }

  /** The person pressed Undo. */
  undo(key: string): void {
    const { way } = this;
    if (way?.key !== key) return;
    this.way = null;
    way.back();
  }

  private takeBack(undo: Wish): void {
    const operation = this.live.takeBack(undo);
    this.takingBack.add(operation);
    this.tell(operation, DONE.takenBack);
  }

  private answered({ operation, ...told }: Answered): void {
    const wasUndo = this.takingBack.delete(operation.id);
    if (told.outcome === "accepted") return;
    this.tell(operation.id, told.refusal.message);
    if (wasUndo) this.live.client.dismiss(operation.id);
  }
}
