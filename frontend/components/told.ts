/** Refusals, which the server words in English for logs, scripts and pages alike: each page shows them in its own language. */

import type { Catalogue } from "./words";

const GAP = /\{(\w+)\}/g;

/** A refusal in the page's language; in English where its catalogue does not know it. */
export function told(message: string, catalogue: Catalogue | undefined = globalThis.kithmapWords): string {
  if (catalogue === undefined) return message;
  const whole = catalogue.words[message];
  if (typeof whole === "string") return whole;
  const fitting = Object.keys(catalogue.told).sort((one, other) => fixed(other) - fixed(one));
  for (const english of fitting) {
    const values = valuesIn(message, english);
    if (values !== null) return (catalogue.told[english] as string).replace(GAP, (gap, name: string) => told(values[name] ?? gap, catalogue));
  }
  return message;
}

/** How many letters of a sentence are its own: of two that fit, the one that says more is meant. */
function fixed(english: string): number {
  return english.replace(GAP, "").length;
}

/** What stands in a sentence's gaps, or null if the message is another sentence. */
function valuesIn(message: string, english: string): Readonly<Record<string, string>> | null {
  const names: string[] = [];
  const parts = english.split(GAP).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    const known = names.indexOf(part);
    if (known >= 0) return `\\${known + 1}`;
    names.push(part);
    return "([\\s\\S]+?)";
  });
  const values = new RegExp(`^${parts.join("")}$`).exec(message);
  return values && Object.fromEntries(names.map((name, index) => [name, values[index + 1] as string]));
}
