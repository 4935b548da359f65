/**
 * The kinds of place a map shows: their codes, plain words, and how they are told apart.
 *
 * The codes are the server's. An area may split or add kinds under its own words; each keeps its match to
 * one of the seven, which gives it its colour, shape and icon.
 */

import { html, type TemplateResult } from "lit";
import { KIND_ICONS, KIND_SHAPES } from "./kinds_drawings";
import { KIND_WORDS, SOME_PLACE } from "./kinds_words";

export const ASSET_KINDS = [
  "gift_or_skill",
  "association",
  "institution",
  "physical_place",
  "exchange",
  "story_or_culture",
] as const;

export type AssetKind = (typeof ASSET_KINDS)[number];
export type KindCode = AssetKind | "meeting_place";

export const ALL_KINDS: readonly KindCode[] = [...ASSET_KINDS, "meeting_place"];

/** One kind that a person can choose, in the area's words. */
export interface KindChoice {
  /** What is kept: a glossary concept, or the code itself where an area has not made its own. */
  readonly code: string;
  /** Which of the seven it matches, and so how it looks. */
  readonly kind: KindCode;
  readonly label: string;
  readonly hint: string;
}

/** In the order in which they are offered: meeting places are what most come for. */
const OFFERED: readonly KindCode[] = ["meeting_place", ...ASSET_KINDS];

export const DEFAULT_KINDS: readonly KindChoice[] = OFFERED.map((kind) => ({ code: kind, kind, ...KIND_WORDS[kind] }));

/** The label of a kind for people, where the area has no words of its own. */
export function kindLabel(kind: KindCode): string {
  return DEFAULT_KINDS.find((choice) => choice.kind === kind)?.label ?? SOME_PLACE;
}

/** A CSS value: the colour of a kind in the theme of wherever it is used. */
export function kindColour(kind: KindCode): string {
  return `var(--kind-${kind})`;
}

/**
 * The mark of a kind, filled, with its icon: for lists, pickers and counts. It is an ornament beside words,
 * so screen readers pass over it.
 */
export function kindMark(kind: KindCode): TemplateResult {
  return html`<svg class="kind-mark kind-${kind}" viewBox="-1 -1 34 34" aria-hidden="true">
    <path class="kind-shape" d=${KIND_SHAPES[kind]}></path>
    <path class="kind-icon" transform="translate(8.1 8.1) scale(1.05)" d=${KIND_ICONS[kind]}></path>
  </svg>`;
}
