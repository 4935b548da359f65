// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { heard, settled, shown, type } from "../testing";
import type { ConnectionDraft, KithConnectionForm } from "./connection_form";
import "./connection_form";

const PLACES = [{ id: "hall", title: "St Anne’s hall" }];

const form = (): Promise<KithConnectionForm> =>
  shown<KithConnectionForm>(
    html`<kith-connection-form .places=${PLACES} .startTitle=${"A"} .endTitle=${"B"}></kith-connection-form>`,
    "kith-connection-form",
  );

function tick(element: Element, name: string, value: string): void {
  element.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)?.click();
}

function send(element: Element): void {
  element.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
}

describe("the form of a connection", () => {
  it("keeps what was said when the page draws itself anew with the draft that it began with", async () => {
    const element = await form();
    const begun = element.draft;
    tick(element, "connection-mode", "phone");
    element.draft = begun;
    await settled();
    expect(element.draft.how.mode).toBe("phone");
  });

  it("gives how, where, why and what happened", async () => {
    const element = await form();
    const told = heard<ConnectionDraft>(element, "connection-done");
    tick(element, "connection-mode", "in_person");
    tick(element, "connection-frequency", "weekly");
    tick(element, "connection-strength", "strong");
    const where = element.querySelector<HTMLSelectElement>("#connection-where");
    if (where === null) throw new Error("There is nowhere to say where.");
    where.value = "hall";
    where.dispatchEvent(new Event("change"));
    tick(element, "connection-why", "fun");
    await settled();
    tick(element, "connection-why", "support");
    tick(element, "connection-outcome", "learned");
    await settled();
    type(element.querySelector("#connection-words"), " We talk. ");
    send(element);
    expect(told).toEqual([
      {
        directed: false,
        how: { mode: "in_person", frequency: "weekly", strength: "strong" },
        where: "hall",
        why: ["support", "fun"],
        result: { outcome: "learned", words: "We talk." },
      },
    ]);
  });

  it("goes to the first question that is open", async () => {
    const element = await form();
    const told = heard(element, "connection-done");
    send(element);
    await settled();
    expect(told).toEqual([]);
    expect(document.activeElement?.id).toBe("connection-mode");
    expect(element.querySelectorAll(".field-error")).toHaveLength(5);
  });

  it("offers every place, and none", async () => {
    const options = [...(await form()).querySelectorAll("option")].map(({ value }) => value);
    expect(options).toEqual(["", "no_fixed_place", "hall"]);
  });
});
