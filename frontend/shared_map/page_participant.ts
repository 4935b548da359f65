/** The participant's page on a phone. */

import "../base/base.css";
import { KithToast } from "../components/toast/toast";
import { fill } from "../components/words";
import { browserClock } from "../sync/browser";
import { openLivePage } from "./live_page";
import { readPageContext } from "./live_context";
import { locatorOf } from "./participant/locating";
import { ParticipantPage } from "./participant/page";
import { TOP } from "./participant/words";
// After the styles of what the page is made of, from which it differs here and there.
import "./participant/participant.css";

function part(name: string): HTMLElement {
  const found = document.getElementById(name);
  if (found === null) throw new Error(`The page lacks its part ${name}.`);
  // What the server wrote there says what to do without the script.
  found.replaceChildren();
  return found;
}

const map = part("phone-map");
const toast = new KithToast();
document.body.append(toast);
const live = openLivePage({
  map,
  label: fill(TOP.map, { area: readPageContext(document).area_name }),
  crosshair: true,
});
new ParticipantPage(
  live,
  { map, toast, top: part("phone-top"), tools: part("phone-tools"), foot: part("phone-foot"), sheets: part("phone-sheets") },
  { clock: browserClock, memory: () => sessionStorage, locator: locatorOf(window) },
);
live.client.connect();
