/** A console in a room that a test holds in its hands. */

import type { Question } from "../../../components/confirm/confirm";
import { KithToast } from "../../../components/toast/toast";
import { settled } from "../../../sync/testing/clock";
import { workshopRecord } from "../../testing/records";
import { TestRoom } from "../../testing/room";
import type { Fields, OperationKind } from "../../../sync/protocol";
import type { SuggestedPair } from "../../moderation/pairs";
import type { Joined } from "../people_book";
import type { RemovedThing } from "../removed";
import { ConsolePage, type ConsoleFrame } from "../page";

export class TestDesk {
  readonly room = new TestRoom({ role: "facilitator", context: { role: "facilitator", code: "fern river 42" } });
  readonly questions: Question[] = [];
  /** What the facilitator answers when asked whether they are sure. */
  isSure = true;
  /** Holds the whole page, and hears its keys. */
  readonly whole = document.createElement("div");
  readonly frame: ConsoleFrame;
  readonly page: ConsolePage;
  /** What the server says was taken off. */
  removed: readonly RemovedThing[] = [];
  /** Who ever joined, as the server says. */
  joined: readonly Joined[] = [];
  /** What the server says of places that may be the same. */
  pairs: readonly SuggestedPair[] = [];
  /** What the server says of how like its area the room is. */
  stamp = "";
  /** How often the page was to be loaded again. */
  loads = 0;

  constructor() {
    const part = (): HTMLElement => this.whole.appendChild(document.createElement("div"));
    const toast = new KithToast();
    document.body.replaceChildren(this.whole);
    this.whole.append(toast);
    const confirm = {
      ask: async (question: Question) => {
        this.questions.push(question);
        return this.isSure;
      },
    };
    const map = part();
    map.className = "map";
    const parts = { top: part(), run: part(), wall: part(), tools: part(), place: part(), room: part(), sheets: part() };
    this.frame = { ...parts, map, toast, confirm };
    this.page = new ConsolePage(this.room.live, this.frame, {
      clock: this.room.clock,
      serverNow: () => this.room.clock.now(),
      keys: this.whole,
      askPairs: async () => this.pairs,
      askRemoved: async () => this.removed,
      askJoined: async () => this.joined,
      askStamp: async () => this.stamp,
      loadAgain: () => void (this.loads += 1),
    });
  }

  async open(fields: Fields = {}): Promise<this> {
    await this.room.open();
    if (Object.keys(fields).length > 0) await this.become(fields);
    return this;
  }

  /** The workshop's own record becomes another. */
  async become(fields: Fields): Promise<void> {
    await this.room.put(workshopRecord(fields));
    await this.settle();
  }

  /** Let what is under way end, and the page show it. */
  async settle(): Promise<void> {
    await settled();
    await this.room.clock.pass(1000);
  }

  /** What was asked of the server since the last look, without what moves. */
  asked(): readonly (readonly [string, Fields])[] {
    return this.room.asked.splice(0).map(({ kind, payload }) => [kind as OperationKind, payload] as const);
  }

  press(key: string, target: Element = this.whole): void {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  /** The messages that stand on the page. */
  async told(): Promise<readonly string[]> {
    await this.frame.toast.updateComplete;
    return [...this.frame.toast.querySelectorAll(".toast-words")].map((each) => each.textContent ?? "");
  }

  /** Press Undo on the last message that has it. */
  async undo(): Promise<void> {
    await this.frame.toast.updateComplete;
    const buttons = [...this.frame.toast.querySelectorAll<HTMLElement>(".toast-words + .toast-button")];
    const withUndo = buttons.filter((each) => each.getAttribute("aria-label") === null);
    withUndo[withUndo.length - 1]?.click();
    await this.settle();
  }
}
