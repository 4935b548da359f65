/** Reads what the server sends. What does not have the form of the protocol is null, and never half understood. */

import type { News, ServerMessage, WireChange, WireRecord } from "./protocol";
import type { Snapshot } from "./records";

type Loose = Record<string, unknown>;

/** Read one message; null if it is none of the closed list. */
export function readMessage(text: string): ServerMessage | null {
  const value = parsed(text);
  return isMessage(value) ? value : null;
}

/** Read a list of messages: the answers to a request. */
export function readMessages(text: string): readonly ServerMessage[] | null {
  const value = parsed(text);
  return Array.isArray(value) && value.every(isMessage) ? value : null;
}

/** Read the answer to a page that polls. */
export function readNews(text: string): News | null {
  const value = parsed(text);
  if (!isLoose(value) || !isCount(value["edition"])) return null;
  const { catch_up, presence, edition } = value;
  if (!isMessage(catch_up) || catch_up.type !== "catch_up") return null;
  if (presence !== null && !(isMessage(presence) && presence.type === "presence")) return null;
  return { catch_up, presence, edition };
}

export function readSnapshot(text: string): Snapshot | null {
  const value = parsed(text);
  return isLoose(value) && isCount(value["number"]) && isListOf(value["records"], isRecord)
    ? { number: value["number"], records: value["records"] }
    : null;
}

/** Return the code of a refusal in our server's own form; null if this is none. */
export function codeOf(text: string): string | null {
  const value = parsed(text);
  return isLoose(value) && areTexts(value["code"], value["message"]) ? String(value["code"]) : null;
}

const FORMS: Record<ServerMessage["type"], (message: Loose) => boolean> = {
  welcome: (message) => areTexts(message["session"], message["person"], message["role"]) && isCount(message["number"]),
  catch_up: (message) =>
    isCount(message["after"]) &&
    (message["snapshot"] === null || isCount(message["snapshot"])) &&
    isCount(message["number"]) &&
    isListOf(message["changes"], isChange),
  entry: (message) => isCount(message["number"]) && isListOf(message["changes"], isChange),
  already: (message) => areTexts(message["operation"]) && isCount(message["number"]),
  refused: (message) => areTexts(message["operation"], message["reason"], message["message"]),
  presence: (message) => isCount(message["count"]) && isListOf(message["people"], isLoose),
  pong: () => true,
  closing: (message) => areTexts(message["reason"]),
};

function isMessage(value: unknown): value is ServerMessage {
  if (!isLoose(value) || typeof value["type"] !== "string" || !Object.keys(FORMS).includes(value["type"])) return false;
  return FORMS[value["type"] as ServerMessage["type"]](value);
}

function isChange(value: unknown): value is WireChange {
  return isLoose(value) && (isRecord(value["put"]) || isText(value["remove"]));
}

function isRecord(value: unknown): value is WireRecord {
  // Asked a thousand times when a round is shown: no lists are made for it.
  if (!isLoose(value) || !isText(value["kind"]) || !isText(value["id"]) || !isCount(value["version"])) return false;
  // Most records stand on nothing, and a snapshot leaves that out.
  value["stands_on"] ??= [];
  return isLoose(value["fields"]) && isListOf(value["stands_on"], isText);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[];
function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[];
function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function areTexts(...values: unknown[]): boolean {
  return values.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
