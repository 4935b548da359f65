/** Joining two places for somebody: choose one, choose the other, then say how, where and why people connect. */

import { EMPTY_CONNECTION, type ConnectionDraft } from "../../components/connection_form/draft";
import { fill } from "../../components/words";
import { titleOf } from "../participant/listing";
import { connectionDraft, connectionEditWish, connectionWish } from "../wishes";
import type { Desk } from "./desk";
import { calledOf } from "./for_whom";
import { SEATED } from "./seated_words";
import { LOOKING } from "../task";
import type { ChangingConnection, Connecting } from "./state";
import { DONE } from "./words";

export class Joining {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** Begin, with the first place where it is known already. */
  begin(start: string | null): void {
    const { deeds, live } = this.desk;
    if (live.workshop?.life === "closed") return deeds.tell("closed", DONE.notOpen);
    this.desk.set({ task: { kind: "join", start }, sheet: null, selected: null });
    live.map.select(start);
  }

  /** A place was chosen, on the map or from the list. */
  choose(place: string): void {
    const { state, live, deeds } = this.desk;
    if (state.task.kind !== "join" || titleOf(live.client.records, place) === null) return;
    const { start } = state.task;
    if (start === null) return this.begin(place);
    live.map.select(start);
    if (start === place) return deeds.tell("join", DONE.same);
    const connection = live.client.newId();
    this.desk.set({ sheet: { kind: "connect", connection, start, end: place, draft: EMPTY_CONNECTION } });
  }

  /** The form is filled in. */
  joined({ connection, start, end }: Connecting, draft: ConnectionDraft): void {
    const { live, deeds, state } = this.desk;
    const title = (id: string): string => titleOf(live.client.records, id) ?? "";
    const { forWhom, source } = state;
    const wish = connectionWish(draft, { connection, start, end, source, onBehalf: forWhom?.person });
    const ends = { start: title(start), end: title(end) };
    deeds.ask(wish, forWhom === null ? fill(DONE.joined, ends) : fill(SEATED.joined, { who: calledOf(forWhom), ...ends }));
    live.map.select(null);
    this.desk.set({ task: LOOKING, sheet: null });
  }

  change(connection: string): void {
    const record = this.desk.live.client.records.get(connection);
    if (record?.kind !== "connection") return;
    this.desk.set({ sheet: { kind: "change_connection", connection, draft: connectionDraft(record.fields) } });
  }

  changed({ connection }: ChangingConnection, draft: ConnectionDraft): void {
    const record = this.desk.live.client.records.get(connection);
    const wish = record === undefined ? null : connectionEditWish(record, draft);
    if (wish === null) this.desk.deeds.tell(connection, DONE.unchanged);
    else this.desk.deeds.ask(wish, DONE.connectionChanged);
    this.desk.set({ sheet: null });
  }

  remove(connection: string): void {
    this.desk.deeds.ask({ kind: "connection.remove", payload: { connection } }, DONE.connectionRemoved);
  }
}
