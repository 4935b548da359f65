/** Where the hall looks: what the facilitator's map shows, while the wall follows it, and the place in the spotlight. */

import { fill } from "../../components/words";
import type { View } from "../../sync/protocol";
import { viewOf } from "../following";
import { titleOf } from "../participant/listing";
import type { Desk } from "./desk";
import { isLookingOver } from "./state";
import { DONE } from "./words";

export class Pointing {
  private readonly desk: Desk;
  private readonly map: HTMLElement;
  private view: View | null = null;

  /** `map` is the element whose size the facilitator's map has. */
  constructor(desk: Desk, map: HTMLElement) {
    this.desk = desk;
    this.map = map;
    desk.live.map.onMove(() => this.moved(), true);
    new ResizeObserver(() => this.moved()).observe(map);
  }

  follow(follows: boolean): void {
    this.desk.set({ follows });
    this.moved();
  }

  /** Light a place here and on the wall; the one that is lit goes dark, and null lets go of any. */
  spotlight(place: string | null): void {
    const { live, state, deeds } = this.desk;
    const title = place === null ? null : titleOf(live.client.records, place);
    const lit = title === null || place === state.lit ? null : place;
    live.map.spotlight(lit);
    this.desk.set({ lit });
    this.tell();
    if (lit !== null && title !== null) deeds.tell("lit", fill(DONE.lit, { title }));
  }

  /** S: light the chosen place, or end the light. */
  spotlightChosen(): void {
    const { selected, lit } = this.desk.state;
    if (selected === null && lit === null) this.desk.deeds.tell("lit", DONE.noneSelected);
    else this.spotlight(selected);
  }

  /** The map has moved: so does the wall, if it follows. */
  private moved(): void {
    // What is looked over may not be for the hall, and its spot would tell.
    if (!this.desk.state.follows || isLookingOver(this.desk.state.sheet)) return;
    const { clientWidth: width, clientHeight: height } = this.map;
    this.view = viewOf(this.desk.live.map.sight(), { width, height });
    this.tell();
  }

  /** While the facilitator looks round alone, the wall is told again what it was told last. */
  private tell(): void {
    const { live, state } = this.desk;
    live.client.sendPresence({ state: "active", view: this.view, spotlight: state.lit });
  }
}
