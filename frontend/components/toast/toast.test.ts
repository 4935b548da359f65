// @vitest-environment happy-dom
import { html } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, heard, settled, shown } from "../testing";
import type { KithToast } from "./toast";
import "./toast";

let toast: KithToast;

beforeEach(async () => {
  toast = await shown<KithToast>(html`<kith-toast></kith-toast>`, "kith-toast");
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

const shownWords = (): string[] => [...toast.querySelectorAll(".toast-words")].map((each) => each.textContent ?? "");

describe("messages about what happened", () => {
  it("go by themselves after eight seconds", async () => {
    toast.show({ key: "a", words: "Added." });
    await settled();
    expect(shownWords()).toEqual(["Added."]);
    vi.advanceTimersByTime(8000);
    await settled();
    expect(shownWords()).toEqual([]);
  });

  it("stay while a finger or the focus is on them", async () => {
    toast.show({ key: "a", words: "Added.", undo: true });
    await settled();
    toast.querySelector(".toast")?.dispatchEvent(new Event("focusin", { bubbles: true }));
    vi.advanceTimersByTime(60_000);
    await settled();
    expect(shownWords()).toEqual(["Added."]);
    toast.querySelector(".toast")?.dispatchEvent(new Event("focusout", { bubbles: true }));
    vi.advanceTimersByTime(8000);
    await settled();
    expect(shownWords()).toEqual([]);
  });

  it("tell the page to undo, once", async () => {
    const told = heard<{ key: string }>(toast, "toast-undo");
    toast.show({ key: "a", words: "Removed.", undo: true });
    await settled();
    button("Undo").click();
    await settled();
    expect(told).toEqual([{ key: "a" }]);
    expect(shownWords()).toEqual([]);
  });

  it("replace an earlier one of the same key, and are three at most", async () => {
    for (const [key, words] of ["a1", "a2", "b3", "c4", "d5"].map((each) => [each[0] ?? "", each] as const)) {
      toast.show({ key, words });
    }
    await settled();
    expect(shownWords()).toEqual(["b3", "c4", "d5"]);
  });
});
