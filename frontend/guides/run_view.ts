/** The left side of a console that follows a run sheet: what to say and do now, what comes next, and how the evening goes. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../base/icons";
import { counted, fill } from "../components/words";
import { clockView, nextWords, roundView, type RunFacts } from "../shared_map/console/views_run";
import { key } from "../shared_map/console/views_top";
import { RUN } from "../shared_map/console/words";
import "./ending";
import { ending, minutesLeft, type RunSheet, type SheetStep } from "./run_sheet";
import "./run_sheet.css";
import type { SheetNext } from "./sheet_leading";
import { STEP } from "./words";

export interface SheetFacts extends RunFacts {
  readonly sheet: RunSheet;
  readonly serverNow: () => number;
  readonly changePrompt: () => void;
  readonly choose: () => void;
  readonly showWent: () => void;
}

/** From so many letters to be said on, they are set smaller: all of a step must be seen at once on a small laptop. */
const MANY_LETTERS = 330;

/** Where there is so many times more to do than to watch, it has the wider column. */
const MUCH_MORE = 1.4;

export function sheetRunView(facts: SheetFacts): TemplateResult {
  const { workshop, leading, sheet } = facts;
  const next = leading.bySheet.next();
  const isOver = workshop.life === "closed";
  return html`<h2 class="visually-hidden">${RUN.heading}</h2>
    ${nowView(facts)}
    <div class="run-next">
      <button type="button" class="button button-wide button-large" @click=${() => void leading.next()}>
        ${next === null ? nothing : nextLine(next)} ${key("N")}
      </button>
      ${isOver ? nothing : lineView(facts)}
    </div>
    <ol class="run-steps" aria-label=${STEP.steps}>
      ${repeat(
        sheet.steps,
        (step) => step.key,
        (step) => stepView(step, facts),
      )}
    </ol>
    ${isOver ? nothing : roundView(facts)} ${footView(facts, next)}`;
}

/** Under the way on: how the time goes, and the one thing of a blind round that cannot wait for a look further down. */
function lineView(facts: SheetFacts): TemplateResult {
  const { workshop, leading } = facts;
  return html`<div class="run-line">
    <kith-ending .read=${() => endingFacts(facts)}></kith-ending>
    ${workshop.hiding && (workshop.stage === "places" || workshop.stage === "connections")
      ? html`<button type="button" class="button-quiet" @click=${() => void leading.reveal()}>${icon("show")}${RUN.reveal} ${key("R")}</button>`
      : nothing}
  </div>`;
}

function endingFacts({ sheet, workshop, serverNow }: SheetFacts): { left: number; expected: number; behind: number | null } {
  const now = serverNow();
  return { left: minutesLeft(sheet, workshop, now), ...ending(sheet, workshop, now) };
}

function nextLine(next: SheetNext): string {
  if (next.act !== "step") return nextWords(next.act === "reopen" ? { act: "reopen" } : next);
  return next.step.stage === "closed" ? RUN.close : fill(STEP.next, { title: next.step.title });
}

function nowView(facts: SheetFacts): TemplateResult {
  const { sheet, workshop, leading, readClock } = facts;
  const { present, steps } = sheet;
  const place = present === null ? "" : fill(STEP.place, { place: steps.indexOf(present) + 1, count: steps.length });
  const section = html`<section class="run-now" aria-label=${RUN.now} ${ref(toTheTop)}>
    <div class="run-head">
      <div>
        <p class="hint">${place}</p>
        <h3 class="run-title" dir="auto">${present?.title ?? STEP.none}</h3>
      </div>
      ${workshop.life === "draft" || workshop.life === "closed" ? nothing : clockView(leading, readClock)}
    </div>
    ${workshop.life === "draft" ? html`<p>${RUN.draft}</p>` : nothing}
    ${present === null ? html`<p>${STEP.noneHint}</p>` : wordsView(present)} ${promptView(facts)}
  </section>`;
  return html`${keyed(present?.key, section)}`;
}

/** What is to be said now comes into sight, wherever in the list of steps one had got to. */
function toTheTop(section: Element | undefined): void {
  // It is put into the page only after this is called.
  queueMicrotask(() => section?.closest(".console-run")?.scrollTo({ top: 0 }));
}

