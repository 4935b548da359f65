import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { DEFAULT_KINDS, kindMark, type KindChoice } from "../../shared_map/kinds";
import { radios, type Choices } from "../choices";
import { define, KithElement } from "../element";
import type { KindPick } from "../kind_picker/kind_picker";
import "../kind_picker/kind_picker";
import {
  chosenKind,
  EMPTY_PLACE,
  isMeetingPlace,
  placeProblems,
  tidied,
  type Meeting,
  type PlaceDraft,
  type PlaceProblem,
} from "./draft";
import { HOW_MANY, HOW_OFTEN, OPEN_TO, PRECISION, PROBLEMS, QUESTIONS, VISIBILITY, WORDS } from "./words";
import "./place_form.css";

export type { PlaceDraft } from "./draft";

/** Which field a problem is shown at; its input bears this id. */
const FIELD_OF: Readonly<Record<PlaceProblem, string>> = {
  no_kind: "place-kind",
  no_title: "place-title",
  long_title: "place-title",
  long_note: "place-note",
};

/**
 * The form of a place: what it is, what people call it, why it matters, who may see it.
 *
 * Three taps are enough: a kind, a name, "Add this place". The page sets `draft` to begin with something, and
 * hears `place-done` with the finished draft or `place-cancel`. What has been typed stays until the page clears it.
 */
export class KithPlaceForm extends KithElement {
  static override properties = {
    draft: { attribute: false, noAccessor: true },
    said: { state: true },
    kinds: { attribute: false },
    editing: { type: Boolean },
    photo: { attribute: false },
    problems: { state: true },
    choosing: { state: true },
  };

  kinds: readonly KindChoice[] = DEFAULT_KINDS;
  /** True where a place is being changed rather than added. */
  editing = false;

  /** The page's own part, which asks for a photo; nothing where none can be added. */
  photo: TemplateResult | typeof nothing = nothing;

  private problems: readonly PlaceProblem[] = [];
  /** Whether all kinds are shown, or the one that was chosen. */
  private choosing = true;

  /** What the form was filled with, and what it holds by now. */
  private filledWith: PlaceDraft = EMPTY_PLACE;
  private said: PlaceDraft = EMPTY_PLACE;

  /** The draft as it stands. A page that draws itself anew sets the same one again, which leaves alone what was typed since. */
  get draft(): PlaceDraft {
    return this.said;
  }

