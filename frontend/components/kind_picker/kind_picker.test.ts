// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { heard, settled, shown } from "../testing";
import type { KithKindPicker } from "./kind_picker";
import "./kind_picker";

const picker = (): Promise<KithKindPicker> =>
  shown<KithKindPicker>(html`<kith-kind-picker></kith-kind-picker>`, "kith-kind-picker");

describe("choosing a kind", () => {
  it("offers seven, each with a mark and words, and none chosen", async () => {
    const inputs = [...(await picker()).querySelectorAll("input")];
    expect(inputs).toHaveLength(7);
    expect(inputs.some(({ checked }) => checked)).toBe(false);
    for (const input of inputs) {
      expect(input.closest("label")?.textContent?.trim()).not.toBe("");
      expect(input.closest("label")?.querySelector("svg[aria-hidden]")).not.toBeNull();
    }
  });

  it("tells the code that was chosen and keeps it", async () => {
    const element = await picker();
    const told = heard(element, "kind-pick");
    element.querySelector<HTMLInputElement>('input[value="exchange"]')?.click();
    await settled();
    expect(told).toEqual([{ code: "exchange", settled: true }]);
    expect(element.value).toBe("exchange");
  });

  it("is not settled by arrow keys that only pass, and then by the space bar or Enter", async () => {
    const element = await picker();
    const told = heard(element, "kind-pick");
    const radio = element.querySelector<HTMLInputElement>('input[value="exchange"]');
    const press = (key: string, what: "keydown" | "keyup"): unknown => radio?.dispatchEvent(new KeyboardEvent(what, { key, bubbles: true, cancelable: true }));
    press("ArrowDown", "keydown");
    // What a browser does with an arrow key in a group of radio buttons.
    radio?.click();
    press("ArrowDown", "keyup");
    expect(told).toEqual([{ code: "exchange", settled: false }]);
    await settled();
    press(" ", "keydown");
    press(" ", "keyup");
    press("Enter", "keydown");
    // A tap on what is chosen already.
    radio?.click();
    expect(told.slice(1)).toEqual(Array(3).fill({ code: "exchange", settled: true }));
  });

  it("shows what is wrong and ties it to the group", async () => {
    const element = await picker();
    element.error = "Choose what it is.";
    await settled();
    const id = element.querySelector("fieldset")?.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(id)?.textContent).toBe("Choose what it is.");
  });
});
