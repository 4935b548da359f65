/**
 * Keeps the pending operations on the device, as well as the device lets us.
 *
 * Writes happen one after another in the order in which they were asked for, behind the first reading. Where storage is
 * full, private or broken, the page goes on from memory and says so once.
 */

import type { Keeping } from "./pending";
import type { Clock, KeptOperation, PendingStore } from "./surroundings";
import type { Tabs } from "./tabs";

/** Milliseconds that reading may take; a browser's storage sometimes never answers, and sending must not wait for it. */
export const READING_LIMIT = 3_000;

export class Keeper implements Keeping {
  private store: PendingStore | null;
  private readonly tabs: Tabs;
  private readonly clock: Clock;
  private readonly troubled: () => void;
  private writes: Promise<void>;
  private begin: () => void = () => undefined;
  private said = false;

  /** `troubled` is called once, when something could not be kept. */
  constructor(store: PendingStore | null, tabs: Tabs, clock: Clock, troubled: () => void) {
    this.store = store;
    this.tabs = tabs;
    this.clock = clock;
    this.troubled = troubled;
    this.writes = new Promise((begin) => (this.begin = begin));
  }

  /** Return what this tab kept before a reload, and what tabs that are gone left behind. */
  async open(): Promise<readonly KeptOperation[]> {
    const living = await this.tabs.rollCall();
    const kept = await this.read();
    this.begin();
    return kept.filter(({ tab }) => tab === this.tabs.id || !living.has(tab));
  }

  /** Return what tabs that are gone by now left behind. */
  async leftBehind(): Promise<readonly KeptOperation[]> {
    const living = await this.tabs.rollCall();
    const kept = await this.read();
    return kept.filter(({ tab }) => tab !== this.tabs.id && !living.has(tab));
  }

  put(operations: readonly Omit<KeptOperation, "tab">[]): void {
    this.write((store) => store.put(operations.map((each) => ({ ...each, tab: this.tabs.id }))));
  }

  remove(ids: readonly string[]): void {
    this.write((store) => store.remove(ids));
  }

  /** Resolved once all that was asked for so far is on the device. */
  get written(): Promise<void> {
    return this.writes;
  }

  private async read(): Promise<readonly KeptOperation[]> {
    const { store } = this;
    if (store === null) {
      this.trouble();
      return [];
    }
    try {
      return await this.inTime(store.load());
    } catch {
      this.store = null;
      this.trouble();
      return [];
    }
  }

  private write(job: (store: PendingStore) => Promise<void>): void {
    this.writes = this.writes
      .then(() => (this.store === null ? undefined : job(this.store)))
      .catch(() => this.trouble());
  }

  private inTime<Value>(reading: Promise<Value>): Promise<Value> {
    return Promise.race([reading, new Promise<never>((_, reject) => void this.clock.later(READING_LIMIT, reject))]);
  }

  private trouble(): void {
    if (this.said) return;
    this.said = true;
    this.troubled();
  }
}
