/** Joining two places: choose one, choose the other, then say how, where and why people connect. */

import { EMPTY_CONNECTION, type ConnectionDraft } from "../../components/connection_form/draft";
import { fill } from "../../components/words";
import { connectionDraft, connectionEditWish, connectionWish } from "../wishes";
import { titleOf } from "./listing";
import type { Phone } from "./phone";
import { LOOKING } from "../task";
import type { ChangingConnection, Joining as JoiningSheet } from "./state";
import { DONE, JOINING } from "./words";

export class Joining {
  private readonly phone: Phone;

  constructor(phone: Phone) {
    this.phone = phone;
  }

  /** Begin, with the first place where it is known already. */
  begin(start: string | null): void {
    if (this.phone.isBlocked()) return;
    this.phone.set({ task: { kind: "join", start }, sheet: null });
    this.phone.live.map.select(start);
  }

  /** A place was chosen, on the map or from the list. */
  choose(place: string): void {
    const { task } = this.phone.state;
    if (task.kind !== "join" || titleOf(this.phone.live.client.records, place) === null) return;
    if (task.start === null) return this.begin(place);
    this.phone.live.map.select(task.start);
    if (task.start === place) return this.phone.deeds.tell("join", JOINING.same);
    const connection = this.phone.live.client.newId();
    this.phone.set({
      sheet: { kind: "connect", connection, start: task.start, end: place, draft: EMPTY_CONNECTION, corrects: null },
    });
  }

  /** The form is filled in. */
  joined(sheet: JoiningSheet, draft: ConnectionDraft): void {
    if (this.phone.isBlocked()) return;
    const { live, deeds } = this.phone;
    if (sheet.corrects !== null) live.client.dismiss(sheet.corrects);
    deeds.ask(connectionWish(draft, sheet), fill(DONE.joined, { title: titleOf(live.client.records, sheet.end) ?? "" }));
    this.leave();
  }

  change(connection: string): void {
    const record = this.phone.live.client.records.get(connection);
    if (record?.kind !== "connection" || this.phone.isBlocked()) return;
    const draft = connectionDraft(record.fields);
    this.phone.set({ sheet: { kind: "change_connection", connection, draft, corrects: null } });
  }

  changed({ connection, corrects }: ChangingConnection, draft: ConnectionDraft): void {
    if (this.phone.isBlocked()) return;
    const { live, deeds } = this.phone;
    if (corrects !== null) live.client.dismiss(corrects);
    const record = live.client.records.get(connection);
    const wish = record === undefined ? null : connectionEditWish(record, draft);
    if (wish === null) deeds.tell(connection, DONE.unchanged);
    else deeds.ask(wish, DONE.connectionChanged);
    this.phone.set({ sheet: null });
  }

  remove(connection: string): void {
    if (this.phone.isBlocked()) return;
    this.phone.deeds.ask({ kind: "connection.remove", payload: { connection } }, DONE.connectionRemoved);
  }

  /** Leave; what was chosen is let go of. */
  leave(): void {
    this.phone.live.map.select(null);
    this.phone.set({ task: LOOKING, sheet: null });
  }
}
