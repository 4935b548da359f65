/** For whom the facilitator places: nobody in particular, or somebody who was seated without a phone. */

import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../../components/element";
import { fill } from "../../components/words";
import type { Desk } from "./desk";
import { SEATED } from "./seated_words";
import type { Seated } from "./state";

/** Kept from one place to the next, as somebody tells of several; asked for anew whenever a form opens. */
export function forWhomView(desk: Desk): TemplateResult {
  return html`<kith-for-whom
    .seated=${seatedOf(desk)}
    .chosen=${desk.state.forWhom}
    @for-whom=${({ detail }: CustomEvent<Seated | null>) => desk.set({ forWhom: detail })}
  ></kith-for-whom>`;
}

/** What the room calls somebody, with the name that they gave the facilitator. */
export function calledOf({ alias, name }: Seated): string {
  const called = alias.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase());
  return name === "" ? called : fill(SEATED.called, { alias: called, name });
}

function seatedOf({ live }: Desk): () => Promise<readonly Seated[]> {
  return async () => {
    const { api, query } = live.context;
    const answer = await fetch(`${api}/seated${query === "" ? "" : `?${query}`}`);
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return (await answer.json()) as readonly Seated[];
  };
}

/**
 * A choice of those who are seated without a phone; nothing where there are none.
 *
 * The page sets `seated`, which fetches them, and `chosen`, and hears `for-whom` with the one who was chosen, or null. Whoever
 * is not seated any more is not placed for: they took back their consent.
 */
export class KithForWhom extends KithElement {
  static override properties = {
    seated: { attribute: false },
    chosen: { attribute: false },
    people: { state: true },
    failed: { state: true },
  };

  seated: () => Promise<readonly Seated[]> = async () => [];
  chosen: Seated | null = null;

  private people: readonly Seated[] = [];
  private failed = false;

  override render(): TemplateResult | typeof nothing {
    if (this.failed) return html`<p class="hint" role="status">${SEATED.failed}</p>`;
    if (this.people.length === 0) return nothing;
    return html`<div class="field">
      <label for="for-whom">${SEATED.whom}</label>
      <p class="hint" id="for-whom-hint">${SEATED.hint}</p>
      <select
        class="input"
        id="for-whom"
        aria-describedby="for-whom-hint"
        @change=${({ target }: Event) => this.choose((target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${this.chosen === null}>${SEATED.nobody}</option>
        ${this.people.map(
          (each) => html`<option value=${each.person} ?selected=${each.person === this.chosen?.person}>${calledOf(each)}</option>`,
        )}
      </select>
    </div>`;
  }

  override firstUpdated(): void {
    void this.seated().then(
      (people) => {
        this.people = people;
        if (this.chosen !== null) this.choose(this.chosen.person);
      },
      () => {
        this.failed = true;
        this.choose("");
      },
    );
  }

  private choose(person: string): void {
    this.emit(
      "for-whom",
      this.people.find((each) => each.person === person) ?? null,
    );
  }
}

define("kith-for-whom", KithForWhom);

declare global {
  interface HTMLElementTagNameMap {
    "kith-for-whom": KithForWhom;
  }

  interface HTMLElementEventMap {
    "for-whom": CustomEvent<Seated | null>;
  }
}
