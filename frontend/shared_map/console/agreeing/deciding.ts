/** What the desk asks before it does it: letting a result stand, with a note of how like its area the room was, and hiding. */

import { DESK } from "../../../agreement/words";
import type { Item } from "../../../agreement/items";
import type { KithConfirm } from "../../../components/confirm/confirm";
import type { Desk } from "../desk";
import { ask } from "./asking";
import { STATEMENTS } from "./words";

export interface AgreeingDesk extends Desk {
  /** The server’s time, in milliseconds since 1970. */
  readonly serverNow: () => number;
  readonly deciding: Deciding;
}

/** Asks the server for the note; empty where it does not answer. */
export type AskStamp = () => Promise<string>;

export class Deciding {
  private readonly desk: Desk;
  private readonly confirm: Pick<KithConfirm, "ask">;
  private readonly askStamp: AskStamp;

  constructor(desk: Desk, confirm: Pick<KithConfirm, "ask">, askStamp: AskStamp) {
    this.desk = desk;
    this.confirm = confirm;
    this.askStamp = askStamp;
  }

  /** Let the result stand. The rule decided; what is added is only who was in the room. */
  async decide({ id, wording }: Item): Promise<void> {
    const room = await this.askStamp();
    ask(this.desk, "item.decide", { item: id, revision: wording.number, room }, DESK.done.decide);
  }

  /** Hide a statement, once the facilitator is sure. */
  async hide(item: string, statement: string): Promise<void> {
    const { sure: heading, sureWords: words, hide: yes, no } = STATEMENTS;
    const isSure = await this.confirm.ask({ heading, words, yes, no, danger: true });
    if (isSure) ask(this.desk, "minority.hide", { item, statement }, STATEMENTS.hidden);
  }
}

/** Ask the server how like its area a workshop's room is, in one sentence. A decision does not wait for ever on it. */
export async function askStamp(api: string, query: string): Promise<string> {
  try {
    const answer = await fetch(`${api}/balance?${query}`, { credentials: "same-origin", signal: AbortSignal.timeout(WAITS) });
    return answer.ok ? ((await answer.json()) as { readonly stamp: string }).stamp : "";
  } catch {
    return "";
  }
}

const WAITS = 4000;
