/** The phone's screen of agreeing: what is before the room, and the one thing to do about it now. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../base/icons";
import { define, KithElement } from "../components/element";
import type { Choice } from "../sync/protocol";
import { CHOICES, isDecided, isTalkedOf, type Item, type Question, type Register, type Suggestion } from "./items";
import type { ExamplePlace } from "./example_picker";
import "./example_picker";
import { examplesView, minorityView, reasonsView, resultView, stampView, wordingView } from "./result_view";
import { questionsView } from "./questions_view";
import { CHOICE_WORDS, NAMES, PHONE, SHOWN, STATES } from "./words";
import "./agreeing.css";

/** What the phone knows of the room's agreeing. */
export interface Agreeing {
  readonly type: Item["type"];
  /** What is before the room; null while nothing is. */
  readonly item: Item | null;
  readonly proposed: readonly Item[];
  /** What can be pointed at as an example: all that the room sees. */
  readonly places: readonly ExamplePlace[];
  readonly questions: readonly Question[];
  readonly suggestions: readonly Suggestion[];
  readonly register: Register | null;
  readonly checkedIn: boolean;
  readonly groups: readonly string[];
  readonly mayStateMinority: boolean;
  /** Why nothing can be added just now; null where it can. */
  readonly blocked: string | null;
}

/** What somebody does here; the page turns it into operations. */
export type AgreeingAct =
  | { readonly act: "check_in"; readonly groups: readonly string[] }
  | { readonly act: "propose"; readonly label: string; readonly meaning: string; readonly examples: readonly string[] }
  | { readonly act: "ask"; readonly text: string }
  | { readonly act: "suggest"; readonly label: string; readonly meaning: string }
  | ({ readonly act: "rate" } & Register)
  | { readonly act: "minority"; readonly text: string };

type Opened = "propose" | "ask" | "suggest" | "rate" | null;

const SCALE: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The server's limits, in letters. */
const LONGEST = { label: 80, meaning: 600, words: 400 } as const;

export class KithAgreeing extends KithElement {
  static override properties = {
    facts: { attribute: false },
    opened: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };

  facts: Agreeing | null = null;
  private opened: Opened = null;
  private chosen: Choice | null = null;
  private problem = "";
  /** Places that show what is being proposed. */
  private examples: readonly string[] = [];
  /** The wording that the open form is about: other words close it. */
  private about = "";

  protected override willUpdate(): void {
    const item = this.facts?.item ?? null;
    const about = item === null ? "" : `${item.id} ${item.wording.number} ${item.state}`;
    if (about === this.about) return;
    this.about = about;
    this.chosen = null;
    this.problem = "";
    if (this.opened === "propose") return;
    this.opened = null;
    // What is new stands at the top; only where the page covers the map does it scroll by itself.
    this.closest(".phone-stage-cover")?.scrollTo({ top: 0 });
  }

  override render(): TemplateResult | typeof nothing {
    const { facts } = this;
    if (facts === null) return nothing;
    return html`<div class="agreeing stack">
      ${facts.blocked === null ? nothing : html`<p class="notice notice-warning" role="status">${facts.blocked}</p>`}
      ${facts.checkedIn ? nothing : this.checkInView(facts)}
      ${facts.item === null ? html`<p class="agree-quiet">${PHONE.nothing}</p>` : this.itemView(facts.item, facts)}
      ${this.proposalsView(facts)}
    </div>`;
  }

  private checkInView({ groups, blocked }: Agreeing): TemplateResult {
    return html`<form class="card stack" @submit=${(event: Event) => this.checkIn(event)}>
      <p>${PHONE.notIn}</p>
      ${groups.length === 0
        ? nothing
        : html`<fieldset class="field">
            <legend>${PHONE.groups}</legend>
            ${groups.map(
              (group) =>
                html`<label class="choice"><input type="checkbox" name="group" value=${group} /><span dir="auto">${group}</span></label>`,
            )}
          </fieldset>`}
      <button type="submit" class="button button-wide" ?disabled=${blocked !== null}>${PHONE.checkIn}</button>
    </form>`;
  }

  private itemView(item: Item, facts: Agreeing): TemplateResult {
    return html`<article class="card stack" aria-live="polite">
      <p class="tag">${STATES[item.state]}</p>
      ${wordingView(item)} ${examplesView(item, facts.places)} ${item.needsLicence ? html`<p class="hint">${SHOWN.licence}</p>` : nothing}
      ${isTalkedOf(item) ? this.talkView(facts) : nothing} ${item.state === "rating" ? this.ratingView(item, facts) : nothing}
      ${item.result !== null && (item.state === "revealed" || isDecided(item)) ? this.shownView(item, facts) : nothing}
    </article>`;
  }

