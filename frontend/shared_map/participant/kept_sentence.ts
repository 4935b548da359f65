/** A sentence that is written and not sent yet: kept over a reload, and when the room moves on and comes back. */

import type { DraftMemory } from "./drafts";

export class KeptSentence {
  private readonly name: string;
  private readonly memory: () => DraftMemory;
  /** The sentence; null where none waits. */
  kept: string | null;

  /** `memory` may throw: where storage is switched off, the sentence lasts as long as the page. */
  constructor(name: string, memory: () => DraftMemory) {
    this.name = name;
    this.memory = memory;
    this.kept = null;
    this.attempt((storage) => (this.kept = storage.getItem(name)));
  }

  keep(sentence: string | null): void {
    this.kept = sentence;
    this.attempt((storage) =>
      sentence === null ? storage.removeItem(this.name) : storage.setItem(this.name, sentence),
    );
  }

  private attempt(job: (storage: DraftMemory) => void): void {
    try {
      job(this.memory());
    } catch {
      // It lasts as long as the page, then.
    }
  }
}
