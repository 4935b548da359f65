/** The desk at which layers are made. Its forms need no script; the map can be moved with one, and files tell how far they are. */

import "../base/base.css";
import "../programme/programme.css";
import "../glossary/draft.css";
import "./desk.css";
import { followFiles } from "./files";
import { showPreview, type Preview } from "./preview";

const place = document.getElementById("layers-map");
const facts = document.getElementById("page-context")?.textContent;
if (place !== null && facts != null) showPreview(place, JSON.parse(facts) as Preview);

const files = document.getElementById("release-files");
if (files !== null) void followFiles(files);
