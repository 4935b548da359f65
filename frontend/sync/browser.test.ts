// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserSurroundings } from "./browser";

class FakeSocket {
  static readonly made: FakeSocket[] = [];
  readonly sent: string[] = [];
  readonly url: string;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(url: string) {
    this.url = url;
    FakeSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.onclose?.();
  }
}

beforeEach(() => {
  FakeSocket.made.length = 0;
  vi.stubGlobal("WebSocket", FakeSocket);
  sessionStorage.clear();
});

afterEach(() => vi.unstubAllGlobals());

function ears() {
  const told: string[] = [];
  return {
    told,
    opened: () => void told.push("opened"),
    heard: (text: string) => void told.push(text),
    closed: () => void told.push("closed"),
  };
}

test("a socket goes to the page's own host, and tells what it hears until it closes", () => {
  const listening = ears();
  browserSurroundings("w", "p").openSocket("/live/w", listening);
  const [socket] = FakeSocket.made;
  expect(socket?.url).toBe(`ws://${location.host}/live/w`);
  socket?.onopen?.();
  socket?.onmessage?.({ data: "hello" });
  socket?.onmessage?.({ data: new ArrayBuffer(1) });
  socket?.onclose?.();
  socket?.onmessage?.({ data: "late" });
  expect(listening.told).toEqual(["opened", "hello", "closed"]);
});

test("a socket that the page closes says nothing more", () => {
  const listening = ears();
  browserSurroundings("w", "p").openSocket("/live/w", listening).close();
  FakeSocket.made[0]?.onmessage?.({ data: "late" });
  expect(listening.told).toEqual([]);
});

test("a request says whose page asks, and its answer in which role they are seen", async () => {
  const asked = vi.fn(() => Promise.resolve(new Response("[]", { status: 201, headers: { "Kithmap-Role": "projector" } })));
  vi.stubGlobal("fetch", asked);
  const surroundings = browserSurroundings("w", "ann", "role=projector");
  const answer = await surroundings.request({ method: "POST", path: "/api/x?wait=1", body: "{}" }).answer;
  expect(answer).toEqual({ status: 201, text: "[]", role: "projector" });
  expect(asked).toHaveBeenCalledWith("/api/x?wait=1&role=projector", expect.objectContaining({ method: "POST", body: "{}" }));
  const [, options] = asked.mock.calls[0] as unknown as [string, RequestInit];
  expect(options.headers).toMatchObject({ "Kithmap-Person": "ann" });
});

test("coming back to the page wakes it, leaving it does not", () => {
  let woken = 0;
  const stop = browserSurroundings("w", "p").onWake(() => (woken += 1));
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(woken).toBe(2);
  stop();
  window.dispatchEvent(new Event("pageshow"));
  expect(woken).toBe(2);
});

test("a tab remembers its id, for each person apart, and does without where it may not", () => {
  const { tabMemory } = browserSurroundings("w", "ann");
  tabMemory.write("tab-1");
  expect(browserSurroundings("w", "ann").tabMemory.read()).toBe("tab-1");
  expect(browserSurroundings("w", "bob").tabMemory.read()).toBeNull();
  vi.stubGlobal("sessionStorage", { getItem: denied, setItem: denied });
  expect(tabMemory.read()).toBeNull();
  expect(() => tabMemory.write("x")).not.toThrow();
});

function denied(): never {
  throw new DOMException("denied", "SecurityError");
}

test("an id needs no secure context", () => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) });
  expect([...browserSurroundings("w", "p").randomBytes(3)]).toEqual([7, 7, 7]);
});
