/** What was taken off the map on this computer, so that it can be put back long after the message has gone. */

import type { RecordsView } from "../../sync/records";
import type { TabMemory } from "../../sync/surroundings";

export interface RemovedPlace {
  readonly place: string;
  readonly title: string;
}

/** More than these nobody looks through. */
const MOST = 30;

export class RemovedPlaces {
  private readonly memory: TabMemory;
  private list: readonly RemovedPlace[];

  constructor(memory: TabMemory) {
    this.memory = memory;
    this.list = read(memory.read());
  }

  /** The last taken off first. */
  get places(): readonly RemovedPlace[] {
    return this.list;
  }

  add(removed: RemovedPlace): void {
    this.become([removed, ...this.list.filter(({ place }) => place !== removed.place)].slice(0, MOST));
  }

  /** What is on the map again, by whatever way, is no longer taken off. */
  follow(changed: ReadonlySet<string>, records: RecordsView): void {
    const left = this.list.filter(({ place }) => !changed.has(place) || records.get(place) === undefined);
    if (left.length !== this.list.length) this.become(left);
  }

  private become(list: readonly RemovedPlace[]): void {
    this.list = list;
    this.memory.write(JSON.stringify(list));
  }
}

function read(written: string | null): readonly RemovedPlace[] {
  try {
    const list: unknown = JSON.parse(written ?? "[]");
    return Array.isArray(list) ? list.filter(isRemovedPlace) : [];
  } catch {
    return [];
  }
}

function isRemovedPlace(each: unknown): each is RemovedPlace {
  const { place, title } = (each ?? {}) as Partial<RemovedPlace>;
  return typeof place === "string" && typeof title === "string";
}
