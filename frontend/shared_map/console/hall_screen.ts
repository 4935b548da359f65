/** Arranging the hall's screen, and showing it what the room answered. */

import { shownOf } from "../../evaluation/answers";
import { LEADING_BACK } from "../../evaluation/words";
import type { WayIn } from "../../sync/protocol";
import { arrangementOf } from "../arrangement";
import type { Theme } from "../map_canvas/types";
import type { Desk } from "./desk";
import { SCREEN } from "./stage_words";

const SAID: Readonly<Record<WayIn, string>> = { auto: SCREEN.codeAuto, large: SCREEN.codeLarge, small: SCREEN.codeSmall };

export class HallScreen {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  setTheme(theme: Theme): void {
    const { operation } = this.desk.live.wish("hall.arrange", { theme });
    this.desk.deeds.tell(operation, theme === "light" ? SCREEN.madeLight : SCREEN.madeDark);
  }

  setWayIn(wayIn: WayIn): void {
    const { operation } = this.desk.live.wish("hall.arrange", { way_in: wayIn });
    this.desk.deeds.tell(operation, SAID[wayIn]);
  }

  /** C: large while it is small, and small while it is large. While it goes by itself, the other of what the stage makes it. */
  turnWayIn(): void {
    const { wayIn } = arrangementOf(this.desk.live.client.records);
    const { workshop } = this.desk.live;
    const isArriving = workshop?.life === "draft" || workshop?.stage === "lobby";
    const isLarge = wayIn === "large" || (wayIn === "auto" && isArriving);
    this.setWayIn(isLarge ? "small" : "large");
  }

  showReflections(): void {
    const { operation } = this.desk.live.wish("reflection.show", {});
    this.desk.deeds.tell(operation, LEADING_BACK.done);
  }

  get hasShown(): boolean {
    return shownOf(this.desk.live.client.records) !== null;
  }
}
