// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { radios, ticks } from "./choices";
import { shown } from "./testing";

const TEA = { black: "Black", green: "Green", mint: "Mint" } as const;
const GROUP = { name: "tea", question: "Which tea?", choices: TEA };

describe("groups of choices", () => {
  it("tell which one was picked", async () => {
    const picked: string[] = [];
    const group = await shown(html`${radios(GROUP, "green", (code) => picked.push(code))}`, "fieldset");
    const inputs = [...group.querySelectorAll("input")];
    expect(inputs.map(({ checked }) => checked)).toEqual([false, true, false]);
    inputs[2]?.click();
    expect(picked).toEqual(["mint"]);
  });

  it("give several in the order in which they are offered", async () => {
    const picked: (readonly string[])[] = [];
    const group = await shown(html`${ticks(GROUP, ["mint"], (codes) => picked.push(codes))}`, "fieldset");
    group.querySelectorAll("input")[0]?.click();
    expect(picked).toEqual([["black", "mint"]]);
  });

  it("say what is wrong to those who listen", async () => {
    const group = await shown(html`${radios({ ...GROUP, error: "Choose one." }, null, () => undefined)}`, "fieldset");
    const words = document.getElementById(group.getAttribute("aria-describedby") ?? "");
    expect(words?.textContent).toBe("Choose one.");
  });
});