  private talkView({ questions, suggestions, blocked }: Agreeing): TemplateResult {
    const unworded = questions.filter(({ text }) => text === "").length;
    return html`${this.opened === null
        ? html`<div class="buttons">
            <button type="button" class="button" ?disabled=${blocked !== null} @click=${() => this.open("ask")}>${PHONE.notClear}</button>
            <button type="button" class="button-plain" ?disabled=${blocked !== null} @click=${() => this.open("suggest")}>
              ${PHONE.suggest}
            </button>
          </div>`
        : nothing}
      ${this.opened === "ask" ? this.askForm() : nothing}
      ${this.opened === "suggest" ? this.wordsForm(PHONE.suggestSend, (words) => this.act({ act: "suggest", ...words })) : nothing}
      ${questions.length === 0 ? nothing : questionsView(questions, unworded)}
      ${suggestions.length === 0
        ? nothing
        : html`<section>
            <h3>${PHONE.suggestions}</h3>
            <ul class="agree-list">
              ${suggestions.map(({ label, meaning }) => html`<li dir="auto"><strong>${label}</strong> ${meaning}</li>`)}
            </ul>
          </section>`}`;
  }

  private askForm(): TemplateResult {
    return html`<form class="field" @submit=${(event: Event) => this.send(event, ({ text }) => this.act({ act: "ask", text: text ?? "" }))}>
      <label for="agree-ask">${PHONE.askHint}</label>
      <textarea class="input" id="agree-ask" name="text" rows="2" maxlength=${LONGEST.words} autofocus></textarea>
      <div class="buttons">
        <button type="submit" class="button">${PHONE.ask}</button>
        ${this.leaveButton()}
      </div>
    </form>`;
  }

  private wordsForm(
    words: string,
    done: (words: { label: string; meaning: string }) => void,
    more: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const names = NAMES[this.facts?.type ?? "term"];
    return html`<form
      class="form"
      @submit=${(event: Event) => this.send(event, ({ label, meaning }) => done({ label: label ?? "", meaning: meaning ?? "" }))}
    >
      <div class="field">
        <label for="agree-label">${names.label}</label>
        <input class="input" id="agree-label" name="label" required maxlength=${LONGEST.label} autocomplete="off" autofocus />
      </div>
      <div class="field">
        <label for="agree-meaning">${names.meaning}</label>
        <textarea class="input" id="agree-meaning" name="meaning" rows="3" required maxlength=${LONGEST.meaning}></textarea>
      </div>
      ${more}
      <div class="buttons">
        <button type="submit" class="button">${words}</button>
        ${this.leaveButton()}
      </div>
    </form>`;
  }

