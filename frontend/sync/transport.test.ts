import { describe, expect, test } from "vitest";
import { pathsOf } from "./line";
import type { CatchUp, CloseReason, News, PresenceMessage, Role, ServerMessage, Welcome } from "./protocol";
import { CONNECT_LIMIT, PONG_LIMIT, SILENCE } from "./socket_line";
import type { Answer, Surroundings } from "./surroundings";
import { TestClock } from "./testing/clock";
import { TestSocketPair } from "./testing/sockets";
import { REST, SOCKET_AGAIN, STEADY, Transport } from "./transport";
import { PAUSE, PRESENCE_PAUSE, WAIT } from "./http_line";

const WELCOME: Welcome = { type: "welcome", protocol: 1, session: "s", person: "p", role: "participant", number: 0 };
const PONG: ServerMessage = { type: "pong" };

interface Asked {
  readonly path: string;
  readonly body: string | undefined;
  isCancelled: boolean;
  answer(status: number, value: unknown, role?: Role | null): Promise<void>;
  fail(): Promise<void>;
}

function begun() {
  const clock = new TestClock();
  const pairs: TestSocketPair[] = [];
  const asked: Asked[] = [];
  const told: string[] = [];
  const heard: ServerMessage[] = [];
  const state = { after: 7 as number | null };
  let wake = (): void => undefined;
  const surroundings: Pick<Surroundings, "clock" | "random" | "openSocket" | "request" | "onWake"> = {
    clock,
    random: () => 0.5,
    openSocket: (path, ears) => {
      const pair = new TestSocketPair(path, ears);
      pairs.push(pair);
      return pair;
    },
    request: ({ path, body }) => {
      let own: Asked | undefined;
      const answer = new Promise<Answer>((resolve, reject) => {
        own = {
          path,
          body,
          isCancelled: false,
          answer: (status, value, role = null) => (resolve({ status, text: JSON.stringify(value), role }), clock.pass(0)),
          fail: () => (reject(new TypeError("not reached")), clock.pass(0)),
        };
        asked.push(own);
      });
      return { answer, cancel: () => void (own !== undefined && (own.isCancelled = true)) };
    },
    onWake: (call) => {
      wake = call;
      return () => (wake = () => undefined);
    },
  };
  const transport = new Transport(surroundings as Surroundings, pathsOf("w"), { number: () => state.after, me: () => ({ person: "p", role: "participant" }) }, {
    opened: (by) => told.push(`opened by ${by}`),
    heard: (message) => heard.push(message),
    lost: (failures) => told.push(`lost ${failures}`),
    closed: (reason) => told.push(`closed ${reason}`),
  });
  const last = <Item>(items: Item[]): Item => {
    const item = items[items.length - 1];
    if (item === undefined) throw new Error("there is none");
    return item;
  };
  return {
    clock,
    pairs,
    asked,
    told,
    heard,
    state,
    transport,
    pair: () => last(pairs),
    request: () => last(asked),
    wake: () => wake(),
    open() {
      last(pairs).accept();
      last(pairs).tell(WELCOME);
    },
    /** Bring it onto plain requests: two sockets fail, a request is answered. */
    async toRequests() {
      last(pairs).drop();
      await clock.pass(1_000);
      last(pairs).drop();
      await last(asked).answer(200, news(7));
    },
  };
}

function caughtUp(number: number): ServerMessage {
  return { type: "catch_up", after: number, snapshot: null, number, changes: [] };
}

/** The answer to a page that polls; with who is here where that is other than before. */
function news(number: number, presence: PresenceMessage | null = null, edition = 3): News {
  return { catch_up: caughtUp(number) as CatchUp, presence, edition };
}

function refusal(code: string): { code: string; message: string } {
  return { code, message: "Words." };
}

