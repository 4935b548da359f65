/** Leading the room: its life, its stages, its rounds. What can be undone can be undone from the message that tells of it. */

import type { KithConfirm, Question } from "../../components/confirm/confirm";
import { fill } from "../../components/words";
import { SheetLeading } from "../../guides/sheet_leading";
import type { OperationKind, OperationPayloads } from "../../sync/protocol";
import { planOf, stageAfter, type RunStage } from "../../workshop/stages";
import type { Workshop } from "../../workshop/workshop_record";
import type { Desk } from "./desk";
import { ASK, DONE } from "./words";

/** What the key for the next step does at this moment. */
export type NextStep =
  | { readonly act: "open" | "go_on" | "close" | "reopen" }
  | { readonly act: "move"; readonly stage: RunStage; readonly title: string };

const MORE_MINUTES = 5;
/** The server's limits for a stage, in minutes. */
const SHORTEST = 1;
const LONGEST = 600;
const MINUTE_MS = 60_000;

export function nextStep({ life, stage }: Workshop): NextStep {
  if (life === "draft") return { act: "open" };
  if (life === "paused") return { act: "go_on" };
  if (life === "closed") return { act: "reopen" };
  const next = stageAfter(stage);
  return next === null ? { act: "close" } : { act: "move", stage: next.stage, title: next.title };
}

export class Leading {
  private readonly desk: Desk;
  private readonly confirm: Pick<KithConfirm, "ask">;
  private readonly serverNow: () => number;
  /** Where the workshop follows a run sheet, that leads. */
  readonly bySheet: SheetLeading;
  /** Whether the facilitator is asked whether they are sure. */
  isAsking = false;

  constructor(desk: Desk, confirm: Pick<KithConfirm, "ask">, serverNow: () => number) {
    this.desk = desk;
    this.confirm = confirm;
    this.serverNow = serverNow;
    this.bySheet = new SheetLeading(desk, (question) => this.isSure(question));
  }

  async next(): Promise<void> {
    const { workshop } = this.desk.live;
    if (workshop === null) return;
    const step = this.bySheet.next() ?? nextStep(workshop);
    if ("step" in step && step.step !== null) await this.bySheet.goTo(step.step);
    else if (step.act === "move") this.moveTo(step.stage);
    else if (step.act === "close") await this.close();
    else if (step.act === "reopen") this.reopen();
    else this.open();
  }

  /** Open the workshop, or let it go on after a pause. */
  open(): void {
    const life = this.desk.live.workshop?.life;
    this.ask("workshop.open", {}, life === "paused" ? DONE.goesOn : DONE.opened);
  }

  pause(because: string): void {
    this.ask("workshop.pause", { because }, DONE.paused, () => this.desk.live.wish("workshop.open", {}));
    this.desk.set({ sheet: null });
  }

  /** P: ask why there is a pause, or let the room go on. */
  pauseOrGoOn(): void {
    const life = this.desk.live.workshop?.life;
    if (life === "paused") this.open();
    else if (life === "open") this.desk.set({ sheet: { kind: "pause" } });
  }

  moveTo(stage: RunStage): void {
    const { live } = this.desk;
    const before = live.workshop;
    if (before === null || before.stage === stage) return;
    const { title, minutes } = planOf(stage);
    const back = before.stage === "closed" ? undefined : () => this.moveBack(stage, before);
    this.ask("workshop.move_to_stage", { stage, minutes }, fill(DONE.moved, { title }), back);
  }

  /** Give the stage more or less time; one that had no end gets one. */
  lengthen(by = MORE_MINUTES): void {
    const { workshop } = this.desk.live;
    if (workshop === null || workshop.stage === "closed") return;
    const { stage, stageSince, stageMinutes, pausedAt } = workshop;
    const gone = stageSince === null ? 0 : Math.ceil(((pausedAt ?? this.serverNow()) - stageSince) / MINUTE_MS);
    const minutes = Math.min(LONGEST, Math.max(SHORTEST, (stageMinutes ?? gone) + by));
    const words = fill(DONE.minutes, { title: planOf(stage).title, minutes });
    this.ask("workshop.move_to_stage", { stage, minutes }, words, () =>
      this.desk.live.wish("workshop.move_to_stage", { stage, minutes: stageMinutes }),
    );
  }

  shorten(): void {
    this.lengthen(-MORE_MINUTES);
  }

  async close(): Promise<void> {
    const end = this.bySheet.sheet?.steps.find((step) => step.stage === "closed");
    if (end !== undefined) return this.bySheet.goTo(end);
    const before = this.desk.live.workshop;
    if (before === null || before.life === "closed" || before.stage === "closed" || !(await this.isSure(ASK.close))) return;
    const { stage } = before;
    this.ask("workshop.close", {}, DONE.closed, () => this.desk.live.wish("workshop.reopen", { stage }));
  }

  reopen(): void {
    this.ask("workshop.reopen", {}, DONE.reopened);
  }

  async reveal(): Promise<void> {
    const { workshop } = this.desk.live;
    if (workshop === null) return;
    if (workshop.life === "closed") return this.desk.deeds.tell("reveal", DONE.notOpen);
    if (!workshop.hiding) return this.desk.deeds.tell("reveal", DONE.alreadyShown);
    if (await this.isSure(ASK.reveal)) this.desk.deeds.ask({ kind: "places.reveal", payload: {} }, DONE.revealed);
  }

  startRound(blind: boolean, moderated = false): void {
    const round = (this.desk.live.workshop?.round ?? 0) + 1;
    const words = moderated ? DONE.roundModerated : blind ? DONE.roundBlind : DONE.roundOpen;
    this.ask("workshop.start_round", { blind, moderated }, fill(words, { round }));
    this.desk.set({ sheet: null });
  }

  /** Only where the room has not moved on meanwhile. */
  private moveBack(from: RunStage, { stage, stageMinutes: minutes }: Workshop): void {
    const { live, deeds } = this.desk;
    if (live.workshop?.stage !== from) return;
    const { operation } = live.wish("workshop.move_to_stage", { stage, minutes });
    deeds.tell(operation, fill(DONE.movedBack, { title: planOf(stage).title }));
  }

  private ask<Kind extends OperationKind>(kind: Kind, payload: OperationPayloads[Kind], words: string, undo?: () => void): void {
    const { operation } = this.desk.live.wish(kind, payload);
    this.desk.deeds.tell(operation, words, undo);
  }

  private async isSure(question: Question): Promise<boolean> {
    // A key pressed twice asks once.
    if (this.isAsking) return false;
    this.isAsking = true;
    try {
      return await this.confirm.ask(question);
    } finally {
      this.isAsking = false;
    }
  }
}
