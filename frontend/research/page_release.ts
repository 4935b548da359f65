/** A release: its picture of the map becomes a map to move about in, where there is a script. */

import "./page_research";
import { mountReleaseMap, type MapFacts } from "./release_map";

const host = document.getElementById("map");
const facts = document.getElementById("page-context");
if (host !== null && facts !== null) {
  void mountReleaseMap(host, JSON.parse(facts.textContent ?? "") as MapFacts).catch(() => {
    // Without the places the picture stays, which shows the same.
    host.classList.remove("is-alive");
  });
}