  set draft(draft: PlaceDraft) {
    if (draft === this.filledWith) return;
    this.filledWith = draft;
    this.said = draft;
    // Whoever comes back to what they began finds their own words, and not all the kinds before them.
    this.choosing = draft.kind === "";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("editing") && this.editing) this.choosing = false;
  }

  override render(): TemplateResult {
    return html`<form class="form place-form" novalidate @submit=${this.done}>
      ${this.kindField()} ${this.titleField()} ${this.noteField()}
      ${isMeetingPlace(this.draft, this.kinds) ? this.meetingFields() : nothing} ${this.photo} ${this.harmField()}
      ${this.moreFields()}
      <p class="hint place-homes">${WORDS.neverHomes}</p>
      <div class="form-buttons">
        <button type="submit" class="button button-large">${this.editing ? WORDS.save : WORDS.add}</button>
        <button type="button" class="button-plain" @click=${() => this.emit("place-cancel", null)}>
          ${WORDS.cancel}
        </button>
      </div>
    </form>`;
  }

  private kindField(): TemplateResult {
    const chosen = chosenKind(this.draft, this.kinds);
    if (chosen === undefined || this.choosing) {
      return html`<kith-kind-picker
        id="place-kind"
        tabindex="-1"
        name="place-kind-choice"
        .kinds=${this.kinds}
        .value=${this.draft.kind}
        .error=${this.errorAt("place-kind")}
        @kind-pick=${(event: CustomEvent<KindPick>) => this.kindPicked(event.detail)}
      ></kith-kind-picker>`;
    }
    return html`<div class="place-chosen kind-${chosen.kind}">
      ${kindMark(chosen.kind)}<strong>${chosen.label}</strong>
      <button
        type="button"
        class="button-quiet"
        aria-label=${WORDS.changeKind}
        @click=${() => this.chooseAgain()}
      >
        ${WORDS.change}
      </button>
    </div>`;
  }

  private titleField(): TemplateResult {
    const error = this.errorAt("place-title");
    return html`<div class="field">
      <label for="place-title">${WORDS.title}</label>
      <p class="hint" id="place-title-hint">${WORDS.titleHint}</p>
      ${error ? html`<p class="field-error" id="place-title-error">${error}</p>` : nothing}
      <input
        class="input"
        id="place-title"
        autocomplete="off"
        enterkeyhint="done"
        aria-required="true"
        aria-describedby=${error ? "place-title-error" : "place-title-hint"}
        aria-invalid=${error ? "true" : nothing}
        .value=${this.draft.title}
        @input=${(event: Event) => this.set({ title: valueOf(event) })}
      />
    </div>`;
  }

  private noteField(): TemplateResult {
    const error = this.errorAt("place-note");
    return html`<div class="field">
      <label for="place-note">${WORDS.note}</label>
      <p class="hint" id="place-note-hint">${WORDS.noteHint}</p>
      ${error ? html`<p class="field-error" id="place-note-error">${error}</p>` : nothing}
      <textarea
        class="input"
        id="place-note"
        rows="3"
        aria-describedby=${error ? "place-note-error" : "place-note-hint"}
        aria-invalid=${error ? "true" : nothing}
        .value=${this.draft.note}
        @input=${(event: Event) => this.set({ note: valueOf(event) })}
      ></textarea>
    </div>`;
  }

  private meetingFields(): TemplateResult {
    const { meeting } = this.draft;
    return html`<div class="form place-meeting">
      <div class="field">
        <label for="place-who">${WORDS.who}</label>
        <p class="hint" id="place-who-hint">${WORDS.whoHint}</p>
        <input
          class="input"
          id="place-who"
          autocomplete="off"
          aria-describedby="place-who-hint"
          .value=${meeting.who}
          @input=${(event: Event) => this.setMeeting({ who: valueOf(event) })}
        />
      </div>
      ${this.meetingChoice("how_often", meeting.how_often, HOW_OFTEN)}
      ${this.meetingChoice("how_many", meeting.how_many, HOW_MANY)}
      ${this.meetingChoice("open_to", meeting.open_to, OPEN_TO)}
    </div>`;
  }

  private meetingChoice<Code extends string>(
    field: "how_often" | "how_many" | "open_to",
    value: Code | null,
    choices: Choices<Code>,
  ): TemplateResult {
    const group = { name: `place-${field}`, question: QUESTIONS[field], choices };
    return radios(group, value, (code) => this.setMeeting({ [field]: code }));
  }

  private harmField(): TemplateResult {
    const guarded = this.draft.visibility === "facilitators";
    return html`<label class="choice place-harm">
      <input
        type="checkbox"
        .checked=${guarded}
        @change=${() => this.set({ visibility: guarded ? EMPTY_PLACE.visibility : "facilitators" })}
      />
      <span><strong>${WORDS.harm}</strong><span class="hint">${WORDS.harmHint}</span></span>
    </label>`;
  }

  private moreFields(): TemplateResult {
    const { visibility, precision } = this.draft;
    const who = { name: "place-visibility", question: QUESTIONS.visibility, choices: VISIBILITY };
    const how = { name: "place-precision", question: QUESTIONS.precision, choices: PRECISION };
    return html`<details class="place-more">
      <summary>${WORDS.more}</summary>
      <div class="form">
        ${radios(who, visibility, (code) => this.set({ visibility: code }))}
        ${radios(how, precision, (code) => this.set({ precision: code }))}
      </div>
    </details>`;
  }

  private errorAt(field: string): string {
    const problem = this.problems.find((each) => FIELD_OF[each] === field);
    return problem === undefined ? "" : PROBLEMS[problem];
  }

  private kindPicked({ code, settled }: KindPick): void {
    this.choosing = !settled;
    this.set({ kind: code });
    if (settled) this.focusOn("#place-title");
  }

  private chooseAgain(): void {
    this.choosing = true;
    this.focusOn(".kind-radio:checked");
  }

  /** What had the focus may be gone with what was drawn anew. */
  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }

  private set(part: Partial<PlaceDraft>): void {
    this.said = { ...this.said, ...part };
    // Once mended, a problem goes; none comes while a person is still typing.
    const left = placeProblems(this.draft, this.kinds);
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  private setMeeting(part: Partial<Meeting>): void {
    this.set({ meeting: { ...this.draft.meeting, ...part } });
  }

  private async done(event: Event): Promise<void> {
    event.preventDefault();
    this.problems = placeProblems(this.draft, this.kinds);
    const first = this.problems[0];
    if (first === undefined) {
      this.emit("place-done", tidied(this.draft, this.kinds));
      return;
    }
    if (first === "no_kind") this.choosing = true;
    await this.updateComplete;
    const field = this.querySelector<HTMLElement>(`#${FIELD_OF[first]}`);
    field?.focus();
    // The kinds are higher than a phone: browsers may show their middle, and what is wrong stands above them.
    if (first === "no_kind") field?.scrollIntoView({ block: "start" });
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}

define("kith-place-form", KithPlaceForm);

declare global {
  interface HTMLElementTagNameMap {
    "kith-place-form": KithPlaceForm;
  }

  interface HTMLElementEventMap {
    "place-done": CustomEvent<PlaceDraft>;
    "place-cancel": CustomEvent<null>;
  }
}
