/** The line at the top: which workshop, how it stands, and the two things one may need at once. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../base/icons";
import "../../components/strip/strip";
import { fill } from "../../components/words";
import type { Workshop } from "../../workshop/workshop_record";
import type { PageContext } from "../live_context";
import type { StripShown } from "../participant/strip_line";
import { LIFE, ROOM, TOP } from "./words";

export interface TopFacts {
  readonly context: PageContext;
  readonly workshop: Workshop | null;
  readonly strip: StripShown;
  readonly waiting: number;
  readonly pauseOrGoOn: () => void;
  readonly help: () => void;
}

/** A key on a button: eyes see it; a screen reader hears it in the help. */
export function key(name: string): TemplateResult {
  return html`<kbd class="key" aria-hidden="true">${name}</kbd>`;
}

export function topView({ context, workshop, strip, waiting, pauseOrGoOn, help }: TopFacts): TemplateResult {
  const life = workshop?.life ?? null;
  return html`<div class="console-line">
      <a class="wordmark" href="/areas/${context.area}" aria-label=${fill(TOP.area, { area: context.area_name })}></a>
      <p class="console-title"><strong>${context.title}</strong> <span class="hint">${context.area_name}</span></p>
      ${life === null ? nothing : html`<span class="tag ${life === "open" ? "tag-live" : ""}" role="status">${LIFE[life]}</span>`}
      ${context.code === "" || life === "closed"
        ? nothing
        : html`<p class="console-join"><span class="hint">${ROOM.code}</span> <strong class="console-code">${context.code}</strong></p>`}
      <div class="buttons console-line-buttons">
        ${life === "open" || life === "paused"
          ? html`<button type="button" class="button-plain" @click=${pauseOrGoOn}>
              ${icon(life === "paused" ? "go_on" : "pause")}${life === "paused" ? TOP.goOn : TOP.pause} ${key("P")}
            </button>`
          : nothing}
        <button type="button" class="button-quiet" @click=${help}>${TOP.help} ${key("?")}</button>
      </div>
    </div>
    ${life === "paused" ? html`<p class="console-paused" role="status">${pausedWords(workshop)}</p>` : nothing}
    <kith-strip .state=${strip.state} .reason=${strip.words} .waiting=${waiting}></kith-strip>`;
}

function pausedWords(workshop: Workshop | null): string {
  const because = workshop?.pausedBecause ?? null;
  return because === null ? TOP.pausedPlain : fill(TOP.paused, { because });
}
