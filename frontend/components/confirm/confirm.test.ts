// @vitest-environment happy-dom
import { html } from "lit";
import { beforeEach, describe, expect, it } from "vitest";
import { button, press, settled, shown } from "../testing";
import type { KithConfirm } from "./confirm";
import "./confirm";

const QUESTION = { heading: "Close it?", words: "Phones stop.", yes: "Close", no: "Keep it open", danger: true };

let confirm: KithConfirm;

beforeEach(async () => {
  confirm = await shown<KithConfirm>(html`<button>opener</button><kith-confirm></kith-confirm>`, "kith-confirm");
  button("opener").focus();
});

describe("asking before what cannot be undone", () => {
  it("answers with what was chosen", async () => {
    const yes = confirm.ask(QUESTION);
    await settled();
    button("Close").click();
    expect(await yes).toBe(true);
    const no = confirm.ask(QUESTION);
    await settled();
    button("Keep it open").click();
    expect(await no).toBe(false);
  });

  it("puts the focus on the safe answer, and gives it back after", async () => {
    void confirm.ask(QUESTION);
    await settled();
    expect(document.activeElement).toBe(button("Keep it open"));
    button("Keep it open").click();
    await settled();
    expect(document.activeElement).toBe(button("opener"));
  });

  it("takes Escape for no", async () => {
    const answer = confirm.ask(QUESTION);
    await settled();
    press(confirm.querySelector("[role=alertdialog]"), "Escape");
    expect(await answer).toBe(false);
  });

  it("takes a second question for no to the first", async () => {
    const first = confirm.ask(QUESTION);
    await settled();
    void confirm.ask({ ...QUESTION, heading: "Really?" });
    expect(await first).toBe(false);
  });
});
