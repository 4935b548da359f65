/** Whose data a place is that came from a file: told wherever the place is told. */

import type { Fields } from "../sync/protocol";

/** Whether nobody in the room placed it, but a file of others did. */
export function isFromFile(fields: Fields): boolean {
  return (fields["placed"] as { source?: string } | undefined)?.source === "brought_in";
}

/** Whose data, of which day, on what terms and what must be printed beside it, in one line; empty for what people mapped. */
export function provenanceLine(fields: Fields): string {
  const told = fields["provenance"] as Readonly<Record<"whose" | "day" | "licence" | "attribution", string>> | undefined;
  if (told === undefined) return "";
  const parts = [`${told.whose}, ${told.day}`, told.licence, told.attribution];
  return parts.filter((part) => part !== "").map((part) => `${part.replace(/\.+$/, "")}.`).join(" ");
}
