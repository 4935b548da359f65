/** What the room agrees on, read from the records. */

import type { Choice, Stage, WireRecord } from "../sync/protocol";
import type { RecordsView } from "../sync/records";

export const CHOICES: readonly Choice[] = [
  "strongly_for",
  "for",
  "can_live_with_it",
  "against",
  "cannot_accept",
  "not_clear",
  "skip",
];

/** Those that are drawn as bars: the others say nothing of the wording. */
export const BARS: readonly Choice[] = CHOICES.slice(0, 5);

export type ItemState =
  | "draft"
  | "clarifying"
  | "reworded"
  | "integrating"
  | "rating"
  | "revealed"
  | "adopted"
  | "adopted_with_dissent"
  | "parked"
  | "not_adopted"
  | "wish_list"
  | "merged"
  | "withdrawn";

export interface Wording {
  readonly number: number;
  readonly label: string;
  readonly meaning: string;
}

export interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly count: number;
  readonly of: number;
  readonly needed: number;
  readonly group: string | null;
}

export type Outcome = "adopted" | "adopted_with_dissent" | "parked" | "not_adopted" | "too_few" | "reword" | "integrate";

/** Why somebody chose what they chose, in their words; none where they took them back. */
export interface Said {
  readonly choice: Choice;
  readonly text: string;
  readonly taken_back?: boolean;
}

export interface Result {
  readonly revision: number;
  readonly outcome: Outcome;
  readonly counts: Readonly<Record<Choice, number>>;
  readonly checks: readonly Check[];
  readonly may_rate: number;
  readonly reasons: readonly Said[];
  readonly paper: number;
  readonly late: number;
  /** How like its area the room was, once the result stands. */
  readonly room?: string;
}

export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly taken_back?: boolean;
}

export interface Item {
  readonly id: string;
  readonly author: string | null;
  readonly type: "term" | "indicator";
  readonly state: ItemState;
  /** As it is worded now. */
  readonly wording: Wording;
  /** As it was worded before that; null where it was never changed. */
  readonly before: Wording | null;
  readonly examples: readonly string[];
  readonly needsLicence: boolean;
  /** Since when it is where it is, in milliseconds since 1970 by the server's clock. */
  readonly since: number;
  readonly minutes: number | null;
  readonly result: Result | null;
  readonly minority: readonly Statement[];
}

export interface Suggestion extends Wording {
  readonly id: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly answer: string | null;
}

/** What one person answers to a wording. */
export interface Register {
  readonly choice: Choice;
  readonly reason: string;
  readonly matters: number | null;
  readonly fair: number | null;
}

/** How many have answered, for those who lead and for the hall's screen. */
export interface Answered {
  readonly answered: number;
  readonly mayRate: number;
  readonly needed: number;
}

const TALKED_OF: ReadonlySet<ItemState> = new Set(["clarifying", "reworded", "integrating"]);
const DECIDED: ReadonlySet<ItemState> = new Set(["adopted", "adopted_with_dissent", "parked", "not_adopted", "wish_list"]);
const OVER: ReadonlySet<ItemState> = new Set(["merged", "withdrawn"]);
const DISSENTING: ReadonlySet<Choice> = new Set<Choice>(["against", "cannot_accept"]);

/** Whether people may ask, and suggest other words. */
export function isTalkedOf({ state }: Item): boolean {
  return TALKED_OF.has(state);
}

export function isDecided({ state }: Item): boolean {
  return DECIDED.has(state);
}

/** The items that are anybody's business, least lately changed first. */
export function itemsOf(records: RecordsView, type: Item["type"] | null = null): readonly Item[] {
  const items = records.ofKind("item").map(readItem);
  return items.filter((item) => !OVER.has(item.state) && (type === null || item.type === type));
}

/** What the room agrees on at a stage. */
export function typeAt(stage: Stage | undefined): Item["type"] {
  return stage === "indicators" ? "indicator" : "term";
}

