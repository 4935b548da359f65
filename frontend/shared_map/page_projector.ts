/** The projector's page: the whole wall of a hall, read from its last row. */

import "../base/base.css";
import "./projector/projector.css";
import "./projector/stage_views.css";
import { fill } from "../components/words";
import { browserClock } from "../sync/browser";
import { pageCameAt, serverTime } from "../workshop/stage_clock";
import { partOf, readPageContext } from "./live_context";
import { openLivePage } from "./live_page";
import type { Theme } from "./map_canvas/types";
import { askAnswered } from "./projector/answered";
import { askHeldBack } from "./projector/held_back";
import { ProjectorPage } from "./projector/page";
import { careForScreen, toggleFullScreen } from "./projector/screen_care";
import { WORDS } from "./projector/words";

/** Pixels of the screen's width at which the map's pins and titles have their own size; on a wall they grow with it. */
const OWN_SIZE_AT = 800;

const context = readPageContext(document);
const theme: Theme = new URLSearchParams(location.search).get("theme") === "light" ? "light" : "dark";
document.documentElement.dataset["theme"] = theme;

const map = partOf(document, "hall-map");
const live = openLivePage({
  map,
  label: fill(WORDS.map, { area: context.area_name }),
  theme,
  interactive: false,
  zoomButtons: false,
  // What the facilitator sees, as large as the wall shows it.
  zoomStep: 0,
  drops: true,
  scale: Math.max(1, window.innerWidth / OWN_SIZE_AT),
});
new ProjectorPage(
  live,
  { map, screen: partOf(document, "hall-screen"), bar: partOf(document, "hall-bar") },
  {
    clock: browserClock,
    serverNow: serverTime(context.now, pageCameAt(performance)),
    askHeldBack: () => askHeldBack(context.api, context.query),
    askAnswered: () => askAnswered(context.api, context.query),
    theme,
    changeTheme: (other) => {
      // The ground is drawn for one theme: the page begins again in the other, where it was.
      const address = new URL(location.href);
      address.searchParams.set("theme", other);
      location.replace(address);
    },
    fillScreen: () => toggleFullScreen(document),
    loadAgain: () => location.reload(),
  },
);
careForScreen(document);
document.addEventListener("keydown", ({ key }) => {
  if (key === "f" || key === "F") toggleFullScreen(document);
});
void live.begin();
