/** What the facilitator is in the middle of: a task on the map, a chosen place, a sheet. Each holds all that it needs. */

import type { ConnectionDraft } from "../../components/connection_form/draft";
import type { PlaceDraft } from "../../components/place_form/draft";
import type { GuideSheetKind } from "../../guides/sheets_view";
import type { Source } from "../../sync/protocol";
import type { Backing } from "../moderation/views_back";
import { LOOKING, type Task } from "../task";
import type { PlacedGeometry } from "../wishes";

/** Somebody seated without a phone, for whom a facilitator places. */
export interface Seated {
  readonly person: string;
  readonly alias: string;
  /** Empty where they gave none. */
  readonly name: string;
}

/** How what a facilitator places came to them. */
export type OwnSource = Exclude<Source, "phone" | "brought_in">;

export interface Telling {
  readonly kind: "tell";
  readonly place: string;
  readonly geometry: PlacedGeometry;
  readonly draft: PlaceDraft;
}

export interface Changing {
  readonly kind: "change";
  readonly place: string;
  readonly draft: PlaceDraft;
}

export interface Connecting {
  readonly kind: "connect";
  readonly connection: string;
  readonly start: string;
  readonly end: string;
  readonly draft: ConnectionDraft;
}

export interface ChangingConnection {
  readonly kind: "change_connection";
  readonly connection: string;
  readonly draft: ConnectionDraft;
}

/** What is looked over: the queue at one of its cards, pairs that may be the same, joining one place with another. */
export type Moderation =
  | { readonly kind: "queue"; readonly at: string | null }
  | { readonly kind: "pairs" }
  | { readonly kind: "merge"; readonly place: string }
  | Backing;

export type Sheet =
  | Moderation
  | { readonly kind: GuideSheetKind }
  | { readonly kind: "help" | "list" | "shape" | "pause" | "round" | "removed" | "cards" }
  | Telling
  | Changing
  | Connecting
  | ChangingConnection;

export interface ConsoleState {
  readonly task: Task;
  readonly sheet: Sheet | null;
  /** The chosen place, whose card stands at the side. */
  readonly selected: string | null;
  readonly lit: string | null;
  readonly follows: boolean;
  readonly source: OwnSource;
  /** For whom it is placed; null for nobody in particular. */
  readonly forWhom: Seated | null;
}

export const BEGINNING: ConsoleState = {
  task: LOOKING,
  sheet: null,
  selected: null,
  lit: null,
  follows: true,
  source: "facilitator",
  forWhom: null,
};

/** While others' places are looked over, the map shows where they are to the facilitator alone. */
export function isLookingOver(sheet: Sheet | null): boolean {
  return ["queue", "pairs", "merge", "back"].includes(sheet?.kind ?? "");
}

/** Beside some sheets the map stays in use: they are about it. */
export function isBeside(sheet: Sheet | null): boolean {
  return ["list", "removed", "cards", "queue", "pairs", "merge"].includes(sheet?.kind ?? "");
}

/** Two sheets of one key are the same sheet, with the same form in it. */
export function sheetKey(sheet: Sheet | null): string {
  if (sheet === null) return "";
  if ("connection" in sheet) return `${sheet.kind} ${sheet.connection}`;
  return "place" in sheet ? `${sheet.kind} ${sheet.place}` : sheet.kind;
}
