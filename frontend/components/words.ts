/**
 * Whole sentences with gaps, so that a translator never meets half of one.
 *
 * Sentences are written in English, in `words.ts` beside what shows them. In another language the page loads that language's
 * catalogue before its own script (`server/kithmap/web/translation.py` writes it), and each table is looked up when it is made.
 */

export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** What the page's catalogue sets: none in English. */
export interface Catalogue {
  readonly language: string;
  /** Plural categories, in the order of each plural's forms. */
  readonly forms: readonly string[];
  /** By English, with its context before it where it has one. */
  readonly words: Readonly<Record<string, string | readonly string[]>>;
  /** Refusals with gaps, as the server words them. */
  readonly told: Readonly<Record<string, string>>;
}

declare global {
  // eslint-disable-next-line no-var
  var kithmapWords: Catalogue | undefined;
}

const catalogue = globalThis.kithmapWords;

/** The page's language, for dates and numbers; that of its words, should they not have arrived. */
export const LANGUAGE = catalogue?.language ?? "en-GB";

/** Whether the page is written from right to left. */
export const IS_FROM_RIGHT = globalThis.document?.documentElement.dir === "rtl";

/**
 * The words of one part of a page, in the page's language where a catalogue holds them. Every `words.ts` gives its table
 * through this. A context is for words that mean something else elsewhere: "Join" a workshop, or two places.
 */
export function words<const Table>(table: Table, context?: string): Table {
  return catalogue === undefined ? table : (looked(catalogue, table, context) as Table);
}

/** A table in the words of a catalogue; what it lacks stays English. */
export function looked(from: Catalogue, part: unknown, context?: string): unknown {
  if (typeof part === "string") return found(from, part, context) ?? part;
  if (Array.isArray(part)) return part.map((each) => looked(from, each, context));
  if (typeof part !== "object" || part === null) return part;
  return isPlural(part) ? plural(from, part, context) : each(part, (value) => looked(from, value, context));
}

function found(from: Catalogue, english: string, context: string | undefined): string | readonly string[] | undefined {
  return from.words[context === undefined ? english : `${context}\u0004${english}`];
}

function plural(from: Catalogue, sentences: Plural, context: string | undefined): unknown {
  const forms = found(from, sentences.one, context);
  return Array.isArray(forms) ? Object.fromEntries(from.forms.map((name, index) => [name, forms[index] as string])) : sentences;
}

function isPlural(part: object): part is Plural {
  const names = Object.keys(part);
  return names.length === 2 && "one" in part && "other" in part;
}

function each(part: object, of: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, of(value)]));
}

/** Signs of the scripts that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The sentence with each `{name}` replaced; a gap without a value stays as it is.
 *
 * What a person wrote may run in the other direction than the sentence: then invisible marks (U+2068, U+2069) keep its ends and
 * the sentence's own punctuation apart.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => shown(values[name], gap));
}

function shown(value: string | number | undefined, gap: string): string {
  if (typeof value !== "string") return value === undefined ? gap : number(value);
  return value !== "" && (IS_FROM_RIGHT || FROM_RIGHT.test(value)) ? `\u2068${value}\u2069` : value;
}

/** A number as the page's language writes it. */
export function number(value: number): string {
  return numbers.format(value);
}

const numbers = new Intl.NumberFormat(LANGUAGE);

/** Kept: making one takes as long as counting a thousand times, and a list of people counts for each line. */
const rulesOf = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rulesOf.get(language);
  if (known !== undefined) return known;
  const rules = new Intl.PluralRules(language);
  rulesOf.set(language, rules);
  return rules;
}

/** The right form of a sentence for a count, which fills the gap `{count}`. */
export function counted(sentences: Plural, count: number, language = LANGUAGE): string {
  const form = pluralRules(language).select(count) as keyof Plural;
  // A language writes out only the forms that whole numbers take.
  const forms: Readonly<Record<string, string>> = { ...sentences };
  return fill(forms[form] ?? forms["other"] ?? forms["many"] ?? sentences.one, { count });
}
