/** Leading the room by its run sheet: from step to step, and what belongs to that. */

import type { Question } from "../components/confirm/confirm";
import { fill } from "../components/words";
import type { Desk } from "../shared_map/console/desk";
import { flagsOf } from "../shared_map/console/place_book";
import { ASK } from "../shared_map/console/words";
import { PLACE_KINDS } from "../shared_map/map_features";
import type { OperationPayloads } from "../sync/protocol";
import { readRunSheet, type RunSheet, type SheetStep } from "./run_sheet";
import { SHEET_DONE, SHOW_FIRST } from "./words";

/** What the key for the next step does, where the workshop follows a run sheet. */
export type SheetNext =
  | { readonly act: "open" | "go_on" | "close" }
  | { readonly act: "reopen"; readonly step: SheetStep | null }
  | { readonly act: "step"; readonly step: SheetStep };

export class SheetLeading {
  private readonly desk: Desk;
  private readonly isSure: (question: Question) => Promise<boolean>;

  constructor(desk: Desk, isSure: (question: Question) => Promise<boolean>) {
    this.desk = desk;
    this.isSure = isSure;
  }

  get sheet(): RunSheet | null {
    const { workshop, client } = this.desk.live;
    return workshop === null ? null : readRunSheet(client.records, workshop);
  }

  /** What comes next, or null where the workshop follows no run sheet. */
  next(): SheetNext | null {
    const { sheet } = this;
    const life = this.desk.live.workshop?.life;
    if (sheet === null || life === undefined) return null;
    if (life === "draft") return { act: "open" };
    if (life === "paused") return { act: "go_on" };
    if (life === "closed") return { act: "reopen", step: sheet.steps.find(({ key }) => key === sheet.left) ?? null };
    return sheet.next === null ? { act: "close" } : { act: "step", step: sheet.next };
  }

  /** Move the room to a step; what cannot be taken back is asked first. */
  async goTo(step: SheetStep): Promise<void> {
    const { live, deeds } = this.desk;
    const { workshop } = live;
    const before = this.sheet?.present ?? null;
    if (workshop === null || before?.key === step.key) return;
    const isEnd = step.stage === "closed";
    if (isEnd && !(await this.isSure(ASK.close))) return;
    if (this.wouldHide(step)) {
      const { heading, yes, no, words } = SHOW_FIRST;
      if (!(await this.isSure({ heading, yes, no, words: fill(words, { title: step.title }) }))) return;
      live.wish("places.reveal", {});
    }
    const { operation } = live.wish("run_sheet.go_to", { step: step.key });
    const told = workshop.life === "closed" ? SHEET_DONE.reopened : isEnd ? SHEET_DONE.closed : fill(SHEET_DONE.at, { title: step.title });
    deeds.tell(operation, told, before === null ? undefined : () => this.goBack(step, before));
  }

  choose(sheet: OperationPayloads["run_sheet.choose"]): void {
    const { operation } = this.desk.live.wish("run_sheet.choose", sheet);
    this.desk.deeds.tell(operation, fill(SHEET_DONE.chosen, { count: sheet.steps.length }));
    this.desk.set({ sheet: null });
  }

  /** Let the hall read other words until the next step; none for the step's own. */
  changePrompt(words: string): void {
    const { live, deeds } = this.desk;
    const before = live.workshop?.prompt ?? null;
    const { operation } = live.wish("prompt.change", { prompt: words === "" ? null : words });
    const told = words === "" ? SHEET_DONE.promptBack : fill(SHEET_DONE.prompt, { prompt: words });
    deeds.tell(operation, told, () => live.wish("prompt.change", { prompt: before }));
    this.desk.set({ sheet: null });
  }

  explain(departure: string, reason: string): void {
    const { operation } = this.desk.live.wish("departure.explain", { departure, reason });
    this.desk.deeds.tell(operation, SHEET_DONE.reason);
  }

  /** Only where the room has not moved on meanwhile. */
  private goBack(from: SheetStep, { key, title }: SheetStep): void {
    const { live, deeds } = this.desk;
    if (live.workshop?.step !== from.key) return;
    const { operation } = live.wish("run_sheet.go_to", { step: key });
    deeds.tell(operation, fill(SHEET_DONE.back, { title }));
  }

  /** Whether the step is for looking at all places together while some of them were not shown yet. */
  private wouldHide({ blind }: SheetStep): boolean {
    const { workshop, client } = this.desk.live;
    if (blind !== false || workshop?.hiding !== true) return false;
    return [...PLACE_KINDS].some((kind) => client.records.ofKind(kind).some((record) => flagsOf(record).includes("heldBack")));
  }
}
