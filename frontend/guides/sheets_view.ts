/** The console's sheets that belong to the run sheet: choosing one, what the hall reads, how it went. */

import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../components/words";
import type { SheetDesk } from "../shared_map/console/views_sheet";
import "./guide_choice";
import { askServer, runSheetOf } from "./offered";
import type { Departure } from "./run_sheet";
import { DEPARTED, PROMPT, WENT } from "./words";

export type GuideSheetKind = "run_sheet" | "prompt" | "went";

export function guideSheetView(kind: GuideSheetKind, desk: SheetDesk): TemplateResult {
  switch (kind) {
    case "run_sheet":
      return chooseView(desk);
    case "prompt":
      return promptView(desk);
    case "went":
      return wentView(desk);
  }
}

function chooseView(desk: SheetDesk): TemplateResult {
  const choose = async (keys: readonly string[]): Promise<void> =>
    desk.leading.bySheet.choose(await runSheetOf(keys, askServer));
  return html`<kith-guide-choice .choose=${choose}></kith-guide-choice>`;
}

function promptView(desk: SheetDesk): TemplateResult {
  const { bySheet } = desk.leading;
  const words = desk.live.workshop?.prompt ?? bySheet.sheet?.present?.prompt ?? "";
  const save = (event: Event): void => {
    event.preventDefault();
    bySheet.changePrompt(String(new FormData(event.target as HTMLFormElement).get("prompt") ?? "").trim());
  };
  return html`<form class="form" @submit=${save}>
    <div class="field">
      <label for="hall-prompt">${PROMPT.label}</label>
      <p class="hint" id="hall-prompt-hint">${PROMPT.hint}</p>
      <textarea class="input" id="hall-prompt" name="prompt" rows="3" maxlength="100" dir="auto" autofocus aria-describedby="hall-prompt-hint" .value=${words}></textarea>
    </div>
    <div class="form-buttons">
      <button type="submit" class="button button-large">${PROMPT.save}</button>
      <button type="button" class="button-plain" @click=${() => bySheet.changePrompt("")}>${PROMPT.own}</button>
    </div>
  </form>`;
}

function wentView(desk: SheetDesk): TemplateResult {
  const departures = desk.leading.bySheet.sheet?.departures ?? [];
  return html`<div class="stack">
    <p>${departures.length === 0 ? WENT.none : WENT.about}</p>
    ${departures.length === 0
      ? nothing
      : html`<ol class="run-departures">
          ${departures.map((each) => departureView(each, desk))}
        </ol>`}
  </div>`;
}

function departureView({ id, what, title, planned, minutes, reason }: Departure, desk: SheetDesk): TemplateResult {
  const save = (event: Event): void => {
    event.preventDefault();
    desk.leading.bySheet.explain(id, String(new FormData(event.target as HTMLFormElement).get("reason") ?? "").trim());
  };
  return html`<li>
    <p dir="auto">${fill(DEPARTED[what], { title, planned, minutes: minutes ?? 0 })}</p>
    <form class="run-reason" @submit=${save}>
      <label class="hint" for=${id}>${WENT.why}</label>
      <input class="input" id=${id} name="reason" maxlength="300" autocomplete="off" dir="auto" .value=${reason ?? ""} />
      <button type="submit" class="button-plain">${WENT.save}</button>
    </form>
  </li>`;
}
