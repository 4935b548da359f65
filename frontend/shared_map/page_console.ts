/** The facilitator's page: a laptop at the front of the hall, or a tablet carried through it. */

import "../base/base.css";
import "./console/console.css";
import "./console/stage.css";
import "./moderation/moderation.css";
import { KithConfirm } from "../components/confirm/confirm";
import { KithToast } from "../components/toast/toast";
import { fill } from "../components/words";
import { browserClock } from "../sync/browser";
import { pageCameAt, serverTime } from "../workshop/stage_clock";
import { ConsolePage } from "./console/page";
import { askStamp } from "./console/agreeing/deciding";
import { askJoined } from "./console/people_book";
import { askRemoved } from "./console/removed";
import { MAP } from "./console/words";
import { partOf, readPageContext } from "./live_context";
import { openLivePage } from "./live_page";
import { askPairs } from "./moderation/pairs";

const part = (id: string): HTMLElement => partOf(document, id);

const context = readPageContext(document);
const map = part("console-map");
const toast = new KithToast();
const confirm = new KithConfirm();
document.body.append(toast, confirm);
const live = openLivePage({ map, label: fill(MAP, { area: context.area_name }), crosshair: true, zoomStep: 0.25 });
new ConsolePage(
  live,
  {
    map,
    toast,
    confirm,
    top: part("console-top"),
    run: part("console-run"),
    wall: part("console-wall"),
    tools: part("console-tools"),
    place: part("console-place"),
    room: part("console-room"),
    sheets: part("console-sheets"),
  },
  {
    clock: browserClock,
    serverNow: serverTime(context.now, pageCameAt(performance)),
    keys: document,
    askPairs: () => askPairs(context.api, context.query),
    askRemoved: () => askRemoved(context.api, context.query),
    askJoined: () => askJoined(context.api, context.query),
    askStamp: () => askStamp(context.api, context.query),
    loadAgain: () => location.reload(),
  },
);
void live.begin();
