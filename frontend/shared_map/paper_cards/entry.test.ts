// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { heard, settled, shown, type } from "../../components/testing";
import { DEFAULT_KINDS } from "../kinds";
import type { TypedCard } from "./cards";
import type { KithCardEntry } from "./entry";
import "./entry";

const GRID = { left: 0.4979, top: 0.3278, side: 6.8e-6, metres: 250, columns: 13, rows: 11 };

const entry = (): Promise<KithCardEntry> =>
  shown<KithCardEntry>(
    html`<kith-card-entry .grid=${GRID} .kinds=${DEFAULT_KINDS} .next=${12} .taken=${new Map([[9, "The Plough"]])}></kith-card-entry>`,
    "kith-card-entry",
  );

const input = (name: string): HTMLInputElement | null => document.querySelector(`#card-${name}`);

function pick(code: string): void {
  const select = document.querySelector<HTMLSelectElement>("#card-kind");
  if (select !== null) select.value = code;
}

async function send(element: Element): Promise<void> {
  element.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
}

describe("a line of the pile", () => {
  it("begins at the square, with the number that comes next, and goes on to the next card", async () => {
    const element = await entry();
    const told = heard<TypedCard>(element, "card-done");
    expect([document.activeElement?.id, input("card")?.value]).toEqual(["card-square", "12"]);
    type(input("square"), "b4");
    pick("exchange");
    type(input("title"), " Swap shelf ");
    await send(element);
    expect(told).toEqual([{ card: 12, square: { column: 1, row: 3 }, kind: "exchange", title: "Swap shelf", note: "", harm: false }]);
    expect([input("card")?.value, input("square")?.value, input("title")?.value]).toEqual(["13", "", ""]);
    expect(document.activeElement?.id).toBe("card-square");
  });

  it("offers each kind by one key", async () => {
    await entry();
    const options = [...document.querySelectorAll("option")].map((option) => option.textContent?.trim());
    expect(options.slice(1).every((words, place) => words?.startsWith(String(place + 1)))).toBe(true);
  });

  it("tells what is wrong, goes there, and puts nothing on the map", async () => {
    const element = await entry();
    const told = heard(element, "card-done");
    const wrong = async (): Promise<readonly (string | undefined)[]> => {
      await send(element);
      return [document.activeElement?.id, document.querySelector(".card-said")?.textContent ?? ""];
    };
    type(input("square"), "Z9");
    expect(await wrong()).toEqual(["card-square", "There is no such square. They go from A1 to M11."]);
    type(input("square"), "");
    expect(await wrong()).toEqual(["card-kind", "Choose what it is."]);
    pick("exchange");
    expect((await wrong())[0]).toBe("card-title");
    type(input("title"), "Shelf");
    type(input("card"), "0");
    expect((await wrong())[0]).toBe("card-card");
    expect(told).toEqual([]);
    type(input("card"), "7");
    await send(element);
    expect(told).toHaveLength(1);
  });

  it("tells of a number that is typed in already", async () => {
    await entry();
    type(input("card"), "9");
    await settled();
    expect(document.querySelector('[role="status"]')?.textContent).toBe("Card 9 is typed in already: “The Plough”.");
  });
});
