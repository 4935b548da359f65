// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { send, shownOf, watch, type Job, type Shown } from "./basemap_job";

function around(answers: readonly (Job | Error)[]) {
  const shown: Shown[] = [];
  const waits: number[] = [];
  let at = 0;
  return {
    shown,
    waits,
    ask: async (): Promise<Job> => {
      const answer = answers[Math.min(at++, answers.length - 1)];
      if (answer instanceof Error || answer === undefined) throw answer ?? new Error("none");
      return answer;
    },
    wait: async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
    },
    show: (each: Shown): void => {
      shown.push(each);
    },
  };
}

const waiting: Job = { state: "waiting", fraction: 0, message: "Waiting" };
const building: Job = { state: "building", fraction: 0.4, message: "Drawing" };
const ready: Job = { state: "ready", fraction: 1, message: "The basemap is ready" };
const failed: Job = { state: "failed", fraction: 0, message: "This is no map file" };

describe("watching a job", () => {
  it("ends when the map is ready", async () => {
    const world = around([waiting, building, ready]);
    expect(await watch(world)).toBe(ready);
    expect(world.shown.map((each) => each.fraction)).toEqual([0, 0.4, null]);
    expect(world.waits).toHaveLength(2);
  });

  it("ends when it failed, in the server's words", async () => {
    const world = around([building, failed]);
    expect((await watch(world))?.state).toBe("failed");
    expect(world.shown.at(-1)).toEqual({ words: "This is no map file", fraction: null, failed: true });
  });

  it("bears a server that is silent for a while", async () => {
    const world = around([building, new Error("offline"), new Error("offline"), ready]);
    expect(await watch(world)).toBe(ready);
  });

  it("gives up on a server that stays silent, and says so", async () => {
    const world = around([new Error("offline")]);
    expect(await watch(world)).toBeNull();
    expect(world.shown.at(-1)?.failed).toBe(true);
  });

  it("shows no bar for what is not under way", () => {
    expect(shownOf(ready).fraction).toBeNull();
    expect(shownOf({ state: "none", fraction: 0, message: "" })).toEqual({ words: "", fraction: null, failed: false });
  });
});

/** Answers as a server would, without one. */
class StandInRequest extends EventTarget {
  readonly upload = new EventTarget();
  readonly opened: string[] = [];
  readonly headers = new Map<string, string>();

  readonly status: number;
  readonly responseText: string;

  constructor(status: number, responseText: string) {
    super();
    this.status = status;
    this.responseText = responseText;
  }

  open(method: string, address: string): void {
    this.opened.push(`${method} ${address}`);
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(): void {
    for (const loaded of [30, 100]) {
      this.upload.dispatchEvent(Object.assign(new Event("progress"), { lengthComputable: true, loaded, total: 100 }));
    }
    this.dispatchEvent(new Event("loadend"));
  }
}

async function sent(status: number, text: string): Promise<{ taken: boolean; shown: Shown[] }> {
  const form = document.createElement("form");
  form.action = "http://testserver/areas/a/basemap";
  const shown: Shown[] = [];
  const request = new StandInRequest(status, text);
  const taken = await send(form, request as unknown as XMLHttpRequest, (each) => shown.push(each));
  expect(request.headers.get("Accept")).toBe("application/json");
  return { taken, shown };
}

describe("sending a file", () => {
  it("tells how much has gone", async () => {
    const { taken, shown } = await sent(202, "{}");
    expect(taken).toBe(true);
    expect(shown[0]).toEqual({ words: "Sending the file: 30 %", fraction: 0.3, failed: false });
  });

  it("shows the server's words when it refuses", async () => {
    const { taken, shown } = await sent(422, '{"code":"bad_input","message":"The file is empty."}');
    expect(taken).toBe(false);
    expect(shown.at(-1)).toEqual({ words: "The file is empty.", fraction: null, failed: true });
  });

  it.each(["", "<html>", "{}", '{"message":5}'])("has words of its own when the answer has none (%s)", async (text) => {
    const { shown } = await sent(0, text);
    expect(shown.at(-1)?.words).toContain("did not arrive");
  });
});
