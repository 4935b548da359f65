// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { followFiles } from "./files";

function place(): HTMLElement {
  const found = document.createElement("div");
  found.dataset["address"] = "/api/files";
  found.dataset["page"] = "/layers/oakham/versions/1.0.0";
  return found;
}

/** Answers one after another, and the words that were shown with each. */
async function followed(...answers: (object | null)[]): Promise<{ readonly place: HTMLElement; readonly said: string[] }> {
  const said: string[] = [];
  const where = place();
  let number = 0;
  vi.stubGlobal("fetch", () => {
    const answer = answers[number++] ?? null;
    return Promise.resolve(answer === null ? new Response(null, { status: 404 }) : Response.json(answer));
  });
  await followFiles(where, () => {
    said.push(where.textContent);
    return Promise.resolve();
  });
  return { place: where, said };
}

afterEach(() => vi.unstubAllGlobals());

describe("the files of a release", () => {
  it("say how far they are, and lead to the release in the end", async () => {
    const { place: where, said } = await followed(
      { state: "making", fraction: 0.25 },
      { state: "making", fraction: 0.756 },
      { state: "ready", fraction: 1 },
    );
    expect(said).toEqual([
      "The files of this version are being made: 25 %.",
      "The files of this version are being made: 76 %.",
    ]);
    expect(where.querySelector("a")?.getAttribute("href")).toBe("/layers/oakham/versions/1.0.0");
  });

  it("say nothing if they were there before, or nobody knows of them", async () => {
    expect((await followed({ state: "ready", fraction: 1 })).place.textContent).toBe("");
    expect((await followed({ state: "none", fraction: 0 })).place.textContent).toBe("");
    expect((await followed(null)).place.textContent).toBe("");
  });

  it("say that something went wrong", async () => {
    const { place: where } = await followed({ state: "failed", fraction: 0.5 });
    expect(where.textContent).toContain("could not be made");
    expect(where.querySelector(".errors")).not.toBeNull();
  });
});