  private ratingView(item: Item, { register, checkedIn, blocked }: Agreeing): TemplateResult | typeof nothing {
    if (!checkedIn) return nothing;
    if (register !== null && this.opened !== "rate") {
      return html`<p class="agree-kept" role="status">
          ${icon("done")}<span><strong>${CHOICE_WORDS[register.choice]}.</strong> ${PHONE.given}</span>
        </p>
        <button type="button" class="button-plain" ?disabled=${blocked !== null} @click=${() => this.open("rate")}>${PHONE.change}</button>`;
    }
    const chosen = this.chosen ?? register?.choice ?? null;
    return html`<form class="form" @submit=${(event: Event) => this.rate(event, item)}>
      <fieldset class="field" ?disabled=${blocked !== null}>
        <legend>${PHONE.rate}</legend>
        <p class="hint">${PHONE.rateHint}</p>
        <div class="choices agree-choices">
          ${CHOICES.map(
            (choice) =>
              html`<label class="choice ${choice === "not_clear" || choice === "skip" ? "agree-apart" : ""}">
                <input
                  type="radio"
                  name="choice"
                  value=${choice}
                  required
                  .checked=${chosen === choice}
                  @change=${() => (this.chosen = choice)}
                /><span>${CHOICE_WORDS[choice]}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      ${item.type === "indicator" && chosen !== null && chosen !== "skip" ? this.scalesView(register) : nothing}
      ${chosen === null || chosen === "skip" ? nothing : this.reasonView(chosen, register)}
      <button type="submit" class="button button-wide" ?disabled=${blocked !== null}>${PHONE.give}</button>
    </form>`;
  }

  private reasonView(chosen: Choice, register: Register | null): TemplateResult {
    const isNeeded = chosen === "cannot_accept";
    return html`<div class="field">
      <label for="agree-reason">${isNeeded ? PHONE.reasonNeeded : PHONE.reason}</label>
      ${this.problem === "" ? nothing : html`<p class="field-error" id="agree-problem" role="alert">${this.problem}</p>`}
      <textarea
        class="input"
        id="agree-reason"
        name="reason"
        rows="2"
        maxlength=${LONGEST.words}
        aria-required=${isNeeded ? "true" : "false"}
        aria-describedby=${this.problem === "" ? nothing : "agree-problem"}
        .value=${register?.reason ?? ""}
      ></textarea>
    </div>`;
  }

  private scalesView(register: Register | null): TemplateResult {
    const scale = (name: "matters" | "fair"): TemplateResult =>
      html`<fieldset class="field">
        <legend>${PHONE[name]}</legend>
        <div class="agree-scale">
          ${SCALE.map(
            (mark) =>
              html`<label class="agree-scale-mark"
                ><input type="radio" name=${name} value=${mark} .checked=${register?.[name] === mark} /><span>${mark}</span></label
              >`,
          )}
        </div>
        <p class="agree-scale-ends hint"><span>${PHONE.scaleLow}</span><span>${PHONE.scaleHigh}</span></p>
      </fieldset>`;
    return html`${scale("matters")} ${scale("fair")}`;
  }

  private shownView(item: Item, { mayStateMinority }: Agreeing): TemplateResult {
    return html`${item.result === null ? nothing : html`${resultView(item.result)} ${stampView(item.result)} ${reasonsView(item.result)}`} ${minorityView(item)}
    ${mayStateMinority ? this.minorityForm() : nothing}`;
  }

  private minorityForm(): TemplateResult {
    return html`<form
      class="field"
      @submit=${(event: Event) => this.send(event, ({ text }) => this.act({ act: "minority", text: text ?? "" }))}
    >
      <label for="agree-minority">${PHONE.minorityAsk}</label>
      <textarea class="input" id="agree-minority" name="text" rows="3" required maxlength=${LONGEST.meaning}></textarea>
      <button type="submit" class="button-plain">${PHONE.minoritySend}</button>
    </form>`;
  }

  private proposalsView({ proposed, type, blocked, item, places }: Agreeing): TemplateResult {
    const words = type === "term" ? PHONE.proposeTerm : PHONE.proposeIndicator;
    // While something is rated, that is the one thing to do.
    const isOffered = item?.state !== "rating" && (this.opened === null || this.opened === "propose");
    return html`${this.opened === "propose"
        ? html`<section class="card">
            ${this.wordsForm(
              PHONE.send,
              (given) => this.act({ act: "propose", ...given, examples: this.examples }),
              html`<kith-example-picker
                .places=${places}
                @examples=${({ detail }: CustomEvent<readonly string[]>) => (this.examples = detail)}
              ></kith-example-picker>`,
            )}
          </section>`
        : nothing}
      ${isOffered && this.opened === null
        ? html`<button type="button" class="button-plain button-wide" ?disabled=${blocked !== null} @click=${() => this.open("propose")}>
            ${icon("add")}${words}
          </button>`
        : nothing}
      ${proposed.length === 0
        ? nothing
        : html`<section>
            <h3>${PHONE.proposed}</h3>
            <ul class="agree-list">
              ${proposed.map(
                ({ wording, state }) =>
                  html`<li><strong dir="auto">${wording.label}</strong> <span class="hint">${STATES[state]}</span></li>`,
              )}
            </ul>
          </section>`}`;
  }

  private leaveButton(): TemplateResult {
    return html`<button type="button" class="button-quiet" @click=${() => this.open(null)}>${PHONE.cancel}</button>`;
  }

  private open(what: Opened): void {
    this.opened = what;
    this.problem = "";
    this.examples = [];
  }

  private checkIn(event: Event): void {
    event.preventDefault();
    const groups = new FormData(event.target as HTMLFormElement).getAll("group").map(String);
    this.act({ act: "check_in", groups });
  }

  private rate(event: Event, item: Item): void {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const choice = given.get("choice") as Choice | null;
    if (choice === null) return;
    const reason = String(given.get("reason") ?? "").trim();
    if (choice === "cannot_accept" && reason === "") {
      this.problem = PHONE.reasonMissing;
      return;
    }
    const mark = (name: string): number | null => (item.type === "indicator" && given.has(name) ? Number(given.get(name)) : null);
    this.act({ act: "rate", choice, reason, matters: mark("matters"), fair: mark("fair") });
  }

  private send(event: Event, done: (given: Readonly<Record<string, string>>) => void): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    done(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()])));
    form.reset();
  }

  private act(act: AgreeingAct): void {
    this.open(null);
    this.emit("agreeing-act", act);
  }
}

define("kith-agreeing", KithAgreeing);

declare global {
  interface HTMLElementTagNameMap {
    "kith-agreeing": KithAgreeing;
  }

  interface HTMLElementEventMap {
    "agreeing-act": CustomEvent<AgreeingAct>;
  }
}
