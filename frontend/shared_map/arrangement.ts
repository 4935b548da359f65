/** How those who lead arranged the hall's screen, read from the record that they arrange it by. */

import type { WayIn } from "../sync/protocol";
import type { RecordsView } from "../sync/records";
import type { Theme } from "./map_canvas/types";

export const HALL = "hall";

export interface Arrangement {
  /** Null where nobody chose: then it is as the screen's link says. */
  readonly theme: Theme | null;
  readonly wayIn: WayIn;
}

export function arrangementOf(records: RecordsView): Arrangement {
  const fields = records.get(HALL)?.fields;
  return {
    theme: (fields?.["theme"] as Theme | null | undefined) ?? null,
    wayIn: (fields?.["way_in"] as WayIn | undefined) ?? "auto",
  };
}
