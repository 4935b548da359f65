/** How the hall's screen is arranged: light or dark, and how large the code stands. */

import { html, type TemplateResult } from "lit";
import type { WayIn } from "../../sync/protocol";
import type { Arrangement } from "../arrangement";
import type { Theme } from "../map_canvas/types";
import { SCREEN } from "./stage_words";
import { key } from "./views_top";

export interface HallControls {
  readonly arrangement: Arrangement;
  readonly setTheme: (theme: Theme) => void;
  readonly setWayIn: (wayIn: WayIn) => void;
}

export function hallView({ arrangement, setTheme, setWayIn }: HallControls): TemplateResult {
  const { theme, wayIn } = arrangement;
  return html`<section class="console-part">
    <h3>${SCREEN.heading}</h3>
    <div class="console-switch" role="group" aria-label=${SCREEN.theme}>
      <span class="hint" aria-hidden="true">${SCREEN.theme}</span>
      ${choice(SCREEN.dark, theme === "dark", () => setTheme("dark"))}
      ${choice(SCREEN.light, theme === "light", () => setTheme("light"))}
    </div>
    <div class="console-switch" role="group" aria-label=${SCREEN.wayIn}>
      <span class="hint" aria-hidden="true">${SCREEN.wayIn} ${key("C")}</span>
      ${choice(SCREEN.auto, wayIn === "auto", () => setWayIn("auto"))}
      ${choice(SCREEN.large, wayIn === "large", () => setWayIn("large"))}
      ${choice(SCREEN.small, wayIn === "small", () => setWayIn("small"))}
    </div>
  </section>`;
}

function choice(words: string, isChosen: boolean, press: () => void): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isChosen ? "true" : "false"} @click=${press}>${words}</button>`;
}
