/** The page that plays a workshop's film, in the hall or at a desk. */

import "../base/base.css";
import "./player.css";
import "./page_time_lapse.css";
import { careForScreen, toggleFullScreen } from "../shared_map/projector/screen_care";
import { openPlayer } from "./open_player";

const root = document.documentElement;
const { shown } = openPlayer(document);
root.dataset["theme"] = shown.theme;
if (root.dataset["screen"] === "projector") careForScreen(document);
document.getElementById("fill-screen")?.addEventListener("click", () => toggleFullScreen(document));
