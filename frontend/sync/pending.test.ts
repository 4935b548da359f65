import { expect, test } from "vitest";
import { MOST_BYTES, Pending, type Wish } from "./pending";
import type { KeptOperation } from "./surroundings";

class Kept {
  readonly rows = new Map<string, Omit<KeptOperation, "tab">>();
  put(rows: readonly Omit<KeptOperation, "tab">[]): void {
    rows.forEach((row) => this.rows.set(row.id, row));
  }
  remove(ids: readonly string[]): void {
    ids.forEach((id) => this.rows.delete(id));
  }
}

function begun(): { pending: Pending; kept: Kept } {
  let count = 0;
  const kept = new Kept();
  return { pending: new Pending(() => `id${String((count += 1)).padStart(3, "0")}`, kept), kept };
}

function wish(title: string): Wish {
  return { kind: "note.put", payload: { note: title, title } };
}

function titles(pending: Pending): unknown[] {
  return pending.list.map(({ payload }) => payload["title"]);
}

function sentIds(pending: Pending): string[] | undefined {
  return pending.nextBatch()?.operations.map(({ id }) => id);
}

function row(id: string, place: number, more: Partial<KeptOperation> = {}): KeptOperation {
  return { id, place, tab: "t", kind: "note.put", payload: { title: id }, group: null, refusal: null, ...more };
}

const NO = { reason: "not_yours", message: "Someone else added this." };

test("what is asked for waits, is kept on the device, and is sent in order in one message", () => {
  const { pending, kept } = begun();
  pending.add([wish("a")]);
  pending.add([wish("b")]);
  expect(pending.list.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  expect([...kept.rows.keys()]).toEqual(["id001", "id002"]);
  expect(pending.nextBatch()).toEqual({
    operations: [
      { id: "id001", ...wish("a") },
      { id: "id002", ...wish("b") },
    ],
    together: false,
  });
  expect(pending.list.map(({ state }) => state)).toEqual(["sent", "sent"]);
});

test("while an answer is out nothing follows, so that nothing can overtake", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.nextBatch();
  pending.add([wish("b")]);
  expect(pending.nextBatch()).toBeNull();
  pending.land("id001", 5);
  expect(sentIds(pending)).toEqual(["id002"]);
});

test("what was accepted goes once the records have come so far", () => {
  const { pending, kept } = begun();
  pending.add([wish("a")]);
  pending.nextBatch();
  pending.land("id001", 5);
  expect(pending.settle(4)).toEqual([]);
  expect(titles(pending)).toEqual(["a"]);
  expect(pending.settle(5).map(({ id }) => id)).toEqual(["id001"]);
  expect(titles(pending)).toEqual([]);
  expect(kept.rows.size).toBe(0);
});

test("after a lost line the same ids are sent again", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.add([wish("b")]);
  const first = sentIds(pending);
  pending.takeBack();
  expect(sentIds(pending)).toEqual(first);
});

test("what belongs together goes alone in its message, whole", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.add([wish("b"), wish("c")]);
  pending.add([wish("d")]);
  const messages = [1, 2, 3].map(() => {
    const batch = pending.nextBatch();
    batch?.operations.forEach(({ id }) => pending.land(id, 1));
    return [batch?.together, batch?.operations.map(({ payload }) => payload["title"])];
  });
  expect(messages).toEqual([
    [false, ["a"]],
    [true, ["b", "c"]],
    [false, ["d"]],
  ]);
});

test("a message holds a hundred operations at most, and what the server takes in bytes", () => {
  const { pending } = begun();
  for (let count = 0; count < 130; count += 1) pending.add([wish(`n${count}`)]);
  expect(pending.nextBatch()?.operations).toHaveLength(100);
  const { pending: heavy } = begun();
  for (let count = 0; count < 5; count += 1) heavy.add([wish("é".repeat(MOST_BYTES / 10))]);
  expect(heavy.nextBatch()?.operations).toHaveLength(2);
});

test("what is too long for any message is refused here, kept, and holds up nothing", () => {
  const { pending, kept } = begun();
  pending.add([wish("é".repeat(MOST_BYTES / 2))]);
  pending.add([wish("b")]);
  expect(pending.list[0]).toMatchObject({ state: "refused", refusal: { reason: "too_much" } });
  expect(kept.rows.size).toBe(2);
  expect(sentIds(pending)).toEqual(["id002"]);
});