function wordsView({ say, do: deeds, watch }: SheetStep): TemplateResult {
  const isLong = say.join("").length > MANY_LETTERS;
  const isMuchToDo = deeds.join("").length > MUCH_MORE * watch.join("").length;
  return html`${say.length === 0
      ? nothing
      : html`<div class="run-say ${isLong ? "run-say-long" : ""}">
          <h4 class="visually-hidden">${STEP.say}</h4>
          ${say.map((sentence) => html`<p dir="auto">${sentence}</p>`)}
        </div>`}
    <div class="run-deeds ${isMuchToDo && watch.length > 0 ? "run-deeds-much" : ""}">${listView(STEP.do, deeds)} ${listView(STEP.watch, watch)}</div>`;
}

function listView(heading: string, sentences: readonly string[]): TemplateResult | typeof nothing {
  return sentences.length === 0
    ? nothing
    : html`<div>
        <h4>${heading}</h4>
        <ul>
          ${sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}
        </ul>
      </div>`;
}

function promptView({ workshop, sheet, changePrompt }: SheetFacts): TemplateResult | typeof nothing {
  const words = workshop.prompt ?? sheet.present?.prompt ?? "";
  if (workshop.life === "closed" || words === "") return nothing;
  return html`<p class="run-prompt">
    <span>${fill(STEP.prompt, { prompt: words })}</span>
    <button type="button" class="button-quiet button-icon" aria-label=${STEP.changePrompt} title=${STEP.changePrompt} @click=${changePrompt}>
      ${icon("change")}
    </button>
  </p>`;
}

function stepView(step: SheetStep, { sheet, workshop, leading }: SheetFacts): TemplateResult {
  const isNow = sheet.present?.key === step.key;
  const took = sheet.took.get(step.key);
  const isOver = took !== undefined && !isNow;
  const isSkipped = !isNow && !isOver && isBefore(step, sheet);
  return html`<li>
    <button
      type="button"
      class="console-row run-step ${isOver || isSkipped ? "run-step-over" : ""}"
      aria-current=${isNow ? "step" : nothing}
      ?disabled=${workshop.life === "closed" && step.stage === "closed"}
      @click=${() => void leading.bySheet.goTo(step)}
    >
      <span class="run-step-mark">${isOver ? icon("done") : nothing}</span>
      <span class="run-step-title" dir="auto">${step.title}</span>
      ${isNow ? html`<span class="tag tag-live">${STEP.now}</span>` : nothing}
      <span class="hint numbers" aria-hidden="true">${isSkipped ? STEP.skipped : shortMinutes(step, isOver ? took : undefined)}</span>
      <span class="visually-hidden">${isSkipped ? STEP.skipped : spokenMinutes(step, isOver ? took : undefined)}</span>
    </button>
  </li>`;
}

/** Whether the room has passed a step by. */
function isBefore(step: SheetStep, { steps, present, left }: RunSheet): boolean {
  const here = steps.findIndex(({ key }) => key === (present?.key ?? left));
  return steps.indexOf(step) < here;
}

function shortMinutes({ minutes }: SheetStep, took: number | undefined): string {
  return took === undefined ? fill(STEP.short, { count: minutes }) : fill(STEP.taken, { count: took, planned: minutes });
}

function spokenMinutes({ minutes }: SheetStep, took: number | undefined): string {
  if (took === undefined) return counted(STEP.minutes, minutes);
  return `${STEP.over}, ${fill(counted(STEP.minutesTaken, took), { planned: minutes })}`;
}

function footView({ sheet, workshop, leading, choose, showWent }: SheetFacts, next: SheetNext | null): TemplateResult {
  const { departures, took } = sheet;
  const went = departures.length === 0 ? STEP.wentWell : counted(STEP.went, departures.length);
  const isLast = next?.act === "close" || (next?.act === "step" && next.step.stage === "closed");
  return html`<div class="run-foot">
    ${took.size + departures.length === 0 ? nothing : html`<button type="button" class="button-plain" @click=${showWent}>${icon("clock")}${went}</button>`}
    ${workshop.life === "closed"
      ? nothing
      : html`<button type="button" class="button-quiet" @click=${choose}>${icon("list")}${STEP.choose}</button>
          <a href="/guides" target="_blank" rel="opener">${STEP.read}</a>
          ${isLast
            ? nothing
            : html`<button type="button" class="button-quiet console-close" @click=${() => void leading.close()}>${RUN.close}</button>`}`}
  </div>`;
}
