/** The browser as the sync client's surroundings. Nothing here needs a secure context: a laptop's hotspot is none. */

import { readSnapshot } from "./decode";
import { IndexedDbStore } from "./indexed_db";
import { pathsOf } from "./line";
import type { Snapshot } from "./records";
import type { Role } from "./protocol";
import type { Asking, Clock, Request, Socket, SocketEars, Surroundings, TabChannel, TabMemory } from "./surroundings";

const CHANNEL = "kithmap-tabs";

/**
 * Return the surroundings for one person's page of one workshop.
 *
 * `query` goes with everything that is asked of the server: it says in which of their roles the person asks.
 */
export function browserSurroundings(workshop: string, person: string, query = ""): Surroundings {
  return {
    clock: browserClock,
    random: Math.random,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    openSocket: (path, ears) => openSocket(withQuery(path, query), ears),
    request: (asked) => request({ ...asked, path: withQuery(asked.path, query) }, person),
    onWake,
    store: typeof indexedDB === "undefined" ? null : new IndexedDbStore(indexedDB, workshop, person),
    tabs: tabChannel(),
    tabMemory: tabMemory(`${CHANNEL}/${workshop}/${person}`),
  };
}

/**
 * Return the snapshot that came with a page's first message, or null where it does not come. The page's head asks for it in
 * the same words, so that it is mostly there before any script runs.
 */
export async function preloadedSnapshot(workshop: string, number: number, query: string): Promise<Snapshot | null> {
  try {
    const answer = await fetch(withQuery(pathsOf(workshop).snapshot(number), query));
    return answer.ok ? readSnapshot(await answer.text()) : null;
  } catch {
    return null;
  }
}

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  later(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

function openSocket(path: string, ears: SocketEars): Socket {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(`${scheme}//${location.host}${path}`);
  let isOver = false;
  const closed = (): void => {
    if (!isOver) ears.closed();
    isOver = true;
  };
  socket.onopen = () => ears.opened();
  socket.onmessage = ({ data }) => {
    if (!isOver && typeof data === "string") ears.heard(data);
  };
  socket.onclose = closed;
  return {
    send: (text) => socket.send(text),
    close: () => {
      isOver = true;
      socket.close();
    },
  };
}

/**
 * Each request says whose page asks: another person may have signed in on this device since, and the server then refuses.
 * Each answer says in which role the server sees them.
 */
function request({ method, path, body }: Request, person: string): Asking {
  const abort = new AbortController();
  const headers = { "Content-Type": "application/json", "Kithmap-Person": person };
  const options: RequestInit = { method, headers, signal: abort.signal, credentials: "same-origin" };
  const asked = fetch(path, body === undefined ? options : { ...options, body });
  const answer = asked.then(async (response) => ({
    status: response.status,
    text: await response.text(),
    role: response.headers.get("Kithmap-Role") as Role | null,
  }));
  return { answer, cancel: () => abort.abort() };
}

function onWake(call: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === "visible") call();
  };
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener("visibilitychange", shown, { signal });
  for (const name of ["pageshow", "online", "offline"]) window.addEventListener(name, call, { signal });
  return () => stop.abort();
}

/** Safari has this channel since 15.4; without it, whatever another tab left counts as left behind. */
function tabChannel(): TabChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(CHANNEL);
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => (channel.onmessage = ({ data }) => hear(data)),
    close: () => channel.close(),
  };
}

/** Storage may be switched off altogether: then reading throws, and each load of the page counts as a new tab. */
export function tabMemory(name: string): TabMemory {
  return {
    read() {
      try {
        return sessionStorage.getItem(name);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        sessionStorage.setItem(name, text);
      } catch {
        // The queue is then adopted by the next load, as if this tab were gone.
      }
    },
  };
}
