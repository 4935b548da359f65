/** The participant's page on a phone. */

import "../base/base.css";
import { Letters } from "../base/letters";
import { KithToast } from "../components/toast/toast";
import { fill } from "../components/words";
import { browserClock } from "../sync/browser";
import { openLivePage } from "./live_page";
import { partOf, readPageContext } from "./live_context";
import { locatorOf } from "./participant/locating";
import { ParticipantPage } from "./participant/page";
import { TOP } from "./participant/words";
// After the styles of what the page is made of, from which it differs here and there.
import "./participant/participant.css";

const part = (id: string): HTMLElement => partOf(document, id);
const map = part("phone-map");
const toast = new KithToast();
document.body.append(toast);
const live = openLivePage({
  map,
  label: fill(TOP.map, { area: readPageContext(document).area_name }),
  crosshair: true,
});
const page = new ParticipantPage(
  live,
  {
    map,
    toast,
    top: part("phone-top"),
    tools: part("phone-tools"),
    foot: part("phone-foot"),
    stage: part("phone-stage"),
    sheets: part("phone-sheets"),
  },
  {
    clock: browserClock,
    memory: () => sessionStorage,
    locator: locatorOf(window),
    sheets: async () => (await import("./participant/sheet_view")).sheetView,
    lookingBack: async () => (await import("./participant/looking_back_view")).lookingBackView,
    agreeing: async () => (await import("./participant/agreeing_view")).agreeingView,
    letters: new Letters({ root: document.documentElement, storage: () => localStorage }),
  },
);
void live.begin();
/** Milliseconds from the page's own load: by then a slow phone's map stands; whoever presses something earlier need not wait for it. */
const SHEETS_AFTER = 1500;

// The map and its ground come first: on a slow phone, and on a slow line.
addEventListener("load", () => browserClock.later(SHEETS_AFTER, () => page.prepareSheets()));
