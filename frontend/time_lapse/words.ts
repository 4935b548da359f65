/** What a time-lapse says. */

import { words } from "../components/words";

export const FILM = words({
  picture: "Map of {area}: {places}, {connections}",
  controls: "The film",
  play: "Play",
  again: "Play again",
  pause: "Pause",
  before: "One step back",
  after: "One step on",
  position: "Where in the film",
  at: "{time}, {places}, {connections}",
  speed: "Speed",
  counts: "Places so far",
  list: "What happened, as a list",
  nothing: "Nothing is on this map yet. Come back when the workshop has begun.",
  joined: "{start} and {end} joined",
  place: "{title} ({kind})",
});

export const PLACES = words({ one: "{count} place", other: "{count} places" });
export const CONNECTIONS = words({ one: "{count} connection", other: "{count} connections" });

export const STAGES_SEEN = words({
  lobby: "Welcome",
  places: "Places",
  connections: "Connections",
  terms: "Terms",
  indicators: "Indicators",
  reflect: "Looking back",
  closed: "The end",
  paused: "A pause",
});

/** By how many times the ordinary speed. */
export const SPEED_WORDS = words({ "0.5": "Half", "1": "Ordinary", "2": "Double", "4": "Four times" });
