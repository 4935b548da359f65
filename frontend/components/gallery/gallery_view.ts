/** The gallery's own page: which example, how wide, in which theme, letters and language. For those who work on components. */

import { html, type TemplateResult } from "lit";
import type { Example } from "../examples";
import { GALLERY, OPTIONS } from "./words";

export interface Choice {
  readonly example: string;
  readonly width: "320" | "390" | "768" | "1280";
  readonly theme: "light" | "dark";
  readonly screen: "phone" | "console" | "projector";
  /** Urdu stands for all that are written from right to left. */
  readonly language: "en" | "ur";
}

export const START: Choice = { example: "", width: "390", theme: "light", screen: "phone", language: "en" };

type Part = Exclude<keyof Choice, "example">;

export function galleryView(examples: readonly Example[], choice: Choice, choose: (part: Partial<Choice>) => void): TemplateResult {
  const shown = examples.find(({ name }) => name === choice.example) ?? examples[0];
  return html`<div class="gallery">
    <nav class="gallery-names" aria-label=${GALLERY.examples}>
      <ul class="plain-list">
        ${examples.map(
          ({ name }) => html`<li>
            <a
              href=${addressOf(name, choice)}
              aria-current=${name === shown?.name ? "true" : "false"}
              @click=${(event: MouseEvent) => {
                if (event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                choose({ example: name });
              }}
              >${name}</a
            >
          </li>`,
        )}
      </ul>
    </nav>
    <section class="stack" aria-label=${GALLERY.shown}>
      <div class="gallery-choices">${(Object.keys(OPTIONS) as Part[]).map((part) => optionView(part, choice, choose))}</div>
      ${shown === undefined
        ? html`<p>${GALLERY.none}</p>`
        : html`<h2>${shown.name}</h2>
            <p>${shown.shows}</p>
            <iframe class="gallery-frame" title=${shown.name} width=${choice.width} src=${addressOf(shown.name, choice)}></iframe>`}
    </section>
  </div>`;
}

function optionView(part: Part, choice: Choice, choose: (part: Partial<Choice>) => void): TemplateResult {
  const { label, options } = OPTIONS[part];
  return html`<label class="field"
    >${label}
    <select class="input" @change=${(event: Event) => choose({ [part]: (event.target as HTMLSelectElement).value })}>
      ${Object.entries(options).map(([value, words]) => html`<option value=${value} ?selected=${choice[part] === value}>${words}</option>`)}
    </select>
  </label>`;
}

export function addressOf(name: string, { theme, screen, language }: Choice): string {
  return `/dev/components/example?${new URLSearchParams({ name, theme, screen, language }).toString()}`;
}
