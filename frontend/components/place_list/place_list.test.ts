// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { button, heard, settled, shown, type } from "../testing";
import { EXAMPLE_PLACES } from "./examples";
import { LISTED, type KithPlaceList } from "./place_list";
import "./place_list";

const list = (): Promise<KithPlaceList> =>
  shown<KithPlaceList>(html`<kith-place-list .places=${EXAMPLE_PLACES}></kith-place-list>`, "kith-place-list");

const titles = (element: Element): string[] =>
  [...element.querySelectorAll(".place-title")].map((each) => each.textContent ?? "");

describe("the list beside the map", () => {
  it("opens one place at a time, and says so", async () => {
    const element = await list();
    const told = heard(element, "place-opened");
    const buttons = [...element.querySelectorAll<HTMLButtonElement>(".place-button")];
    buttons[0]?.click();
    await settled();
    buttons[1]?.click();
    await settled();
    expect(buttons.map((each) => each.getAttribute("aria-expanded"))).toEqual(["false", "true", "false", "false"]);
    expect(told).toEqual([{ id: "launderette" }, { id: "orchard" }]);
  });

  it("lists some of many, and more at each wish, beginning with what is open", async () => {
    const many = Array.from({ length: 2 * LISTED + 5 }, (_, index) => ({ ...EXAMPLE_PLACES[0]!, id: `p${index}`, title: `Place ${index}` }));
    const element = await shown<KithPlaceList>(html`<kith-place-list .places=${many}></kith-place-list>`, "kith-place-list");
    expect(titles(element)).toHaveLength(LISTED);
    expect(element.querySelector(".list-count")?.textContent).toContain(String(many.length));
    button(`Show ${LISTED} more`).click();
    await settled();
    expect(titles(element)).toHaveLength(2 * LISTED);
    expect(document.activeElement?.textContent).toContain(`Place ${LISTED}`);
    button("Show 5 more").click();
    await settled();
    expect(titles(element)).toHaveLength(many.length);
    type(element.querySelector("input") as HTMLInputElement, "place 12");
    await settled();
    expect(titles(element)).toHaveLength(7);
    type(element.querySelector("input") as HTMLInputElement, "");
    element.openPlace = `p${LISTED + 10}`;
    await settled();
    expect(titles(element)).toHaveLength(LISTED + 11);
  });

  it("has a button for each thing one can do, named with the place", async () => {
    const element = await list();
    element.openPlace = "launderette";
    await settled();
    const told = heard(element, "place-action");
    button("Change The launderette on Mill Lane").click();
    button("Show on map: The launderette on Mill Lane").click();
    expect(told).toEqual([
      { action: "change", id: "launderette" },
      { action: "show", id: "launderette" },
    ]);
    expect(button("Me too: The launderette on Mill Lane").getAttribute("aria-pressed")).toBe("true");
    expect(element.querySelectorAll(".place-actions button")).toHaveLength(6);
  });

  it("finds places by their words and tells how many", async () => {
    const element = await list();
    type(element.querySelector("input"), "cafe");
    await settled();
    expect(titles(element)).toEqual(["Repair café"]);
    expect(element.querySelector('[role="status"]')?.textContent).toBe("1 place found");
  });

  it("shows only one's own when asked", async () => {
    const element = await list();
    button("Only mine").click();
    await settled();
    expect(titles(element)).toEqual(["The launderette on Mill Lane", "Bernie mends bikes", "Repair café"]);
  });

  it("says how far a place has come, and why it was refused", async () => {
    const element = await list();
    expect(element.textContent).toContain("waiting to be sent");
    element.openPlace = "cafe";
    await settled();
    expect(element.querySelector(".notice-danger")?.textContent).toContain("The workshop closed before this arrived.");
  });

  it("has words for an empty map", async () => {
    const element = await shown<KithPlaceList>(html`<kith-place-list></kith-place-list>`, "kith-place-list");
    expect(element.querySelector('[role="status"]')?.textContent).toBe("Nothing on the map yet.");
  });
});
