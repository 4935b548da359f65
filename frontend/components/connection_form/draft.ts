/** What a person says of a connection, as the form keeps it, and what is missing before it can be drawn. */

import type { HowOften } from "../place_form/draft";

export type Mode = "in_person" | "phone" | "online" | "written" | "mixed";
export type Strength = "weak" | "steady" | "strong";
export type Why =
  | "support"
  | "practical_help"
  | "fun"
  | "belief"
  | "work"
  | "caring"
  | "campaigning"
  | "learning";
export type Outcome =
  | "new_friendship"
  | "got_help"
  | "gave_help"
  | "learned"
  | "found_work"
  | "felt_better"
  | "took_action"
  | "nothing_yet"
  | "other";

export const NO_FIXED_PLACE = "no_fixed_place";

export interface ConnectionDraft {
  readonly directed: boolean;
  readonly how: {
    readonly mode: Mode | null;
    readonly frequency: HowOften | null;
    readonly strength: Strength | null;
  };
  /** The identifier of a place, `NO_FIXED_PLACE`, or empty until chosen. */
  readonly where: string;
  readonly why: readonly Why[];
  readonly result: { readonly outcome: Outcome | null; readonly words: string };
}

export const EMPTY_CONNECTION: ConnectionDraft = {
  directed: false,
  how: { mode: null, frequency: null, strength: null },
  where: "",
  why: [],
  result: { outcome: null, words: "" },
};

export type ConnectionProblem = "no_mode" | "no_frequency" | "no_strength" | "no_where" | "no_why" | "long_words";

const LONGEST_WORDS = 1000;

/** How, where and why are asked; what happens as a result may be skipped. */
export function connectionProblems({ how, where, why, result }: ConnectionDraft): ConnectionProblem[] {
  const problems: ConnectionProblem[] = [];
  if (how.mode === null) problems.push("no_mode");
  if (how.frequency === null) problems.push("no_frequency");
  if (how.strength === null) problems.push("no_strength");
  if (where === "") problems.push("no_where");
  if (why.length === 0) problems.push("no_why");
  if ([...result.words.trim()].length > LONGEST_WORDS) problems.push("long_words");
  return problems;
}
