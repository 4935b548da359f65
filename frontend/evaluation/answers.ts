/** What was answered, read from the records: one's own, all of it for those who lead, and what the room was shown. */

import type { Fields, Level, WireRecord } from "../sync/protocol";
import type { RecordsView } from "../sync/records";
import { LEVELS, QUESTIONS, type Question } from "./words";

export const QUESTION_KEYS = Object.keys(QUESTIONS) as readonly Question[];
export const LEVEL_KEYS = Object.keys(LEVELS) as readonly Level[];

/** Letters of a sentence: the server takes no more. */
export const LONGEST_SENTENCE = 300;

/** Answers below which the room is shown nothing: the server's rule. */
export const FEWEST_ANSWERS = 5;

const REFLECTION = "reflection";
const SHOWN = "shown_reflections";

export type Levels = Readonly<Record<Question, Level | null>>;

/** What one person answers. */
export interface Given {
  readonly answers: Levels;
  readonly sentence: string;
}

export const NOTHING_GIVEN: Given = { answers: { heard: null, understood: null, again: null }, sentence: "" };

export type LevelCounts = Readonly<Record<Level, number>>;

/** A question with how often each level was given; null where too few answered it. */
export interface Counted {
  readonly question: Question;
  readonly counts: LevelCounts | null;
}

export interface Shown {
  readonly answered: number;
  readonly questions: readonly Counted[];
}

/** All that those who lead may know. */
export interface Gathered extends Shown {
  readonly sentences: readonly string[];
  /** Answers that are new or other than when the room was last shown them. */
  readonly news: number;
}

export function reflectionId(person: string): string {
  return `${REFLECTION}:${person}`;
}

/** What this person has answered so far. */
export function givenBy(person: string, records: RecordsView): Given {
  const record = records.get(reflectionId(person));
  return record === undefined ? NOTHING_GIVEN : given(record);
}

/** What everyone was shown; null before that. */
export function shownOf(records: RecordsView): Shown | null {
  const fields = records.get(SHOWN)?.fields;
  return fields === undefined ? null : (fields as unknown as Shown);
}

/** Every answer, for those who lead: others are not sent them. */
export function gathered(records: RecordsView): Gathered {
  const all = records.ofKind(REFLECTION);
  const since = records.get(SHOWN)?.version ?? -1;
  const answers = all.map(given);
  return {
    answered: all.length,
    questions: QUESTION_KEYS.map((question) => ({ question, counts: countsOf(question, answers) })),
    sentences: answers.map(({ sentence }) => sentence).filter((sentence) => sentence !== ""),
    news: all.filter(({ version }) => version > since).length,
  };
}

function given({ fields }: WireRecord): Given {
  const { answers, sentence } = fields as { readonly answers?: Fields; readonly sentence?: string };
  return { answers: { ...NOTHING_GIVEN.answers, ...(answers as unknown as Partial<Levels>) }, sentence: sentence ?? "" };
}

function countsOf(question: Question, answers: readonly Given[]): LevelCounts {
  const counts = { yes: 0, partly: 0, no: 0 };
  for (const { answers: levels } of answers) {
    const level = levels[question];
    if (level !== null) counts[level] += 1;
  }
  return counts;
}
