/** What the parts of the console know of the whole. */

import type { LivePage } from "../live_page";
import type { Deeds } from "../participant/deeds";
import type { ConsoleState } from "./state";

export interface Desk {
  readonly live: LivePage;
  readonly deeds: Deeds;
  readonly state: ConsoleState;
  /** Go over to another state, and show it. */
  set(part: Partial<ConsoleState>): void;
}
