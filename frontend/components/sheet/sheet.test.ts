// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { button, heard, press, settled, shown } from "../testing";
import type { KithSheet } from "./sheet";
import "../strip/strip";
import "./sheet";

const PAGE = html`<button>opener</button><kith-sheet heading="Add a place"><p id="inside">Content</p></kith-sheet>`;

async function opened(): Promise<KithSheet> {
  const sheet = await shown<KithSheet>(PAGE, "kith-sheet");
  button("opener").focus();
  sheet.open = true;
  await settled();
  return sheet;
}

describe("a sheet", () => {
  it("is hidden until opened, and keeps what is written in it", async () => {
    const sheet = await shown<KithSheet>(PAGE, "kith-sheet");
    expect(sheet.hidden).toBe(true);
    sheet.open = true;
    await settled();
    expect(sheet.hidden).toBe(false);
    expect(sheet.querySelector("#inside")?.textContent).toBe("Content");
  });

  it("draws its heading before its content", async () => {
    const sheet = await opened();
    const head = sheet.querySelector(".sheet-head") as Element;
    const inside = sheet.querySelector("#inside") as Element;
    expect(head.compareDocumentPosition(inside) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it("keeps its own heading beside a child that draws itself", async () => {
    const sheet = await shown<KithSheet>(
      html`<kith-sheet heading="Add a place" open><kith-strip state="back"></kith-strip></kith-sheet>`,
      "kith-sheet",
    );
    const order = [...sheet.children].map(({ localName }) => localName);
    expect(order).toEqual(["div", "kith-strip"]);
    expect(sheet.querySelector("kith-strip .strip")).not.toBeNull();
  });

  it("is a named dialog that takes the focus and gives it back", async () => {
    const sheet = await opened();
    expect([sheet.getAttribute("role"), sheet.getAttribute("aria-modal")]).toEqual(["dialog", "true"]);
    expect(sheet.getAttribute("aria-label")).toBe("Add a place");
    expect(document.activeElement).toBe(sheet.querySelector(".sheet-title"));
    sheet.open = false;
    await settled();
    expect(document.activeElement).toBe(button("opener"));
  });

  it("shows something else from its beginning", async () => {
    const sheet = await opened();
    sheet.scrollTop = 120;
    sheet.heading = "A place";
    await settled();
    expect(sheet.scrollTop).toBe(0);
  });

  it("asks to be closed by Escape, by the cross and by the ground beside it, and waits for the page", async () => {
    const sheet = await opened();
    const asked = heard(sheet, "sheet-close");
    press(sheet.querySelector("#inside"), "Escape");
    button("Close").click();
    document.querySelector<HTMLElement>(".kith-backdrop")?.click();
    expect(asked).toHaveLength(3);
    expect(sheet.open).toBe(true);
  });

  it("takes its ground away when it closes or leaves the page", async () => {
    const sheet = await opened();
    sheet.open = false;
    await settled();
    expect(document.querySelector(".kith-backdrop")).toBeNull();
    sheet.open = true;
    await settled();
    sheet.remove();
    expect(document.querySelector(".kith-backdrop")).toBeNull();
  });

  it("beside the page leaves the page alone", async () => {
    const sheet = await shown<KithSheet>(html`<kith-sheet heading="List" open beside></kith-sheet>`, "kith-sheet");
    expect(sheet.getAttribute("role")).toBe("region");
    expect(sheet.hasAttribute("aria-modal")).toBe(false);
    expect(document.querySelector(".kith-backdrop")).toBeNull();
  });
});