/** The item of this type before the room; null while there is none. A term that still lies there is nothing to the next stage. */
export function onTheTable(records: RecordsView, type: Item["type"]): Item | null {
  const id = records.get("table")?.fields["item"];
  const record = typeof id === "string" ? records.get(id) : undefined;
  return record?.kind === "item" && record.fields["type"] === type ? readItem(record) : null;
}

export function readItem({ id, author, fields }: WireRecord): Item {
  const wordings = fields["wordings"] as unknown as readonly Wording[];
  const licence = fields["licence"] as unknown as { readonly rights: string; readonly held: boolean };
  return {
    id,
    author,
    type: fields["type"] as Item["type"],
    state: fields["state"] as ItemState,
    wording: wordings[wordings.length - 1] as Wording,
    before: wordings[wordings.length - 2] ?? null,
    examples: fields["examples"] as unknown as readonly string[],
    needsLicence: licence.rights === "slot" && !licence.held,
    since: Date.parse(fields["since"] as string),
    minutes: (fields["minutes"] as number | null) ?? null,
    result: (fields["result"] as unknown as Result | null) ?? null,
    minority: fields["minority"] as unknown as readonly Statement[],
  };
}

/** Suggestions for the present wording on which nobody has decided. */
export function suggestionsFor(item: Item, records: RecordsView): readonly Suggestion[] {
  return standing(item, records, "rewording")
    .filter(({ fields }) => fields["accepted"] === null && fields["revision"] === item.wording.number)
    .map(({ id, fields }) => ({
      id,
      number: item.wording.number + 1,
      label: fields["label"] as string,
      meaning: fields["meaning"] as string,
    }));
}

/** What was asked about an item; those who only said that they do not understand ask without words. */
export function questionsAbout(item: Item, records: RecordsView): readonly Question[] {
  return standing(item, records, "question").map(({ id, fields }) => ({
    id,
    text: fields["text"] as string,
    answer: (fields["answer"] as string | null) ?? null,
  }));
}

/** What this person answered to the present wording; null before they did. */
export function registerOf(item: Item, person: string, records: RecordsView): Register | null {
  const fields = records.get(`rating:${item.id}:${item.wording.number}:${person}`)?.fields;
  return fields === undefined ? null : (fields as unknown as Register);
}

/** Whether this person may add what those who do not agree want to be known: once, beside the result. */
export function mayStateMinority(item: Item, person: string, records: RecordsView): boolean {
  const register = registerOf(item, person, records);
  const isDissenting = register !== null && DISSENTING.has(register.choice);
  const hasStated = standing(item, records, "minority_statement").some(({ author }) => author === person);
  return isDissenting && !hasStated && item.result !== null;
}

export function answeredOf(item: Item, records: RecordsView): Answered | null {
  const fields = records.get(`answers:${item.id}`)?.fields;
  if (fields === undefined) return null;
  return { answered: fields["answered"] as number, mayRate: fields["may_rate"] as number, needed: fields["needed"] as number };
}

/** Whether this person is counted among those who may rate. */
export function isCheckedIn(person: string, records: RecordsView): boolean {
  return records.get(`attendance:${person}`)?.fields["rates"] === true;
}

/** The groups that this workshop looks at by themselves. */
export function groupsOf(records: RecordsView): readonly string[] {
  return (records.get("agreement_rules")?.fields["groups"] as unknown as readonly string[] | undefined) ?? [];
}

/** How many people are checked in to rate, for those who lead. */
export function ratersOf(records: RecordsView): number {
  return records.ofKind("attendance").filter(({ fields }) => fields["rates"] === true).length;
}

/** The places that everybody sees: what can be pointed at as an example. */
export function placesOf(records: RecordsView): readonly { readonly id: string; readonly title: string }[] {
  return ["asset", "meeting_place"]
    .flatMap((kind) => records.ofKind(kind))
    .filter(({ audience }) => audience === "everyone")
    .map(({ id, fields }) => ({ id, title: fields["title"] as string }));
}

function standing(item: Item, records: RecordsView, kind: string): readonly WireRecord[] {
  return records.standingOn(item.id).filter((record) => record.kind === kind);
}
