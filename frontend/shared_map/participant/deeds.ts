/** Doing things so that they can be taken back: each is asked for, told in a short message, and undone from there. */

import type { KithToast } from "../../components/toast/toast";
import type { Wish } from "../../sync/pending";
import type { Answered } from "../../sync/sending";
import type { LivePage } from "../live_page";
import type { AnyWish } from "../wishes";
import { DONE } from "./words";

/** Undos that are kept ready; more messages than this were never on the screen at once. */
const MOST_UNDOS = 12;

export class Deeds {
  private readonly live: LivePage;
  private readonly toast: Pick<KithToast, "show" | "dismiss">;
  private readonly undos = new Map<string, () => void>();
  /** Operations that only take something back: if refused, they are let go of, as what they would change is as it is. */
  private readonly takingBack = new Set<string>();

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

  /** Say something, with a way back where there is one. */
  tell(key: string, words: string, undo?: () => void): void {
    if (undo !== undefined) this.keep(key, undo);
    this.toast.show(undo === undefined ? { key, words } : { key, words, undo: true });
  }

  /** The person pressed Undo. */
  undo(key: string): void {
    const undo = this.undos.get(key);
    this.undos.delete(key);
    undo?.();
  }

  private takeBack(undo: Wish): void {
    const operation = this.live.takeBack(undo);
    this.takingBack.add(operation);
    this.tell(operation, DONE.takenBack);
  }

  private answered({ operation, ...told }: Answered): void {
    const wasUndo = this.takingBack.delete(operation.id);
    if (told.outcome === "accepted") return;
    this.undos.delete(operation.id);
    this.toast.show({ key: operation.id, words: told.refusal.message });
    if (wasUndo) this.live.client.dismiss(operation.id);
  }

  private keep(key: string, undo: () => void): void {
    this.undos.set(key, undo);
    const oldest = this.undos.keys().next();
    if (this.undos.size > MOST_UNDOS && oldest.done !== true) this.undos.delete(oldest.value);
  }
}
