import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { IndexedDbStore } from "./indexed_db";
import type { KeptOperation } from "./surroundings";

function row(id: string, more: Partial<KeptOperation> = {}): KeptOperation {
  return { id, tab: "t", place: 1, kind: "k", payload: { deep: [1, { x: null }] }, group: null, refusal: null, ...more };
}

const byId = (rows: readonly KeptOperation[]) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

test("operations come back as they were kept", async () => {
  const device = new IDBFactory();
  const rows = [row("a"), row("b", { group: "g", refusal: { reason: "removed", message: "It was removed." } })];
  await new IndexedDbStore(device, "w", "p").put(rows);
  expect(byId(await new IndexedDbStore(device, "w", "p").load())).toEqual(rows);
});

test("each workshop and each person has its own", async () => {
  const device = new IDBFactory();
  await new IndexedDbStore(device, "w1", "p1").put([row("a")]);
  expect(await new IndexedDbStore(device, "w1", "p2").load()).toEqual([]);
  expect(await new IndexedDbStore(device, "w2", "p1").load()).toEqual([]);
});

test("putting again replaces, removing removes", async () => {
  const store = new IndexedDbStore(new IDBFactory(), "w", "p");
  await store.put([row("a"), row("b")]);
  await store.put([row("a", { tab: "other" })]);
  await store.remove(["b", "never there"]);
  expect(await store.load()).toEqual([row("a", { tab: "other" })]);
});

test("a database that the phone closed is opened again", async () => {
  const device = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = device.open.bind(device);
  device.open = (...args) => {
    const request = open(...args);
    request.addEventListener("success", () => opened.push(request.result));
    return request;
  };
  const store = new IndexedDbStore(device, "w", "p");
  await store.put([row("a")]);
  opened[0]?.close();
  await store.put([row("b")]);
  expect(await store.load()).toHaveLength(2);
  expect(opened).toHaveLength(2);
});

test("a device that keeps nothing says so", async () => {
  const device = new IDBFactory();
  device.open = () => {
    throw new DOMException("private", "SecurityError");
  };
  await expect(new IndexedDbStore(device, "w", "p").load()).rejects.toThrow("private");
});

test("what cannot be stored is refused and not half kept", async () => {
  const store = new IndexedDbStore(new IDBFactory(), "w", "p");
  await expect(store.put([row("a"), row("b", { payload: () => undefined })])).rejects.toThrow();
  expect(await store.load()).toEqual([]);
});