test("a refused operation stays with its reason until it is dismissed", () => {
  const { pending, kept } = begun();
  pending.add([wish("a")]);
  pending.nextBatch();
  pending.refuse("id001", NO);
  expect(pending.list[0]).toMatchObject({ state: "refused", refusal: NO });
  expect(kept.rows.get("id001")?.refusal).toEqual(NO);
  expect(pending.nextBatch()).toBeNull();
  pending.dismiss("id001");
  expect(titles(pending)).toEqual([]);
  expect(kept.rows.size).toBe(0);
});

test("trying again asks under a new id, at the end", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.add([wish("b")]);
  pending.refuse("id001", NO);
  pending.tryAgain("id001");
  expect(pending.list.map(({ id, payload, state }) => [id, payload["title"], state])).toEqual([
    ["id002", "b", "waiting"],
    ["id003", "a", "waiting"],
  ]);
});

test("only what is refused can be dismissed or tried again", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.dismiss("id001");
  expect(pending.tryAgain("id001")).toEqual([]);
  expect(titles(pending)).toEqual(["a"]);
});

test("what was refused together is tried again together", () => {
  const { pending } = begun();
  const [first] = pending.add([wish("a"), wish("b")]);
  const group = first?.group;
  pending.nextBatch();
  pending.list.forEach(({ id }) => pending.refuse(id, NO));
  const again = pending.tryAgain(pending.list[1]?.id ?? "");
  expect(again.map(({ payload }) => payload["title"])).toEqual(["a", "b"]);
  expect(new Set(again.map((each) => each.group)).size).toBe(1);
  expect(again[0]?.group).not.toBe(group);
  expect(pending.nextBatch()?.together).toBe(true);
});

test("what the server could not store waits in its place, however long that lasts", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.add([wish("b")]);
  for (let tries = 0; tries < 100; tries += 1) {
    expect(sentIds(pending)).toEqual(["id001", "id002"]);
    pending.postpone("id001");
    pending.takeBack();
  }
  expect(pending.list.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
});

test.each([["the cause first"], ["the cause last"]])("a group waits whole when one of it could not be stored: %s", (order) => {
  const { pending } = begun();
  pending.add([wish("a"), wish("b"), wish("c")]);
  const ids = sentIds(pending) ?? [];
  const cause = order === "the cause first" ? ids[0] : ids[2];
  for (const id of ids) {
    if (id === cause) pending.postpone(id);
    else pending.refuse(id, { reason: "with_others", message: "" });
  }
  expect(pending.list.map(({ state, refusal }) => [state, refusal])).toEqual(Array(3).fill(["waiting", null]));
  expect(sentIds(pending)).toEqual(ids);
});

test("a refused operation that was accepted after all, sent by a tab that slept, goes", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.refuse("id001", NO);
  pending.land("id001", 3);
  expect(pending.settle(3)).toHaveLength(1);
});

test("an answer that comes late changes nothing that is accepted", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.land("id001", 3);
  expect(pending.refuse("id001", NO)).toBeNull();
  pending.postpone("id001");
  expect(pending.settle(3)).toHaveLength(1);
});

test("answers to what is not known here are passed over", () => {
  const { pending } = begun();
  pending.land("x", 3);
  expect(pending.refuse("x", NO)).toBeNull();
  pending.postpone("x");
});

test("what was kept comes before what was asked for since, in its old order and states", () => {
  const { pending, kept } = begun();
  pending.add([wish("new")]);
  pending.restore([row("b", 1), row("r", 2, { refusal: NO }), row("a", 0)]);
  expect(titles(pending)).toEqual(["a", "b", "r", "new"]);
  expect(pending.list.map(({ state }) => state)).toEqual(["waiting", "waiting", "refused", "waiting"]);
  expect([...kept.rows.values()].map(({ place }) => place).sort()).toEqual([0, 1, 2, 3]);
});

test("what is here already is not taken up twice", () => {
  const { pending } = begun();
  pending.add([wish("a")]);
  pending.restore([row("id001", 0)]);
  expect(titles(pending)).toEqual(["a"]);
});

test("subscribers are told the list after each change", () => {
  const { pending } = begun();
  const told: string[][] = [];
  pending.subscribe((list) => told.push(list.map(({ state }) => state)));
  pending.add([wish("a")]);
  pending.nextBatch();
  pending.refuse("id001", NO);
  pending.dismiss("id001");
  pending.takeBack();
  expect(told).toEqual([["waiting"], ["sent"], ["refused"], []]);
});
