// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { button, heard, settled, shown, type } from "../testing";
import type { KithPlaceForm, PlaceDraft } from "./place_form";
import "./place_form";

const form = (): Promise<KithPlaceForm> =>
  shown<KithPlaceForm>(html`<kith-place-form></kith-place-form>`, "kith-place-form");

async function pick(code: string): Promise<void> {
  document.querySelector<HTMLInputElement>(`.kind-radio[value="${code}"]`)?.click();
  await settled();
}

function send(element: Element): void {
  element.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
}

const title = (): HTMLInputElement | null => document.querySelector("#place-title");

describe("the form of a place", () => {
  it("is done with a kind and a name", async () => {
    const element = await form();
    const told = heard<PlaceDraft>(element, "place-done");
    await pick("exchange");
    type(title(), "Swap shelf");
    send(element);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: "exchange", title: "Swap shelf", visibility: "partners", precision: "exact" });
  });

  it("goes on to the name once a kind is chosen, and the kind can be changed", async () => {
    await form();
    await pick("exchange");
    expect(document.activeElement).toBe(title());
    expect(document.querySelector("kith-kind-picker")).toBeNull();
    button("Change what it is").click();
    await settled();
    const chosen = document.querySelector<HTMLInputElement>('.kind-radio[value="exchange"]');
    expect(chosen?.checked).toBe(true);
    expect(document.activeElement).toBe(chosen);
  });

  it("goes on with a draft where it was left: at the name, with its kind above it", async () => {
    const element = await form();
    element.draft = { ...element.draft, kind: "exchange", title: "Swap sh" };
    await settled();
    expect(title()?.value).toBe("Swap sh");
    expect(document.querySelector("kith-kind-picker")).toBeNull();
  });

  it("stays with the kinds while arrow keys only pass over them", async () => {
    const element = await form();
    document.querySelector(".kind-radio")?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    await pick("exchange");
    expect(element.draft.kind).toBe("exchange");
    expect(document.querySelector("kith-kind-picker")).not.toBeNull();
  });

  it("asks who meets, of meeting places alone, and keeps the answers when the kind goes to and fro", async () => {
    const element = await form();
    await pick("exchange");
    expect(element.querySelector("#place-who")).toBeNull();
    element.draft = { ...element.draft, kind: "meeting_place" };
    await settled();
    type(element.querySelector("#place-who"), "walkers");
    element.querySelector<HTMLInputElement>('input[name="place-how_often"][value="weekly"]')?.click();
    element.draft = { ...element.draft, kind: "exchange" };
    element.draft = { ...element.draft, kind: "meeting_place" };
    await settled();
    expect(element.draft.meeting).toMatchObject({ who: "walkers", how_often: "weekly" });
  });

  it("keeps what was typed when the page draws itself anew with the draft that it began with", async () => {
    const element = await form();
    const begun = element.draft;
    await pick("exchange");
    type(title(), "Swap shelf");
    element.draft = begun;
    await settled();
    expect(element.draft).toMatchObject({ kind: "exchange", title: "Swap shelf" });
    expect(title()?.value).toBe("Swap shelf");
  });

  it("says what is missing where it is missing, goes there, and takes it back once mended", async () => {
    const element = await form();
    const told = heard(element, "place-done");
    await pick("exchange");
    send(element);
    await settled();
    expect(told).toEqual([]);
    expect(document.activeElement).toBe(title());
    expect(title()?.getAttribute("aria-invalid")).toBe("true");
    const described = document.getElementById(title()?.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toMatch(/^Give it a name/);
    type(title(), "S");
    await settled();
    expect(title()?.hasAttribute("aria-invalid")).toBe(false);
  });

  it("one tap keeps a place from everyone but the facilitators, and another lets it go", async () => {
    const element = await form();
    const harm = (): HTMLInputElement | null => element.querySelector(".place-harm input");
    harm()?.click();
    await settled();
    expect(element.draft.visibility).toBe("facilitators");
    harm()?.click();
    expect(element.draft.visibility).toBe("partners");
  });

  it("says never to pin a home", async () => {
    expect((await form()).textContent).toContain("Never pin a home.");
  });

  it("can be left, and what was typed stays for the page to decide", async () => {
    const element = await form();
    const told = heard(element, "place-cancel");
    type(title(), "Half a name");
    button("Cancel").click();
    expect(told).toEqual([null]);
    expect(element.draft.title).toBe("Half a name");
  });
});
