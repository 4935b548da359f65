/** What the map of a release says. */

import { words } from "../components/words";

export const RELEASE_MAP = words({
  mapOf: "Map of {area}, as it was published",
  read: "Read all that is told of it",
  moved: "Shown up to {metres} metres away from where it is",
});
