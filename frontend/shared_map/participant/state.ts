/** What the person is in the middle of: a task on the map, and a sheet over it. Each holds all that it needs to go on. */

import type { ConnectionDraft } from "../../components/connection_form/draft";
import type { PlaceDraft } from "../../components/place_form/draft";
import type { Task } from "../task";
import type { PlacedGeometry } from "../wishes";

/** What somebody tells of a place that is not on the map yet. */
export interface Telling {
  readonly kind: "tell";
  readonly place: string;
  readonly geometry: PlacedGeometry;
  readonly draft: PlaceDraft;
  /** On this phone only, to try it out. */
  readonly practice: boolean;
  /** The refused operation that this one takes the place of. */
  readonly corrects: string | null;
}

export interface Joining {
  readonly kind: "connect";
  readonly connection: string;
  readonly start: string;
  readonly end: string;
  readonly draft: ConnectionDraft;
  readonly corrects: string | null;
}

export interface Changing {
  readonly kind: "change";
  readonly place: string;
  readonly draft: PlaceDraft;
  readonly corrects: string | null;
}

export interface ChangingConnection {
  readonly kind: "change_connection";
  readonly connection: string;
  readonly draft: ConnectionDraft;
  readonly corrects: string | null;
}

export type Sheet =
  | { readonly kind: "place"; readonly place: string }
  | { readonly kind: "list"; readonly mineOnly: boolean }
  /** The list, to choose a place of a connection from. */
  | { readonly kind: "choose" }
  | { readonly kind: "shape" | "by_words" | "help" | "end" }
  | { readonly kind: "words"; readonly words: string }
  | Telling
  | Joining
  | Changing
  | ChangingConnection;

export interface PhoneState {
  readonly task: Task;
  readonly sheet: Sheet | null;
}

/** Two sheets of one key are the same sheet, with the same form in it. */
export function sheetKey(sheet: Sheet | null): string {
  if (sheet === null) return "";
  if ("connection" in sheet) return `${sheet.kind} ${sheet.connection}`;
  return "place" in sheet ? `${sheet.kind} ${sheet.place}` : sheet.kind;
}
