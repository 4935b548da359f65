/**
 * Seeded evenings on a bad network: lost and doubled messages, broken lines, sleeping phones, reloads, a full server.
 *
 * In the end nothing is lost and nothing doubled: what each person asked for was accepted once or is shown as refused, and
 * every page shows what the server holds. A failing evening names its seed; put it into SEEDS, where it stays.
 */

import { expect, test } from "vitest";
import type { SyncClient } from "./client";
import { chance } from "./testing/chance";
import { TestClock } from "./testing/clock";
import { Device, type Tab } from "./testing/page";
import { TestServer, type NoteKinds } from "./testing/server";

const EVENINGS = 60;
const STEPS = 120;
const SEEDS: readonly number[] = [20_261_141, 20_261_285];

interface Screen {
  readonly device: Device;
  readonly tab: Tab;
  page: SyncClient<NoteKinds>;
}

class Evening {
  readonly clock = new TestClock();
  readonly server = new TestServer();
  readonly random: () => number;
  readonly devices: Device[];
  readonly screens: Screen[] = [];
  /** Ids of all operations that somebody asked for. */
  readonly asked = new Set<string>();
  /** Those of them that were refused and asked for again: a copy that was on its way may still be accepted. */
  readonly askedAnew = new Set<string>();
  private count = 0;

  constructor(seed: number) {
    this.random = chance(seed);
    this.devices = ["ann", "bob", "cleo"].map((person) => new Device(this.server, this.clock, person));
    for (const device of this.devices) device.isHeld = true;
    for (const device of [...this.devices, this.devices[0]]) {
      if (device !== undefined) this.open(device, { text: null });
    }
  }

  async run(): Promise<void> {
    for (let step = 0; step < STEPS; step += 1) await this.step();
    await this.calm();
  }

  private open(device: Device, tab: Tab): void {
    this.screens.push({ device, tab, page: device.load(tab) });
  }

  private async step(): Promise<void> {
    const screen = this.pick(this.screens);
    const { device } = screen;
    const pair = this.pick(device.pairs);
    const deeds: [number, () => void | Promise<void>][] = [
      [24, () => this.ask(screen)],
      [30, () => void device.carryToServer(pair)],
      [30, () => void pair.deliver()],
      [14, () => this.clock.pass(this.random() * 1_500)],
      [4, () => this.clock.pass(this.random() * 30_000)],
      [3, () => void pair.toServer.push(...pair.toServer.slice(0, 1))],
      [3, () => void pair.toPage.push(...pair.toPage.slice(-1))],
      [2, () => void pair.toServer.splice(0, 1)],
      [2, () => void pair.toPage.splice(0, 1)],
      [3, () => device.drop(pair)],
      [2, () => void (device.sockets = this.pick(["accept", "accept", "blocked", "hand"] as const))],
      [2, () => void (device.http = this.pick(["answer", "answer", "away"] as const))],
      [2, () => device.wake()],
      [2, () => void (this.server.isFull = this.random() < 0.3)],
      [1, () => this.server.forget()],
      [3, () => this.reload(screen)],
      [1, () => this.dismissOrTryAgain(screen)],
    ];
    const total = deeds.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.random() * total;
    for (const [weight, deed] of deeds) {
      left -= weight;
      if (left < 0) return deed();
    }
  }

  private ask({ page }: Screen): void {
    const title = this.random() < 0.05 ? "refuse" : `note ${(this.count += 1)}`;
    const wish = { kind: "note.put", payload: { note: page.newId(), title } } as const;
    const [some] = page.records.ofKind("note");
    if (some !== undefined && this.random() < 0.2) this.asked.add(page.submit("note.remove", { note: some.id }));
    else if (this.random() < 0.15) page.submitTogether([wish, { ...wish, payload: { note: page.newId(), title: "beside it" } }]).forEach((id) => this.asked.add(id));
    else this.asked.add(page.submit("note.put", wish.payload));
  }

  private async reload(screen: Screen): Promise<void> {
    // What was asked for a moment ago is on the device: writing takes no longer than a step.
    await this.clock.pass(1_000);
    screen.page.close();
    if (this.random() < 0.3) screen.tab.text = null;
    screen.page = screen.device.load(screen.tab);
  }

  private dismissOrTryAgain({ page }: Screen): void {
    const refused = page.pending.list.find(({ state }) => state === "refused");
    if (refused === undefined) return;
    const before = new Set(page.pending.list.map(({ id }) => id));
    page.tryAgain(refused.id);
    const after = page.pending.list.map(({ id }) => id);
    for (const id of before) if (!after.includes(id)) this.askedAnew.add(id);
    for (const id of after) if (!before.has(id)) this.asked.add(id);
  }

  /** The network is good again, and everybody waits. */
  private async calm(): Promise<void> {
    this.server.isFull = false;
    for (const device of this.devices) {
      device.sockets = "accept";
      device.http = "answer";
      await device.release();
      device.wake();
    }
    await this.clock.pass(400_000);
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error("there is nothing to pick");
    return item;
  }
}

const seeds = [...SEEDS, ...Array.from({ length: EVENINGS }, (_, place) => 20_261_123 + place)];

test.each(seeds)("nothing is lost and nothing doubled on the evening of seed %i", async (seed) => {
  const evening = new Evening(seed);
  await evening.run();
  const { server, screens, asked, askedAnew } = evening;

  const accepted = server.log.map(({ operation }) => operation.id);
  expect(new Set(accepted).size).toBe(accepted.length);
  const refused = new Set(screens.flatMap(({ page }) => page.pending.list.map(({ id }) => id)));
  expect([...asked].filter((id) => !accepted.includes(id) && !refused.has(id) && !askedAnew.has(id))).toEqual([]);
  expect(accepted.filter((id) => !asked.has(id))).toEqual([]);

  const held = [...server.records.values()].sort(byVersion);
  for (const { page } of screens) {
    expect(page.status.state).toMatch(/live|polling/);
    expect(page.records.number).toBe(server.number);
    expect(page.pending.open).toEqual([]);
    expect(page.records.all()).toEqual(held);
    page.close();
  }
});

function byVersion(one: { version: number; id: string }, other: { version: number; id: string }): number {
  return one.version - other.version || (one.id < other.id ? -1 : 1);
}
