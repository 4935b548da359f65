import { beforeEach, describe, expect, test } from "vitest";
import { ADOPT_EVERY, type SyncClient } from "./client";
import type { Fields } from "./protocol";
import { ANSWER_LIMIT } from "./sending";
import { TestClock } from "./testing/clock";
import { Device } from "./testing/page";
import { TestServer, type NoteKinds } from "./testing/server";

type Page = SyncClient<NoteKinds>;

let clock: TestClock;
let server: TestServer;
let device: Device;

beforeEach(() => {
  clock = new TestClock();
  server = new TestServer();
  device = new Device(server, clock, "ann");
});

/** Load a page and let it come to rest. */
async function loaded(on: Device = device, tab?: { text: string | null }): Promise<Page> {
  const page = on.load(tab);
  await rest();
  return page;
}

/** Let what is on its way arrive. */
async function rest(): Promise<void> {
  await clock.pass(500);
}

function titles(page: Page): unknown[] {
  return page.records.ofKind("note").map(({ fields }) => fields["title"]);
}

function put(page: Page, title: string): string {
  return page.submit("note.put", { note: page.newId(), title });
}

describe("a page", () => {
  test("begins from a snapshot and is live", async () => {
    const other = await loaded(new Device(server, clock, "bob"));
    put(other, "bench");
    await rest();
    const page = await loaded();
    expect(page.status).toEqual({ state: "live" });
    expect(page.records.number).toBe(server.number);
  });

  test("that begins with what came with it asks its line only for what follows", async () => {
    const other = await loaded(new Device(server, clock, "bob"));
    put(other, "bench");
    await rest();
    device.sockets = "hand";
    const page = device.load();
    const records = [...server.records.values()];
    expect(page.beginWith(server.catchUp(null), { number: server.number, records })).toBe(true);
    expect(titles(page)).toEqual(["bench"]);
    put(other, "tree");
    await rest();
    device.pair.isHeld = true;
    device.pair.accept();
    await rest();
    expect(JSON.parse(device.pair.toServer[0] ?? "")).toMatchObject({ type: "hello", after: 1 });
    device.pair.isHeld = false;
    device.carryToServer(device.pair);
    await rest();
    expect(titles(page)).toEqual(["bench", "tree"]);
    expect(page.beginWith(server.catchUp(null), { number: 0, records: [] })).toBe(false);
  });

  test("shows what was asked for at once, and the confirmed form in its place when it comes", async () => {
    const page = await loaded();
    const told: string[][] = [];
    page.records.subscribe((ids) => told.push([...ids]));
    const note = page.newId();
    page.submit("note.put", { note, title: "bench" });
    expect(titles(page)).toEqual(["bench"]);
    expect(page.records.pendingOn(note)).toHaveLength(1);
    await rest();
    expect(page.records.pendingOn(note)).toEqual([]);
    expect(page.records.get(note)?.version).toBe(1);
    expect(page.pending.list).toEqual([]);
    expect(told).toEqual([[note], [note]]);
  });

  test("tells how each operation ended", async () => {
    const page = await loaded();
    const ended: unknown[] = [];
    page.on("answered", ({ operation, outcome }) => ended.push([operation.payload["title"], outcome]));
    put(page, "bench");
    put(page, "refuse");
    await rest();
    expect(ended).toEqual(expect.arrayContaining([["bench", "accepted"], ["refuse", "refused"]]));
  });

  test("that the server refuses shows what is there, and keeps what was asked for until it is dismissed", async () => {
    const page = await loaded();
    const id = put(page, "refuse");
    await rest();
    expect(titles(page)).toEqual([]);
    expect(page.pending.list).toMatchObject([{ id, state: "refused", refusal: { reason: "bad_fields", message: "because bad_fields" } }]);
    page.tryAgain(id);
    await rest();
    expect(page.pending.list.map((each) => each.id)).not.toContain(id);
    page.dismiss(page.pending.list[0]?.id ?? "");
    expect(page.pending.list).toEqual([]);
  });

  test("submits together what belongs together: all or nothing", async () => {
    const page = await loaded();
    const wish = (title: string) => ({ kind: "note.put", payload: { note: title, title } }) as const;
    page.submitTogether([wish("a"), wish("refuse")]);
    page.submitTogether([wish("b"), wish("c")]);
    await rest();
    expect(titles(page)).toEqual(["b", "c"]);
    expect(page.pending.list.map(({ refusal }) => refusal?.reason)).toEqual(["with_others", "bad_fields"]);
  });

  test("that lacks a number asks for what is missing, once", async () => {
    const page = await loaded();
    const other = await loaded(new Device(server, clock, "bob"));
    device.isHeld = true;
    put(other, "one");
    put(other, "two");
    put(other, "three");
    await rest();
    device.pair.toPage.shift();
    while (device.pair.deliver());
    expect(device.pair.toServer.map((text) => JSON.parse(text) as unknown)).toEqual([{ type: "fetch", after: 0 }]);
    await device.release();
    expect(titles(page)).toEqual(["one", "two", "three"]);
    expect(page.records.number).toBe(3);
  });

  test("holds what arrives while its snapshot is on the way", async () => {
    device.http = "hand";
    const page = device.load();
    await clock.pass(0);
    const other = await loaded(new Device(server, clock, "bob"));
    const { request, answer } = device.requests[0] ?? expect.unreachable();
    const snapshot = server.answer(request, "ann", "participant");
    put(other, "meanwhile");
    await rest();
    expect(page.status.state).toBe("connecting");
    answer(snapshot);
    await rest();
    expect(page.status).toEqual({ state: "live" });
    expect(page.records.number).toBe(server.number);
  });

  test("whose snapshot was replaced meanwhile begins again", async () => {
    device.http = "hand";
    const page = device.load();
    await clock.pass(0);
    device.http = "answer";
    device.requests[0]?.answer({ status: 404, text: "", role: null });
    await rest();
    expect(page.status).toEqual({ state: "live" });
  });

  test("whose snapshot does not come dials again", async () => {
    device.http = "hand";
    const page = device.load();
    await clock.pass(0);
    device.http = "answer";
    device.requests[0]?.fail();
    await clock.pass(1_000);
    await rest();
    expect(device.pairs).toHaveLength(2);
    expect(page.status).toEqual({ state: "live" });
  });

  test("tells how its line is", async () => {
    const page = device.load();
    const told: string[] = [page.status.state];
    page.on("status", ({ state }) => told.push(state));
    await rest();
    device.sockets = "blocked";
    device.http = "away";
    device.drop(device.pair);
    await clock.pass(2_000);
    device.sockets = "accept";
    device.http = "answer";
    await clock.pass(20_000);
    await rest();
    expect(told).toEqual(["connecting", "live", "connecting", "offline", "connecting", "live"]);
  });

  test("hears who is here, and tells where it is, the latest only", async () => {
    const page = await loaded();
    device.isHeld = true;
    page.sendPresence({ state: "active" });
    page.sendPresence({ state: "idle" });
    page.sendPresence({ state: "active", spotlight: "n" });
    await clock.pass(1_000);
    expect(device.pair.taken()).toEqual([
      { type: "presence", state: "active" },
      { type: "presence", state: "active", spotlight: "n" },
    ]);
    const counts: number[] = [];
    page.on("presence", ({ count }) => counts.push(count));
    device.pair.tell({ type: "presence", count: 27, people: [], view: null, spotlight: null });
    expect([counts, page.presence?.count]).toEqual([[27], 27]);
  });

  test("tells where it is again on a new line", async () => {
    const page = await loaded();
    page.sendPresence({ state: "idle" });
    await clock.pass(1_000);
    device.drop(device.pair);
    device.isHeld = true;
    await clock.pass(1_000);
    device.carryToServer(device.pair);
    while (device.pair.deliver());
    expect(device.pair.taken()).toContainEqual({ type: "presence", state: "idle" });
  });

  test("that is closed says nothing more", async () => {
    const page = await loaded();
    page.close();
    put(page, "kept");
    await clock.pass(3_600_000);
    expect(device.pairs).toHaveLength(1);
    expect(device.store.rows.size).toBe(1);
  });

  test("whose sketch fails says so and sends all the same", async () => {
    const page = await loaded();
    const warnings: string[] = [];
    page.on("warning", ({ code }) => warnings.push(code));
    put(page, "undrawable");
    expect(titles(page)).toEqual([]);
    expect(warnings).toContain("sketch_failed");
    await rest();
    expect(titles(page)).toEqual(["undrawable"]);
  });
});

