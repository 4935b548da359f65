/** The script of a film that was downloaded: it stands within the file, which asks nobody for anything. */

import "../base/tokens.css";
import "../base/elements.css";
import "../base/buttons.css";
import "../base/forms.css";
import "../base/surfaces.css";
import "./player.css";
import "./page_time_lapse.css";
import { openPlayer } from "./open_player";

openPlayer(document);
