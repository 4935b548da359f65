/** The film as a list: for whoever does not see the picture, or wants to read on. */

import { html, type TemplateResult } from "lit";
import { fill, LANGUAGE } from "../components/words";
import { kindOf, type Film, type Moment, type PlaceMoment } from "./film";
import { FILM, STAGES_SEEN } from "./words";

export function listView(film: Film): TemplateResult {
  const clock = new Intl.DateTimeFormat(LANGUAGE, { hour: "2-digit", minute: "2-digit" });
  return html`<details class="film-details">
    <summary class="summary">${FILM.list}</summary>
    <ol class="film-moments">
      ${film.moments.map(
        (moment) => html`<li class="film-moment-${moment.what}">
          <time class="numbers" datetime=${moment.time}>${clock.format(Date.parse(moment.time))}</time>
          <span dir="auto">${wordsOf(film, moment)}</span>
        </li>`,
      )}
    </ol>
  </details>`;
}

function wordsOf(film: Film, moment: Moment): string {
  switch (moment.what) {
    case "stage":
      return STAGES_SEEN[moment.stage];
    case "place":
      return fill(FILM.place, { title: moment.title, kind: kindOf(film, moment.kind).label });
    case "connection": {
      const [start, end] = moment.ends.map((index) => film.moments[index] as PlaceMoment);
      return fill(FILM.joined, { start: start?.title ?? "", end: end?.title ?? "" });
    }
  }
}
