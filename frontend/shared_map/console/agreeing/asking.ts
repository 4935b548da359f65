/** Asking for something from the desk's forms of agreeing. */

import type { OperationKind, OperationPayloads } from "../../../sync/protocol";
import type { Desk } from "../desk";

/** Ask, and say that it is done. */
export function ask<Kind extends OperationKind>({ live, deeds }: Desk, kind: Kind, payload: OperationPayloads[Kind], words: string): void {
  deeds.tell(live.wish(kind, payload).operation, words);
}

/** What stands in a form that was sent, without blanks around it. The form is empty again unless `keeps` says so. */
export function given(event: Event, keeps = false): FormData {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const values = new FormData(form);
  for (const [name, value] of [...values]) if (typeof value === "string" && values.getAll(name).length === 1) values.set(name, value.trim());
  if (!keeps) form.reset();
  return values;
}

/** One text field of a form; empty where there is none. */
export function text(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}
