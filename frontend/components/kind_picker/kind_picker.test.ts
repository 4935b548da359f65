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
    expect(told).toEqual([{ code: "exchange" }]);
    expect(element.value).toBe("exchange");
  });

  it("shows what is wrong and ties it to the group", async () => {
    const element = await picker();
    element.error = "Choose what it is.";
    await settled();
    const id = element.querySelector("fieldset")?.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(id)?.textContent).toBe("Choose what it is.");
  });
});
