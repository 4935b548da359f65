/** The left side: where the room is, what to say, what comes next. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import "../../components/clock/clock";
import { fill } from "../../components/words";
import { planOf, STAGES, type StagePlan } from "../../workshop/stages";
import type { ClockFace } from "../../workshop/stage_clock";
import type { Workshop } from "../../workshop/workshop_record";
import "./time_alert";
import { nextStep, type Leading, type NextStep } from "./leading";
import { key } from "./views_top";
import { ROUND_NOTE } from "../moderation/words";
import { RUN } from "./words";

export interface RunFacts {
  readonly workshop: Workshop;
  readonly leading: Leading;
  readonly readClock: () => ClockFace | null;
  readonly newRound: () => void;
  /** Choose the run sheet to lead by. */
  readonly choose: () => void;
}

export function runView(facts: RunFacts): TemplateResult {
  const { workshop } = facts;
  return html`<h2 class="visually-hidden">${RUN.heading}</h2>
    ${workshop.life === "closed" ? nothing : sayView(facts)}
    <button type="button" class="button button-wide button-large console-next" @click=${() => void facts.leading.next()}>
      ${nextWords(nextStep(workshop))} ${key("N")}
    </button>
    ${workshop.hiding && workshop.life !== "closed" ? roundView(facts) : nothing}
    <ol class="console-stages">
      ${STAGES.map((plan) => stageView(plan, facts))}
    </ol>
    ${workshop.life === "closed"
      ? nothing
      : html`${workshop.hiding ? nothing : roundView(facts)}
          <button type="button" class="button-quiet console-choose" @click=${facts.choose}>${icon("list")}${RUN.chooseSheet}</button>
          ${closeView(facts)}`}`;
}

/** Closing is always at hand; where it is the next step, that button is enough. */
function closeView({ workshop, leading }: RunFacts): TemplateResult | typeof nothing {
  return nextStep(workshop).act === "close"
    ? nothing
    : html`<button type="button" class="button-quiet console-close" @click=${() => void leading.close()}>${RUN.close}</button>`;
}

export function nextWords(step: NextStep): string {
  switch (step.act) {
    case "move":
      return fill(RUN.goTo, { title: step.title });
    case "go_on":
      return RUN.goOn;
    default:
      return RUN[step.act];
  }
}

function sayView({ workshop, leading, readClock }: RunFacts): TemplateResult {
  const { title, say } = planOf(workshop.stage);
  return html`<section class="card console-say">
    <div class="console-stage-head">
      <h3>${title}</h3>
      ${workshop.life === "draft" ? nothing : clockView(leading, readClock)}
    </div>
    ${workshop.life === "draft" ? html`<p>${RUN.draft}</p>` : html`<kith-time-alert .read=${readClock}></kith-time-alert>`}
    <p class="visually-hidden">${RUN.say}</p>
    ${say.map((sentence) => html`<p class="console-sentence">${sentence}</p>`)}
  </section>`;
}

export function clockView(leading: Leading, readClock: () => ClockFace | null): TemplateResult {
  const button = (name: "less" | "add", words: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button-quiet button-icon" aria-label=${words} title=${words} @click=${press}>
      ${icon(name)}
    </button>`;
  return html`<div class="console-clock" role="group" aria-label=${RUN.time}>
    ${button("less", RUN.shorter, () => leading.shorten())}
    <kith-clock .read=${readClock}></kith-clock>
    ${button("add", RUN.longer, () => leading.lengthen())}
  </div>`;
}

function stageView(plan: StagePlan, { workshop, leading }: RunFacts): TemplateResult {
  const isNow = workshop.stage === plan.stage;
  return html`<li>
    <button
      type="button"
      class="console-row console-stage"
      aria-current=${isNow ? "step" : nothing}
      ?disabled=${workshop.life === "closed"}
      @click=${() => leading.moveTo(plan.stage)}
    >
      <span>${plan.title}</span>
      ${plan.ownGuide ? html`<span class="hint">${RUN.ownGuide}</span>` : nothing}
      ${isNow ? html`<span class="tag tag-live">${RUN.now}</span>` : nothing}
    </button>
  </li>`;
}

export function roundView({ workshop, leading, newRound }: RunFacts): TemplateResult {
  const { round, hiding } = workshop;
  return html`<section class="console-round ${hiding ? "console-round-hiding" : ""}">
    <p class="console-mark">
      ${icon(hiding ? "hide" : "show")}<span><strong>${fill(RUN.round, { round })}</strong> ${hiding ? RUN.blind : RUN.revealed}</span>
    </p>
    ${workshop.moderated ? html`<p class="console-mark">${icon("flag")}<span>${ROUND_NOTE.moderated}</span></p>` : nothing}
    <div class="buttons">
      ${hiding
        ? html`<button type="button" class="button-plain" @click=${() => void leading.reveal()}>
            ${icon("show")}${RUN.reveal} ${key("R")}
          </button>`
        : nothing}
      <button type="button" class="button-quiet" @click=${newRound}>${RUN.newRound}</button>
    </div>
  </section>`;
}