describe("a socket", () => {
  test("is greeted with the number that the page has, and open once the server welcomes it", () => {
    const { pair, told, heard, open } = begun();
    expect(pair().path).toBe("/live/w");
    pair().accept();
    expect(pair().taken()).toEqual([{ type: "hello", protocol: 1, after: 7 }]);
    expect(told).toEqual([]);
    open();
    expect(told).toEqual(["opened by socket"]);
    expect(heard).toEqual([WELCOME]);
  });

  test("that nobody welcomes within five seconds is given up", async () => {
    const { clock, pair, told } = begun();
    pair().accept();
    await clock.pass(CONNECT_LIMIT);
    expect(pair().isLeft).toBe(true);
    expect(told).toEqual(["lost 1"]);
  });

  test("that is lost is dialled again, at growing distances, and soon again after it held for a while", async () => {
    const { clock, pairs, pair, told, open } = begun();
    open();
    const dialledAfter = async (): Promise<number> => {
      const count = pairs.length;
      const from = clock.time;
      while (pairs.length === count) await clock.pass(25);
      return clock.time - from;
    };
    const waits: number[] = [];
    for (let loss = 0; loss < 4; loss += 1) {
      pair().drop();
      waits.push(await dialledAfter());
      open();
    }
    expect(waits).toEqual([375, 750, 1500, 3000]);
    await clock.pass(STEADY);
    pair().drop();
    expect(await dialledAfter()).toBe(375);
    expect(told.filter((each) => each.startsWith("lost"))).toEqual(["lost 1", "lost 2", "lost 3", "lost 4", "lost 1"]);
  });

  test("of before says nothing to the one of now", async () => {
    const { clock, pairs, told, heard, open } = begun();
    open();
    const [old] = pairs;
    await clock.pass(SILENCE + PONG_LIMIT + 1_000);
    open();
    heard.length = told.length = 0;
    old?.drop();
    old?.tell(caughtUp(9));
    expect([heard, told]).toEqual([[], []]);
  });

  test("that falls silent is asked, and given up when it stays so", async () => {
    const { clock, pair, told, open } = begun();
    open();
    pair().taken();
    await clock.pass(SILENCE);
    expect(pair().taken()).toEqual([{ type: "ping" }]);
    pair().tell(PONG);
    await clock.pass(SILENCE);
    expect(pair().taken()).toEqual([{ type: "ping" }]);
    await clock.pass(PONG_LIMIT);
    expect(told).toEqual(["opened by socket", "lost 1"]);
  });

  test("that looks open after a sleep is asked at once, and given up after three seconds", async () => {
    const { clock, pair, pairs, open, wake } = begun();
    open();
    pair().taken();
    wake();
    wake();
    expect(pair().taken()).toEqual([{ type: "ping" }]);
    await clock.pass(PONG_LIMIT + 500);
    expect(pairs).toHaveLength(2);
  });

  test("that answers after a sleep is kept", async () => {
    const { clock, pair, pairs, open, wake } = begun();
    open();
    wake();
    pair().tell(PONG);
    await clock.pass(PONG_LIMIT + 1_000);
    expect(pairs).toHaveLength(1);
  });

  test("a device that wakes does not wait out its back-off", async () => {
    const { clock, pair, pairs, open, wake } = begun();
    for (let loss = 0; loss < 5; loss += 1) {
      open();
      pair().drop();
      if (loss < 4) await clock.pass(20_000 / 2 ** (4 - loss));
    }
    const count = pairs.length;
    wake();
    wake();
    expect(pairs).toHaveLength(count + 1);
  });

  test("that says what no server of ours says is given up for good", () => {
    const { pair, told, open } = begun();
    open();
    pair().tell({ type: "surprise" } as never);
    expect(told).toEqual(["opened by socket", "closed not_understood"]);
  });
});

describe("a reason to close", () => {
  const FOR_GOOD: CloseReason[] = ["page_too_old", "not_understood", "signed_out", "removed", "not_found", "replaced"];
  const FOR_NOW: CloseReason[] = ["too_slow", "too_fast", "too_large", "server_stopping", "server_trouble"];

  test.each(FOR_GOOD)("%s ends the trying", async (reason) => {
    const { clock, pair, pairs, told, open } = begun();
    open();
    pair().tell({ type: "closing", reason });
    await clock.pass(3_600_000);
    expect(pairs).toHaveLength(1);
    expect(told).toEqual(["opened by socket", `closed ${reason}`]);
  });

  test.each(FOR_NOW)("%s is followed by a rest and another try", async (reason) => {
    const { clock, pair, pairs, open } = begun();
    open();
    pair().tell({ type: "closing", reason });
    await clock.pass(REST / 2);
    expect(pairs).toHaveLength(1);
    await clock.pass(REST);
    expect(pairs).toHaveLength(2);
  });

  test("that this page does not know yet is trouble, and passes", async () => {
    const { clock, pair, pairs, told, open } = begun();
    open();
    pair().tell({ type: "closing", reason: "moon_too_full" });
    await clock.pass(2 * REST);
    expect(pairs).toHaveLength(2);
    expect(told).toContain("lost 1");
  });

  test.each<[CloseReason, number]>([
    ["signed_out", 2],
    ["removed", 2],
    ["not_found", 2],
    ["page_too_old", 1],
    ["replaced", 1],
  ])("%s: coming back to the page makes it %i tries in all", (reason, tries) => {
    const { pair, pairs, open, wake } = begun();
    open();
    pair().tell({ type: "closing", reason });
    wake();
    expect(pairs).toHaveLength(tries);
  });
});

