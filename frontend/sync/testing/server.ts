/** A server small enough to be read at a glance: it numbers operations, keeps notes, and tells everyone. */

import type {
  CatchUp,
  ClientMessage,
  Fields,
  Role,
  ServerMessage,
  SubmittedOperation,
  WireChange,
  WireRecord,
} from "../protocol";
import type { Answer, Request } from "../surroundings";

/** What can be asked of it. A title of "refuse" is refused; one of "faulty" meets a fault. */
export type NoteKinds = {
  readonly "note.put": { readonly note: string; readonly title: string };
  readonly "note.remove": { readonly note: string };
};

export interface TestSession {
  readonly person: string;
  role: Role;
  tell(message: ServerMessage): void;
}

interface Logged {
  readonly operation: SubmittedOperation;
  readonly person: string;
  readonly changes: readonly WireChange[];
}

export class TestServer {
  readonly log: Logged[] = [];
  readonly records = new Map<string, WireRecord>();
  readonly sessions = new Set<TestSession>();
  /** Entries that a page may lack before it gets a snapshot instead. */
  remembered = 1_000;
  /** While true, operations wait for a time when the server can store. */
  isFull = false;
  private oldest = 0;

  get number(): number {
    return this.log.length;
  }

  receive(session: TestSession, message: ClientMessage): void {
    switch (message.type) {
      case "hello":
        this.sessions.add(session);
        this.welcome(session);
        return session.tell(this.catchUp(message.after));
      case "fetch":
        return session.tell(this.catchUp(message.after));
      case "ping":
        return session.tell({ type: "pong" });
      case "submit":
        this.submit(session, message.operations, message.together ?? false).forEach((answer) => session.tell(answer));
        return;
      case "presence":
        return;
    }
  }

  welcome(session: TestSession): void {
    const { person, role } = session;
    session.tell({ type: "welcome", protocol: 1, session: "s", person, role, number: this.number });
  }

  /** Answer a plain request of a person. */
  answer({ method, path, body }: Request, person: string, role: Role): Answer {
    const good = (value: unknown): Answer => ({ status: 200, text: JSON.stringify(value), role });
    const url = new URL(path, "http://kithmap.test");
    if (url.pathname.endsWith("/presence")) return good(null);
    if (method === "POST") {
      const { operations, together } = JSON.parse(body ?? "") as { operations: SubmittedOperation[]; together?: boolean };
      const asker: TestSession = { person, role, tell: () => undefined };
      return good(this.submit(asker, operations, together ?? false, true));
    }
    const snapshot = /\/snapshots\/(\d+)$/.exec(url.pathname);
    if (snapshot === null) {
      const after = url.searchParams.get("after");
      return good({ catch_up: this.catchUp(after === null ? null : Number(after)), presence: null, edition: 0 });
    }
    if (Number(snapshot[1]) !== this.number) return { status: 404, text: '{"code":"not_found","message":"gone"}', role };
    return good({ number: this.number, records: [...this.records.values()] });
  }

  catchUp(after: number | null): CatchUp {
    if (after === null || after < this.oldest || after < this.number - this.remembered || after > this.number) {
      return { type: "catch_up", after: 0, snapshot: this.number, number: this.number, changes: [] };
    }
    const ids = new Set(this.log.slice(after).flatMap(({ changes }) => changes.map(idOf)));
    const changes = [...ids].map((id): WireChange => {
      const record = this.records.get(id);
      return record === undefined ? { remove: id } : { put: record };
    });
    return { type: "catch_up", after, snapshot: null, number: this.number, changes };
  }

  /** Forget the way here: whoever lacks anything begins from a snapshot. */
  forget(): void {
    this.oldest = this.number;
  }

  private submit(
    asker: TestSession,
    operations: readonly SubmittedOperation[],
    together: boolean,
    wantsEntries = false,
  ): ServerMessage[] {
    const faults = operations.map((operation) => this.faultOf(operation));
    if (together && faults.some((fault) => fault !== null)) {
      return operations.map(({ id }, place) => refused(id, faults[place] ?? "with_others"));
    }
    return operations.flatMap((operation, place): ServerMessage[] => {
      const known = this.log.findIndex(({ operation: { id } }) => id === operation.id) + 1;
      if (known > 0) return [{ type: "already", operation: operation.id, number: known }];
      const fault = faults[place];
      if (fault !== null && fault !== undefined) return [refused(operation.id, fault)];
      const entry = this.accept(operation, asker.person);
      return wantsEntries || !this.sessions.has(asker) ? [entry] : [];
    });
  }

  private faultOf({ payload }: SubmittedOperation): "bad_fields" | "not_stored" | "fault" | null {
    if (this.isFull) return "not_stored";
    if (payload["title"] === "faulty") return "fault";
    return payload["title"] === "refuse" ? "bad_fields" : null;
  }

  private accept(operation: SubmittedOperation, person: string): ServerMessage {
    const number = this.number + 1;
    const changes = changesOf(operation, person, number);
    this.log.push({ operation, person, changes });
    for (const change of changes) {
      if ("put" in change) this.records.set(change.put.id, change.put);
      else this.records.delete(change.remove);
    }
    const { id, kind } = operation;
    const entry: ServerMessage = { type: "entry", number, operation: id, kind, person, at: "2026-11-23T10:00:00.000Z", changes };
    for (const session of this.sessions) session.tell(entry);
    return entry;
  }
}

/** A note as this server makes it of an operation; pages sketch with it as well. */
export function changesOf(
  { kind, payload }: { readonly kind: string; readonly payload: Fields },
  person: string,
  version: number,
): readonly WireChange[] {
  const id = String(payload["note"]);
  if (kind === "note.remove") return [{ remove: id }];
  const fields = { title: payload["title"] ?? "" };
  return [{ put: { kind: "note", id, author: person, audience: "everyone", version, fields, stands_on: [] } }];
}

function refused(operation: string, reason: "bad_fields" | "not_stored" | "fault" | "with_others"): ServerMessage {
  return { type: "refused", operation, reason, message: `because ${reason}` };
}

function idOf(change: WireChange): string {
  return "put" in change ? change.put.id : change.remove;
}
