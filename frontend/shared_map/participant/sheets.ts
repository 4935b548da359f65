/** The sheets' script, which comes after the map: little of it is wanted before somebody presses something. */

import type { TemplateResult } from "lit";
import type { Clock } from "../../sync/surroundings";
import type { ParticipantPage } from "./page";

export type SheetView = (page: ParticipantPage) => TemplateResult;

/** Milliseconds until another try, where the network lost the script. */
export const TRY_AGAIN_AFTER = 2000;

export class Sheets {
  /** How the sheet is drawn; null until the script is here. */
  view: SheetView | null = null;
  private readonly load: () => Promise<SheetView>;
  private readonly clock: Pick<Clock, "later">;
  private readonly came: () => void;
  private isComing = false;

  /**
   * @param load fetches the script.
   * @param came is called once, when it is here.
   */
  constructor(load: () => Promise<SheetView>, clock: Pick<Clock, "later">, came: () => void) {
    this.load = load;
    this.clock = clock;
    this.came = came;
  }

  /** Fetch the script, unless it is here or on its way. */
  need(): void {
    if (this.view !== null || this.isComing) return;
    this.isComing = true;
    this.load().then(
      (view) => {
        this.view = view;
        this.came();
      },
      () => {
        this.clock.later(TRY_AGAIN_AFTER, () => {
          this.isComing = false;
          this.need();
        });
      },
    );
  }
}