describe("the network goes and", () => {
  test("what was placed meanwhile is shown here, and appears elsewhere after its return, once", async () => {
    const page = await loaded();
    const bob = new Device(server, clock, "bob");
    const other = await loaded(bob);
    device.drop(device.pair);
    device.sockets = "blocked";
    device.http = "away";
    put(page, "bench");
    await clock.pass(60_000);
    expect(titles(page)).toEqual(["bench"]);
    expect(page.status).toEqual({ state: "offline" });
    device.sockets = "accept";
    device.http = "answer";
    device.wake();
    await rest();
    expect(titles(page)).toEqual(["bench"]);
    expect(titles(other)).toEqual(["bench"]);
    expect(server.log).toHaveLength(1);
  });

  test("the answer is lost: the same id is sent again and accepted once", async () => {
    const page = await loaded();
    device.isHeld = true;
    put(page, "bench");
    while (device.carryToServer(device.pair));
    device.drop(device.pair);
    await device.release();
    await clock.pass(1_000);
    await rest();
    expect(server.log).toHaveLength(1);
    expect(page.pending.list).toEqual([]);
    expect(titles(page)).toEqual(["bench"]);
  });

  test("an answer that never comes on a good line is asked for again", async () => {
    const page = await loaded();
    device.isHeld = true;
    put(page, "bench");
    device.pair.taken();
    await device.release();
    expect(server.log).toHaveLength(0);
    await clock.pass(ANSWER_LIMIT);
    await rest();
    expect(server.log).toHaveLength(1);
    expect(device.pairs).toHaveLength(1);
    expect(page.pending.list).toEqual([]);
  });

  test("offline edits are whole after the return, those of others too", async () => {
    const bob = new Device(server, clock, "bob");
    const [page, other] = [await loaded(), await loaded(bob)];
    device.drop(device.pair);
    device.sockets = "hand";
    put(page, "mine");
    put(other, "theirs");
    await rest();
    device.sockets = "accept";
    await clock.pass(20_000);
    await rest();
    expect([titles(page), titles(other)]).toEqual([["theirs", "mine"], ["theirs", "mine"]]);
  });

  test("a page that lacks too much begins from a snapshot and keeps what is pending", async () => {
    const bob = new Device(server, clock, "bob");
    const [page, other] = [await loaded(), await loaded(bob)];
    device.drop(device.pair);
    put(page, "mine");
    put(other, "theirs");
    await rest();
    server.forget();
    await clock.pass(5_000);
    await rest();
    expect(titles(page).sort()).toEqual(["mine", "theirs"]);
    expect(server.log).toHaveLength(2);
  });

  test("a server that came back from a backup lost an accepted operation: it is sent again", async () => {
    const page = await loaded();
    device.isHeld = true;
    put(page, "bench");
    while (device.carryToServer(device.pair));
    const entry = JSON.parse(device.pair.toPage.pop() ?? "") as { number: number };
    device.pair.toPage.push(JSON.stringify({ ...entry, number: 9 }));
    while (device.pair.deliver());
    expect(page.pending.isOut).toBe(false);
    device.drop(device.pair);
    server.log.length = 0;
    server.records.clear();
    await device.release();
    await clock.pass(5_000);
    expect(titles(page)).toEqual(["bench"]);
    expect(page.pending.list).toEqual([]);
    expect(server.log).toHaveLength(1);
  });

  test("what the server cannot store now is sent again after a pause, in order", async () => {
    const page = await loaded();
    server.isFull = true;
    put(page, "one");
    put(page, "two");
    await rest();
    expect(page.pending.list.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    server.isFull = false;
    await clock.pass(10_000);
    await rest();
    expect(titles(page)).toEqual(["one", "two"]);
  });

  test("what a fault of the server refuses holds up nothing", async () => {
    const page = await loaded();
    put(page, "faulty");
    put(page, "fine");
    await rest();
    expect(titles(page)).toEqual(["fine"]);
    expect(page.pending.list).toMatchObject([{ state: "refused", refusal: { reason: "fault" } }]);
  });

  test("where sockets are blocked all works by requests", async () => {
    device.sockets = "blocked";
    const page = await loaded();
    await clock.pass(2_000);
    expect(page.status).toEqual({ state: "polling" });
    put(page, "bench");
    await clock.pass(2_000);
    expect(server.log).toHaveLength(1);
    expect(page.pending.list).toEqual([]);
    const bob = new Device(server, clock, "bob");
    const other = await loaded(bob);
    put(other, "theirs");
    await rest();
    await clock.pass(5_000);
    expect(titles(page)).toEqual(["bench", "theirs"]);
  });
});

describe("a reload", () => {
  test("keeps what waits, and it is sent once", async () => {
    const tab = { text: null };
    const page = await loaded(device, tab);
    device.drop(device.pair);
    device.sockets = "hand";
    put(page, "one");
    put(page, "two");
    await clock.pass(10);
    page.close();
    device.sockets = "accept";
    const again = await loaded(device, tab);
    await rest();
    expect(titles(again)).toEqual(["one", "two"]);
    expect(server.log.map(({ operation }) => operation.payload["title"])).toEqual(["one", "two"]);
    expect(device.store.rows.size).toBe(0);
  });

  test("while an answer is on its way asks again under the same id", async () => {
    const tab = { text: null };
    const page = await loaded(device, tab);
    device.isHeld = true;
    put(page, "bench");
    while (device.carryToServer(device.pair));
    page.close();
    await device.release();
    await clock.pass(10);
    const again = await loaded(device, tab);
    await rest();
    expect(server.log).toHaveLength(1);
    expect(again.pending.list).toEqual([]);
    expect(device.store.rows.size).toBe(0);
  });

  test("keeps what was refused, with its reason", async () => {
    const tab = { text: null };
    const page = await loaded(device, tab);
    put(page, "refuse");
    await rest();
    page.close();
    const again = await loaded(device, tab);
    expect(again.pending.list).toMatchObject([{ state: "refused", refusal: { reason: "bad_fields" } }]);
  });

  test("that cannot read the device goes on and says so", async () => {
    device.store.isBroken = true;
    const page = device.load();
    const warnings: string[] = [];
    page.on("warning", ({ code }) => warnings.push(code));
    await rest();
    put(page, "bench");
    await rest();
    expect(warnings).toEqual(["not_kept"]);
    expect(server.log).toHaveLength(1);
  });
});

describe("two tabs of one person", () => {
  test("both work, and neither sends what the other has pending", async () => {
    const one = await loaded();
    const first = device.pair;
    first.isHeld = true;
    put(one, "waits in the first");
    await clock.pass(10);
    const two = await loaded();
    put(two, "from the second");
    await rest();
    expect(server.log.map(({ operation }) => operation.payload["title"])).toEqual(["from the second"]);
    expect(two.pending.list).toEqual([]);
    expect(one.pending.list).toHaveLength(1);
    first.isHeld = false;
    await device.release();
    expect([titles(one), titles(two)]).toEqual(Array(2).fill(["from the second", "waits in the first"]));
  });

  test("one takes over what the other left behind when it was closed", async () => {
    const one = await loaded();
    device.drop(device.pair);
    device.sockets = "hand";
    put(one, "left behind");
    await clock.pass(10);
    const two = device.load();
    await clock.pass(1_000);
    one.close();
    device.sockets = "accept";
    await clock.pass(ADOPT_EVERY + 20_000);
    await rest();
    expect(titles(two)).toEqual(["left behind"]);
    expect(server.log).toHaveLength(1);
    expect(device.store.rows.size).toBe(0);
  });

  test("one that slept and was taken for gone sends the same again, which is accepted once", async () => {
    const one = await loaded();
    const asleep = device.pair;
    asleep.drop();
    device.sockets = "hand";
    put(one, "bench");
    await clock.pass(10);
    const [row] = [...device.store.rows.values()];
    if (row !== undefined) device.store.rows.set(row.id, { ...row, tab: "a tab that does not answer" });
    device.sockets = "accept";
    await loaded();
    await clock.pass(20_000);
    await rest();
    expect(server.log).toHaveLength(1);
    expect(one.pending.list).toEqual([]);
  });
});

describe("who this is", () => {
  test("a change of role on an open line is told, and all is begun anew", async () => {
    const page = await loaded();
    const roles: string[] = [];
    page.on("me", ({ role }) => roles.push(role));
    put(page, "bench");
    await rest();
    const [session] = [...server.sessions];
    if (session === undefined) throw new Error("nobody is here");
    session.role = "facilitator";
    server.welcome(session);
    session.tell(server.catchUp(null));
    await rest();
    expect(roles).toEqual(["facilitator"]);
    expect(page.me.role).toBe("facilitator");
    expect(page.status).toEqual({ state: "live" });
    expect(titles(page)).toEqual(["bench"]);
  });

  test("another role on a new line begins anew, though the number is known", async () => {
    const page = await loaded();
    put(page, "bench");
    await rest();
    device.role = "projector";
    device.drop(device.pair);
    const greetings: number[] = [];
    page.on("me", () => greetings.push(1));
    await clock.pass(1_000);
    expect(page.me.role).toBe("projector");
    expect(greetings).toEqual([1]);
    expect(page.status).toEqual({ state: "live" });
    expect(titles(page)).toEqual(["bench"]);
  });

  test("another role by requests begins anew as well", async () => {
    device.sockets = "blocked";
    const page = await loaded();
    await clock.pass(2_000);
    put(page, "bench");
    await clock.pass(3_000);
    device.role = "projector";
    await clock.pass(5_000);
    expect(page.me.role).toBe("projector");
    expect(page.status).toEqual({ state: "polling" });
    expect(titles(page)).toEqual(["bench"]);
  });

  test("another person on this device gets nothing of what is pending here", async () => {
    const page = await loaded();
    device.drop(device.pair);
    device.sockets = "hand";
    put(page, "of ann");
    await clock.pass(10);
    device.sockets = "accept";
    device.person = "bob";
    await clock.pass(20_000);
    await rest();
    expect(page.status).toEqual({ state: "closed", reason: "someone_else" });
    expect(server.log).toEqual([]);
    expect(device.store.rows.size).toBe(1);
  });
});

test("the payload of a kind is checked by its type", () => {
  const page = device.load();
  // @ts-expect-error a note has a title
  page.submit("note.put", { note: "n" } satisfies Fields);
  // @ts-expect-error there is no such kind
  page.submit("note.burn", {});
  page.close();
});
