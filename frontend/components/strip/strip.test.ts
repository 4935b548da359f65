// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { settled, shown } from "../testing";
import type { KithStrip } from "./strip";
import "./strip";

async function strip(): Promise<KithStrip> {
  return shown<KithStrip>(html`<kith-strip></kith-strip>`, "kith-strip");
}

const words = (element: Element): string => element.querySelector(".strip")?.textContent?.trim() ?? "";

describe("the connection strip", () => {
  it("says nothing while all is well, and its live region is there already", async () => {
    const element = await strip();
    expect(words(element)).toBe("");
    expect(element.querySelector('[role="status"]')).not.toBeNull();
  });

  it("says that what was added is kept, in the right number", async () => {
    const element = await strip();
    element.state = "offline";
    for (const [waiting, said] of [
      [0, /Carry on/],
      [1, /^Saved here\. It will send/],
      [3, /^3 changes saved here/],
    ] as const) {
      element.waiting = waiting;
      await settled();
      expect(words(element)).toMatch(said);
    }
  });

  it("says when all has been sent", async () => {
    const element = await strip();
    element.state = "back";
    await settled();
    expect(words(element)).toBe("Back online: all sent.");
  });

  it("says it in the page's own words where the page has some", async () => {
    const element = await strip();
    element.state = "closed";
    element.reason = "The workshop is paused.";
    await settled();
    expect(words(element)).toBe("The workshop is paused.");
  });
});
