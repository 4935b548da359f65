/** What the parts of the phone's page know of the whole. */

import type { LivePage } from "../live_page";
import type { Deeds } from "./deeds";
import type { Drafts } from "./drafts";
import type { Situation } from "./situation";
import type { PhoneState } from "./state";

export interface Phone {
  readonly live: LivePage;
  readonly deeds: Deeds;
  readonly drafts: Drafts;
  readonly state: PhoneState;
  readonly situation: Situation;
  /** Go over to another task or sheet, and show it. */
  set(part: Partial<PhoneState>): void;
  /** Say why nothing can be changed now, if so; then nothing is to be done. */
  isBlocked(): boolean;
}
