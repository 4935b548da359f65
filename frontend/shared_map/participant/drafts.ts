/** What was typed and not added yet: kept when a form is closed by a slip of the thumb, and over a reload of the page. */

import type { PlaceDraft } from "../../components/place_form/draft";
import { EMPTY_PLACE } from "../../components/place_form/draft";

/** The part of the browser's storage that drafts need. */
export type DraftMemory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Drafts {
  private readonly name: string;
  private readonly memory: () => DraftMemory;
  private kept: PlaceDraft | null;

  /** `memory` may throw: where storage is switched off, a draft lasts as long as the page. */
  constructor(name: string, memory: () => DraftMemory) {
    this.name = name;
    this.memory = memory;
    this.kept = this.read();
  }

  /** The draft to go on with. */
  get place(): PlaceDraft {
    return this.kept ?? EMPTY_PLACE;
  }

  keep(draft: PlaceDraft): void {
    if (!hasWords(draft)) return this.drop();
    this.kept = draft;
    this.write((memory) => memory.setItem(this.name, JSON.stringify(draft)));
  }

  drop(): void {
    this.kept = null;
    this.write((memory) => memory.removeItem(this.name));
  }

  private read(): PlaceDraft | null {
    try {
      const text = this.memory().getItem(this.name);
      return text === null ? null : { ...EMPTY_PLACE, ...(JSON.parse(text) as Partial<PlaceDraft>) };
    } catch {
      return null;
    }
  }

  private write(job: (memory: DraftMemory) => void): void {
    try {
      job(this.memory());
    } catch {
      // It lasts as long as the page, then.
    }
  }
}

/** Whether anything would be lost with it. */
export function hasWords({ kind, title, note, meeting }: PlaceDraft): boolean {
  return [kind, title, note, meeting.who].some((text) => text.trim() !== "");
}
