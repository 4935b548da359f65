/** The guides that a workshop can follow, asked of the server when somebody wants to choose. */

import type { OperationPayloads } from "../sync/protocol";

export interface OfferedGuide {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly language: string;
  readonly own: boolean;
}

/** How the server is asked: the browser's own way, or a test's. */
export type Asking = (path: string) => Promise<unknown>;

export async function askServer(path: string): Promise<unknown> {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export async function offeredGuides(ask: Asking): Promise<readonly OfferedGuide[]> {
  return (await ask("/api/guides")) as readonly OfferedGuide[];
}

/** The run sheet that some guides make together. */
export async function runSheetOf(keys: readonly string[], ask: Asking): Promise<OperationPayloads["run_sheet.choose"]> {
  const query = keys.map((key) => `guide=${encodeURIComponent(key)}`).join("&");
  return (await ask(`/api/guides/run-sheet?${query}`)) as OperationPayloads["run_sheet.choose"];
}