describe("where sockets are blocked", () => {
  test("two failed handshakes and an answered request lead over to plain requests", async () => {
    const { asked, told, heard, toRequests } = begun();
    await toRequests();
    expect(asked.map(({ path }) => path)).toEqual(["/api/workshops/w/news?page=i&wait=0&after=7", `/api/workshops/w/news?page=i&wait=${WAIT}&after=7&edition=3`]);
    expect(told).toEqual(["lost 1", "opened by requests"]);
    expect(heard).toEqual([{ ...WELCOME, session: "", number: 7 }, caughtUp(7)]);
  });

  test("one failed handshake now and then is no reason to go over", () => {
    const { pair, asked, open, wake } = begun();
    for (let round = 0; round < 3; round += 1) {
      pair().drop();
      wake();
      open();
      pair().drop();
      wake();
    }
    expect(asked).toEqual([]);
  });

  test("where requests fail too the network is away, and a socket is first again", async () => {
    const { clock, pair, pairs, request, told } = begun();
    pair().drop();
    await clock.pass(1_000);
    pair().drop();
    await request().fail();
    await clock.pass(2_000);
    expect(told).toEqual(["lost 1", "lost 2"]);
    expect(pairs).toHaveLength(3);
  });

  test("a waiting request follows each answer, from the number that the page has by then", async () => {
    const { asked, request, state, toRequests } = begun();
    await toRequests();
    state.after = 9;
    await request().answer(200, news(9));
    expect(asked.slice(-1).map(({ path }) => path)).toEqual([`/api/workshops/w/news?page=i&wait=${WAIT}&after=9&edition=3`]);
  });

  test("a server that does not hold requests back is not asked without a pause", async () => {
    const { clock, asked, request, toRequests } = begun();
    await toRequests();
    await request().answer(200, news(7));
    const count = asked.length;
    await clock.pass(1_000);
    expect(asked).toHaveLength(count);
    await clock.pass(1_000);
    expect(asked).toHaveLength(count + 1);
  });

  test("a page that begins is not asked again at once while its snapshot is on the way", async () => {
    const { clock, asked, state, toRequests } = begun();
    state.after = null;
    await toRequests();
    await clock.pass(1_000);
    expect(asked.map(({ path }) => path)).toEqual(["/api/workshops/w/news?page=i&wait=0"]);
  });

  test("operations are posted, and each answer is heard", async () => {
    const { asked, heard, transport, toRequests } = begun();
    await toRequests();
    const operations = [{ id: "o", kind: "k", payload: {} }];
    transport.send({ type: "submit", operations, together: true });
    const posted = asked.find(({ body }) => body !== undefined);
    expect(posted?.path).toBe("/api/workshops/w/operations");
    expect(JSON.parse(posted?.body ?? "")).toEqual({ operations, together: true });
    const answer: ServerMessage = { type: "already", operation: "o", number: 3 };
    await posted?.answer(200, [answer]);
    expect(heard[heard.length - 1]).toEqual(answer);
  });

  test("asking for what is missing ends the waiting request and asks at once", async () => {
    const { request, transport, asked, toRequests } = begun();
    await toRequests();
    const waiting = request();
    transport.send({ type: "fetch", after: 7 });
    expect(waiting.isCancelled).toBe(true);
    expect(asked[asked.length - 1]?.path).toBe("/api/workshops/w/news?page=i&wait=0&after=7&edition=3");
    await waiting.fail();
    expect(request().isCancelled).toBe(false);
  });

  test("a role that changes meanwhile is told once, before what it may see", async () => {
    const { clock, heard, request, toRequests } = begun();
    await toRequests();
    heard.length = 0;
    await request().answer(200, news(7), "participant");
    await clock.pass(PAUSE);
    await request().answer(200, news(8), "projector");
    expect(heard.map((each) => (each.type === "welcome" ? each.role : each.type))).toEqual(["catch_up", "projector", "catch_up"]);
  });

  test("who is here is heard with what follows, and once more only where it is other than before", async () => {
    const { clock, asked, heard, request, toRequests } = begun();
    await toRequests();
    heard.length = 0;
    const here: PresenceMessage = { type: "presence", count: 2, people: [], view: null, spotlight: null };
    await request().answer(200, news(7, here, 4));
    expect(heard).toEqual([caughtUp(7), here]);
    const count = asked.length;
    await clock.pass(PRESENCE_PAUSE - 1);
    expect(asked).toHaveLength(count);
    await clock.pass(1);
    expect(request().path).toBe(`/api/workshops/w/news?page=i&wait=${WAIT}&after=7&edition=4`);
  });

  test("where this page is is told by requests: one at a time, the latest only, not too often", async () => {
    const { clock, asked, transport, toRequests } = begun();
    await toRequests();
    for (const spotlight of ["a", "b", "c"]) transport.send({ type: "presence", state: "active", spotlight });
    const posted = (): readonly unknown[] => asked.flatMap(({ body }) => (body === undefined ? [] : [JSON.parse(body)]));
    expect(posted()).toEqual([{ type: "presence", state: "active", spotlight: "a" }]);
    const [first] = asked.filter(({ body }) => body !== undefined);
    expect(first?.path).toBe("/api/workshops/w/presence?page=i");
    await first?.answer(204, null);
    await clock.pass(PRESENCE_PAUSE);
    expect(posted().slice(1)).toEqual([{ type: "presence", state: "active", spotlight: "c" }]);
  });

  test("where this page is may be lost without the line being lost", async () => {
    const { clock, asked, told, transport, toRequests } = begun();
    await toRequests();
    transport.send({ type: "presence", state: "idle" });
    await asked.find(({ body }) => body !== undefined)?.fail();
    await clock.pass(PRESENCE_PAUSE);
    expect(told.slice(-1)).toEqual(["opened by requests"]);
    transport.send({ type: "presence", state: "active" });
    expect(asked.filter(({ body }) => body !== undefined)).toHaveLength(2);
  });

  test("a socket is tried again later, beside the requests, and takes over when it is welcomed", async () => {
    const { clock, pair, request, told, open, toRequests } = begun();
    await toRequests();
    await clock.pass(10_000);
    const waiting = request();
    await clock.pass(SOCKET_AGAIN.first - 10_000);
    open();
    expect(told.slice(-1)).toEqual(["opened by socket"]);
    expect(waiting.isCancelled).toBe(true);
    expect(pair().isLeft).toBe(false);
  });

  test("a socket that is still blocked leaves the requests alone, and is tried less and less", async () => {
    const { clock, pair, pairs, request, told, toRequests } = begun();
    await toRequests();
    const tried: number[] = [];
    const from = clock.time;
    for (let step = 0; step < 70; step += 1) {
      const count = pairs.length;
      await clock.pass(10_000);
      await request().answer(200, news(7));
      if (pairs.length > count) {
        tried.push(Math.round((clock.time - from) / 60_000));
        pair().drop();
      }
    }
    expect(tried).toEqual([1, 3, 7]);
    expect(told.slice(-1)).toEqual(["opened by requests"]);
  });

  test.each<[number, string]>([
    [401, "signed_out"],
    [403, "removed"],
    [404, "not_found"],
    [410, "not_found"],
  ])("a refusal with %i ends the trying: %s", async (status, reason) => {
    const { clock, pair, pairs, request, told } = begun();
    pair().drop();
    await clock.pass(1_000);
    pair().drop();
    await request().answer(status, refusal("x"));
    await clock.pass(3_600_000);
    expect(told.slice(-1)).toEqual([`closed ${reason}`]);
    expect(pairs).toHaveLength(2);
  });

  test("a server that knows another person here ends the trying", async () => {
    const { clock, pair, request, told } = begun();
    pair().drop();
    await clock.pass(1_000);
    pair().drop();
    await request().answer(409, refusal("someone_else"));
    expect(told.slice(-1)).toEqual(["closed someone_else"]);
  });

  test.each<[number, unknown]>([
    [200, "<h1>Welcome to the guest network</h1>"],
    [404, "<h1>Not here</h1>"],
    [403, "<h1>Blocked</h1>"],
    [503, refusal("unavailable")],
    [502, ""],
  ])("an answer %i of %j is no end", async (status, value) => {
    const { clock, pair, pairs, request, told } = begun();
    pair().drop();
    await clock.pass(1_000);
    pair().drop();
    await request().answer(status, value);
    await clock.pass(10_000);
    expect(told.slice(0, 2)).toEqual(["lost 1", "lost 2"]);
    expect(pairs.length).toBeGreaterThan(2);
  });

  test("a request that hangs counts as lost", async () => {
    const { clock, told, toRequests } = begun();
    await toRequests();
    await clock.pass(WAIT * 1_000 + 15_000);
    expect(told).toEqual(["lost 1", "opened by requests", "lost 1"]);
  });
});

test("after the end nothing is dialled, heard or sent", async () => {
  const { clock, pair, pairs, heard, transport, open, wake } = begun();
  open();
  pair().taken();
  transport.stop();
  wake();
  transport.send({ type: "ping" });
  pair().tell(caughtUp(9));
  await clock.pass(3_600_000);
  expect(pairs).toHaveLength(1);
  expect(pair().taken()).toEqual([]);
  expect(heard).toEqual([WELCOME]);
});
