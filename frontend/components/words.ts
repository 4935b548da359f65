/** Whole sentences with gaps, so that a translator never meets half of one. */

export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** The words of one part of a page, in the page's language where a catalogue holds them. Every `words.ts` gives its table through this. */
export function words<const Table>(table: Table): Table {
  return table;
}

/** The sentence with each `{name}` replaced; a gap without a value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** The right form of a sentence for a count, which fills the gap `{count}`. */
export function counted(sentences: Plural, count: number, language = "en"): string {
  const form = new Intl.PluralRules(language).select(count) === "one" ? "one" : "other";
  return fill(sentences[form], { count });
}
