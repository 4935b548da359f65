import { expect, test } from "vitest";
import { Keeper, READING_LIMIT } from "./keeping";
import type { KeptOperation, TabMemory } from "./surroundings";
import { ROLL_CALL, Tabs } from "./tabs";
import { TestClock } from "./testing/clock";
import { MemoryStore, TestChannels } from "./testing/page";

function memory(text: string | null = null): TabMemory & { text: string | null } {
  return {
    text,
    read() {
      return this.text;
    },
    write(written) {
      this.text = written;
    },
  };
}

function browser() {
  const clock = new TestClock();
  const channels = new TestChannels();
  let count = 0;
  const open = (own: TabMemory = memory()): Tabs => new Tabs(clock, channels.join(), own, () => `tab${(count += 1)}`);
  const after = async <Value>(call: Promise<Value>): Promise<Value> => {
    await clock.pass(ROLL_CALL);
    return call;
  };
  return { clock, open, after };
}

function row(id: string, tab: string): KeptOperation {
  return { id, tab, place: 0, kind: "k", payload: {}, group: null, refusal: null };
}

test("a tab keeps its id over a reload", async () => {
  const { open, after } = browser();
  const own = memory();
  const before = open(own);
  await after(before.rollCall());
  before.close();
  const again = open(own);
  await after(again.rollCall());
  expect(again.id).toBe(before.id);
});

test("living tabs answer a roll call, closed ones do not", async () => {
  const { open, after } = browser();
  const [one, two, three] = [open(), open(), open()] as const;
  two.close();
  expect(await after(one.rollCall())).toEqual(new Set([three.id]));
});

test("a duplicated tab, which brings a copy of the id, takes its own", async () => {
  const { open, after } = browser();
  const first = open(memory("t"));
  await after(first.rollCall());
  const copied = memory("t");
  const copy = open(copied);
  const living = await after(copy.rollCall());
  expect(first.id).toBe("t");
  expect(copy.id).not.toBe("t");
  expect(copied.text).toBe(copy.id);
  expect(living).toEqual(new Set(["t"]));
});

test("of two copies that begin at once exactly one keeps the id", async () => {
  const { clock, open } = browser();
  const copies = [open(memory("t")), open(memory("t"))];
  const calls = copies.map((each) => each.rollCall());
  await clock.pass(ROLL_CALL);
  await Promise.all(calls);
  expect(copies.filter(({ id }) => id === "t")).toHaveLength(1);
});

test("without a channel every other tab counts as gone", async () => {
  const tabs = new Tabs(new TestClock(), null, memory(), () => "t");
  expect(await tabs.rollCall()).toEqual(new Set());
});

test("a tab takes up its own queue and that of tabs that are gone, not of living ones", async () => {
  const { clock, open, after } = browser();
  const store = new MemoryStore();
  const living = open();
  const tabs = open(memory("mine"));
  await store.put([row("a", "mine"), row("b", "gone"), row("c", living.id)]);
  const keeper = new Keeper(store, tabs, clock, () => expect.unreachable());
  expect((await after(keeper.open())).map(({ id }) => id)).toEqual(["a", "b"]);
  living.close();
  expect((await after(keeper.leftBehind())).map(({ id }) => id)).toEqual(["b", "c"]);
});

test("what is asked for before the device was read is written under the tab's final id", async () => {
  const { clock, open, after } = browser();
  const store = new MemoryStore();
  open(memory("t"));
  const copy = open(memory("t"));
  const keeper = new Keeper(store, copy, clock, () => expect.unreachable());
  keeper.put([row("a", "")]);
  await after(keeper.open());
  await keeper.written;
  expect(store.rows.get("a")?.tab).toBe(copy.id);
});

test("writes happen in the order in which they were asked for", async () => {
  const { clock, open, after } = browser();
  const store = new MemoryStore();
  const keeper = new Keeper(store, open(), clock, () => expect.unreachable());
  keeper.put([row("a", "")]);
  keeper.remove(["a"]);
  keeper.put([row("b", "")]);
  await after(keeper.open());
  await keeper.written;
  expect([...store.rows.keys()]).toEqual(["b"]);
});

test.each([["no storage"], ["storage that fails"], ["storage that never answers"]])("with %s a page goes on and says so once", async (kind) => {
  const { clock, open } = browser();
  const store = new MemoryStore();
  store.isBroken = kind === "storage that fails";
  if (kind === "storage that never answers") store.load = () => new Promise(() => undefined);
  let said = 0;
  const keeper = new Keeper(kind === "no storage" ? null : store, open(), clock, () => (said += 1));
  const opening = keeper.open();
  await clock.pass(ROLL_CALL + READING_LIMIT);
  expect(await opening).toEqual([]);
  keeper.put([row("a", "")]);
  keeper.remove(["a"]);
  await keeper.written;
  expect(said).toBe(1);
});

test("a device that is full meanwhile says so once, and what fits later is kept", async () => {
  const { clock, open, after } = browser();
  const store = new MemoryStore();
  let said = 0;
  const keeper = new Keeper(store, open(), clock, () => (said += 1));
  await after(keeper.open());
  store.isBroken = true;
  keeper.put([row("a", "")]);
  keeper.put([row("b", "")]);
  await keeper.written;
  store.isBroken = false;
  keeper.put([row("c", "")]);
  await keeper.written;
  expect(said).toBe(1);
  expect([...store.rows.keys()]).toEqual(["c"]);
});
