// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { FocusHold } from "./focus_hold";
import { button, press, shown } from "./testing";

async function page(): Promise<{ box: HTMLElement; hold: FocusHold; escapes: number[] }> {
  const box = await shown<HTMLElement>(
    html`<button>before</button>
      <div id="box"><button>first</button><button hidden>never</button><button>last</button></div>`,
    "#box",
  );
  const escapes: number[] = [];
  const hold = new FocusHold(box, () => escapes.push(1));
  box.addEventListener("keydown", (event) => hold.keyPressed(event));
  return { box, hold, escapes };
}

describe("holding the focus", () => {
  it("takes it in and gives it back where it was", async () => {
    const { hold } = await page();
    button("before").focus();
    hold.take(button("first"));
    expect(document.activeElement).toBe(button("first"));
    hold.giveBack();
    expect(document.activeElement).toBe(button("before"));
  });

  it("lets Tab go round, both ways", async () => {
    await page();
    button("last").focus();
    press(button("last"), "Tab");
    expect(document.activeElement).toBe(button("first"));
    press(button("first"), "Tab", { shiftKey: true });
    expect(document.activeElement).toBe(button("last"));
  });

  it("lets Tab reach the messages that lie above it, and come back", async () => {
    const { hold } = await page();
    hold.take(button("first"));
    const toast = document.createElement("kith-toast");
    toast.append(Object.assign(document.createElement("button"), { textContent: "Undo" }));
    document.body.append(toast);
    button("last").focus();
    press(button("last"), "Tab");
    expect(document.activeElement).toBe(button("Undo"));
    press(button("Undo"), "Tab");
    expect(document.activeElement).toBe(button("first"));
    press(button("first"), "Tab", { shiftKey: true });
    expect(document.activeElement).toBe(button("Undo"));
    press(button("Undo"), "Tab", { shiftKey: true });
    expect(document.activeElement).toBe(button("last"));
    toast.remove();
    hold.letGo();
  });

  it("is left by Escape even where nothing has the focus, until it holds nothing", async () => {
    const { hold, escapes } = await page();
    hold.take(button("first"));
    button("first").blur();
    press(document.body, "Escape");
    hold.giveBack();
    press(document.body, "Escape");
    expect(escapes).toHaveLength(1);
  });

  it("leaves by Escape", async () => {
    const { box, escapes } = await page();
    press(box, "Escape");
    expect(escapes).toHaveLength(1);
  });

  it("gives back to nobody who has left the page", async () => {
    const { hold } = await page();
    button("before").focus();
    hold.take(button("first"));
    button("before").remove();
    hold.giveBack();
    expect(document.activeElement).toBe(button("first"));
  });
});
