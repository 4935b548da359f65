import { html, nothing, type TemplateResult } from "lit";
import { define, KithElement } from "../../components/element";
import { LONGEST_NOTE, LONGEST_TITLE } from "../../components/place_form/draft";
import { fill } from "../../components/words";
import type { KindChoice } from "../kinds";
import { LAST_NUMBER, type TypedCard } from "./cards";
import { lastSquare, nameOf, squareOf, type Grid } from "./grid";
import { CARDS, WRONG } from "./words";
import "./paper_cards.css";

type Field = keyof typeof WRONG;

interface Line {
  readonly card: string | null;
  readonly square: string;
  readonly title: string;
  readonly note: string;
}

const EMPTY_LINE: Line = { card: null, square: "", title: "", note: "" };

/** What stands before each kind in the list: one key of the keyboard chooses it. */
const KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

/**
 * One line of the pile: the number, the square, what it is, what it is called. Enter puts it on the map and goes on to the next.
 *
 * The page sets `grid`, `kinds`, the titles of the cards that are there (`taken`) and the number to begin with (`next`), and hears `card-done`.
 */
export class KithCardEntry extends KithElement {
  static override properties = {
    grid: { attribute: false },
    kinds: { attribute: false },
    taken: { attribute: false },
    next: { type: Number },
    line: { state: true },
    wrong: { state: true },
  };

  /** Null while it is not known: then the cross on the map is the spot. */
  grid: Grid | null = null;
  kinds: readonly KindChoice[] = [];
  taken: ReadonlyMap<number, string> = new Map();
  next = 1;

  /** What stands in the fields; the number is `next` until somebody typed one. */
  private line = EMPTY_LINE;
  private wrong: Field | null = null;

  override render(): TemplateResult {
    const last = this.grid === null ? "" : nameOf(lastSquare(this.grid));
    return html`<form class="card-entry" novalidate @submit=${this.done}>
      ${this.field("card", CARDS.card, { width: "card-number", numeric: true })}
      ${this.grid === null ? nothing : this.field("square", CARDS.square, { width: "card-square", hint: fill(CARDS.squareHint, { last }) })}
      <div class="field card-kind">
        <label for="card-kind">${CARDS.kind}</label>
        <p class="hint" id="card-kind-hint">${CARDS.kindHint}</p>
        <select class="input" id="card-kind" name="kind" aria-describedby="card-kind-hint" aria-invalid=${this.invalid("kind")}>
          <option value=""></option>
          ${this.kinds.map(({ code, label }, place) => html`<option value=${code}>${KEYS[place] ?? ""} ${label}</option>`)}
        </select>
      </div>
      ${this.field("title", CARDS.title, { width: "card-title", longest: LONGEST_TITLE })}
      ${this.field("note", CARDS.note, { width: "card-note", longest: LONGEST_NOTE })}
      <label class="choice card-harm"><input type="checkbox" name="harm" />${CARDS.harm}</label>
      <p class="card-said" role="status">${this.said(last)}</p>
      <button type="submit" class="button">${CARDS.add}</button>
    </form>`;
  }

  /** Begin with the square: the number is mostly right. */
  override firstUpdated(): void {
    this.focusOn(this.grid === null ? "kind" : "square");
  }

  private field(
    name: keyof Line,
    label: string,
    more: { readonly width: string; readonly hint?: string; readonly numeric?: boolean; readonly longest?: number },
  ): TemplateResult {
    const { width, hint, numeric, longest } = more;
    const changed = ({ target }: Event): void => {
      this.line = { ...this.line, [name]: (target as HTMLInputElement).value };
      if (this.wrong === name) this.wrong = null;
    };
    return html`<div class="field ${width}">
      <label for="card-${name}">${label}</label>
      ${hint === undefined ? nothing : html`<p class="hint" id="card-${name}-hint">${hint}</p>`}
      <input
        class="input"
        id="card-${name}"
        name=${name}
        autocomplete="off"
        inputmode=${numeric === true ? "numeric" : nothing}
        maxlength=${longest ?? nothing}
        aria-describedby=${hint === undefined ? nothing : `card-${name}-hint`}
        aria-invalid=${name === "note" ? nothing : this.invalid(name)}
        .value=${this.line[name] ?? String(this.next)}
        @input=${changed}
      />
    </div>`;
  }

  private said(last: string): string {
    if (this.wrong !== null) return fill(WRONG[this.wrong], { last });
    const card = this.number();
    const title = this.taken.get(card);
    return title === undefined ? "" : fill(CARDS.taken, { card: String(card), title });
  }

  private invalid(field: Field): "true" | typeof nothing {
    return this.wrong === field ? "true" : nothing;
  }

  private number(): number {
    return Number(this.line.card ?? this.next);
  }

  private done(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const written = this.line.square.trim();
    const square = this.grid === null || written === "" ? null : squareOf(written, this.grid);
    const typed: TypedCard = {
      card: this.number(),
      square,
      kind: String(said.get("kind") ?? ""),
      title: this.line.title.trim(),
      note: this.line.note.trim(),
      harm: said.get("harm") !== null,
    };
    this.wrong = wrongIn(typed, written);
    if (this.wrong !== null) return this.focusOn(this.wrong);
    this.emit("card-done", typed);
    form.reset();
    this.line = { ...EMPTY_LINE, card: String(Math.min(LAST_NUMBER, typed.card + 1)) };
    this.focusOn(this.grid === null ? "kind" : "square");
  }

  private focusOn(field: Field): void {
    this.querySelector<HTMLElement>(`#card-${field}`)?.focus();
  }
}

/** The first field that is wrong, in the order of the line. */
function wrongIn({ card, square, kind, title }: TypedCard, written: string): Field | null {
  if (!Number.isInteger(card) || card < 1 || card > LAST_NUMBER) return "card";
  if (square === null && written !== "") return "square";
  if (kind === "") return "kind";
  return title === "" || [...title].length > LONGEST_TITLE ? "title" : null;
}

define("kith-card-entry", KithCardEntry);

declare global {
  interface HTMLElementTagNameMap {
    "kith-card-entry": KithCardEntry;
  }

  interface HTMLElementEventMap {
    "card-done": CustomEvent<TypedCard>;
  }
}
