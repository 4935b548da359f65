/** A clock that a test moves by hand. */

import type { Clock, Timer } from "../surroundings";

interface Due {
  readonly at: number;
  readonly call: () => void;
}

export class TestClock implements Clock {
  time = Date.UTC(2026, 10, 23, 10);
  private due: Due[] = [];

  now = (): number => this.time;

  later = (milliseconds: number, call: () => void): Timer => {
    const own: Due = { at: this.time + Math.max(0, milliseconds), call };
    this.due.push(own);
    return { cancel: () => (this.due = this.due.filter((each) => each !== own)) };
  };

  /** Let so much time pass; what falls due is called in order, and what it promised is kept before the next. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      const call = next;
      this.due = this.due.filter((each) => each !== call);
      this.time = call.at;
      call.call();
      await settled();
    }
    this.time = end;
  }

  private next(end: number): Due | undefined {
    return this.due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Let every promise that can be kept now be kept. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 200; round += 1) await Promise.resolve();
}
