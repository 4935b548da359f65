/** What a person says of a place, as the form keeps it, and what is missing before it can be added. */

import { DEFAULT_KINDS, type KindChoice } from "../../shared_map/kinds";

export type Visibility = "room" | "partners" | "public" | "facilitators";
export type Precision = "exact" | "100m" | "street" | "neighbourhood";
export type HowOften = "daily" | "weekly" | "monthly" | "few_times_a_year" | "now_and_then";
export type HowMany = "few" | "up_to_10" | "up_to_30" | "up_to_100" | "more";
export type OpenTo = "everyone" | "members" | "invited" | "not_sure";

export interface Meeting {
  readonly who: string;
  readonly how_often: HowOften | null;
  readonly how_many: HowMany | null;
  readonly open_to: OpenTo | null;
}

export interface PlaceDraft {
  /** The code of a kind, empty until one is chosen. */
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly visibility: Visibility;
  readonly precision: Precision;
  /** Asked of meeting places only, kept when a person changes the kind to and fro. */
  readonly meeting: Meeting;
}

export const NO_MEETING: Meeting = { who: "", how_often: null, how_many: null, open_to: null };

export const EMPTY_PLACE: PlaceDraft = {
  kind: "",
  title: "",
  note: "",
  visibility: "partners",
  precision: "exact",
  meeting: NO_MEETING,
};

/** The server's limits, in characters. */
export const LONGEST_TITLE = 80;
export const LONGEST_NOTE = 1000;

export type PlaceProblem = "no_kind" | "no_title" | "long_title" | "long_note";

export function chosenKind(draft: PlaceDraft, kinds: readonly KindChoice[] = DEFAULT_KINDS): KindChoice | undefined {
  return kinds.find(({ code }) => code === draft.kind);
}

export function isMeetingPlace(draft: PlaceDraft, kinds: readonly KindChoice[]): boolean {
  return chosenKind(draft, kinds)?.kind === "meeting_place";
}

/** What is wrong with each field, in the order of the form. */
export function placeProblems(draft: PlaceDraft, kinds: readonly KindChoice[]): PlaceProblem[] {
  const title = [...draft.title.trim()].length;
  const problems: PlaceProblem[] = [];
  if (chosenKind(draft, kinds) === undefined) problems.push("no_kind");
  if (title === 0) problems.push("no_title");
  if (title > LONGEST_TITLE) problems.push("long_title");
  if ([...draft.note.trim()].length > LONGEST_NOTE) problems.push("long_note");
  return problems;
}

/** The draft as it is sent: without blanks at the ends, and without a meeting where none takes place. */
export function tidied(draft: PlaceDraft, kinds: readonly KindChoice[]): PlaceDraft {
  const meeting = isMeetingPlace(draft, kinds) ? { ...draft.meeting, who: draft.meeting.who.trim() } : NO_MEETING;
  return { ...draft, title: draft.title.trim(), note: draft.note.trim(), meeting };
}
