/**
 * The script of a report: it stands within the file, which asks nobody for anything. The map's own script, written by the
 * server, comes after it and finds the map library as `L` and the rest as `kithmap`.
 */

import * as library from "leaflet";
import "leaflet/dist/leaflet.css";
import "../base/tokens.css";
import "../base/elements.css";
import "../base/surfaces.css";
import "../shared_map/kinds.css";
import "./report.css";
import "./map.css";
import "./tables.css";
import "./on_paper.css";
import { followTheDevice } from "./theme";

export { draw, groundOf } from "./report_map";

// The library's bundle, not its parts as in the pages: what the server writes names any of it.
(globalThis as { L?: typeof library }).L = library;

// Before the map is made: what it is made in has to have its size.
document.documentElement.classList.toggle("has-map", document.querySelector(".report-map") !== null);
followTheDevice(document, globalThis);
