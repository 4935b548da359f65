import type { Json } from "./protocol";

/** Tell whether two JSON values are the same; the order of names does not matter. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = Object.entries(one);
  return left.length === Object.keys(other).length && left.every(([name, value]) => has(other, name, value));
}

function has(holder: object, name: string, value: Json): boolean {
  return Object.prototype.hasOwnProperty.call(holder, name) && sameJson(value, (holder as Record<string, Json>)[name]);
}
