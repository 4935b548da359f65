// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { KithExamplePicker, MOST_EXAMPLES } from "./example_picker";

const PLACES = ["Elm Hall", "Elm Street shops", "The Hub", "Weir bridge", "Elm Grove"].map((title) => ({ id: title, title }));

async function picker(): Promise<{ readonly element: KithExamplePicker; readonly heard: (readonly string[])[] }> {
  const element = new KithExamplePicker();
  const heard: (readonly string[])[] = [];
  element.places = PLACES;
  element.addEventListener("examples", ({ detail }) => heard.push(detail));
  document.body.replaceChildren(element);
  await element.updateComplete;
  return { element, heard };
}

async function type(element: KithExamplePicker, letters: string): Promise<string[]> {
  const field = element.querySelector("input") as HTMLInputElement;
  field.value = letters;
  field.dispatchEvent(new Event("input"));
  await element.updateComplete;
  return offered(element);
}

function offered(element: KithExamplePicker): string[] {
  return [...element.querySelectorAll("ul[aria-label] button")].map((each) => each.textContent?.trim() ?? "");
}

test("offers places by a few letters of their names, whatever their capitals", async () => {
  const { element } = await picker();
  expect(await type(element, "elm")).toEqual(["Elm Hall", "Elm Street shops", "Elm Grove"]);
  expect(await type(element, "")).toEqual([]);
});

test("enter takes the first, and does not send the form around it", async () => {
  const { element, heard } = await picker();
  await type(element, "hub");
  const enter = new KeyboardEvent("keydown", { key: "Enter", cancelable: true });
  element.querySelector("input")?.dispatchEvent(enter);
  expect([heard, enter.defaultPrevented]).toEqual([[["The Hub"]], true]);
});

test("three are enough, and each can be let go of again", async () => {
  const { element, heard } = await picker();
  for (const letters of ["hall", "shops", "weir"]) {
    await type(element, letters);
    element.querySelector<HTMLElement>("ul[aria-label] button")?.click();
    await element.updateComplete;
  }
  expect(heard[heard.length - 1]).toHaveLength(MOST_EXAMPLES);
  expect(element.querySelector("input")).toBeNull();
  element.querySelector<HTMLElement>(".agree-chips button")?.click();
  await element.updateComplete;
  expect(heard[heard.length - 1]).toEqual(["Elm Street shops", "Weir bridge"]);
});

test("nothing is asked where no place is on the map", async () => {
  const element = new KithExamplePicker();
  document.body.replaceChildren(element);
  await element.updateComplete;
  expect(element.textContent).toBe("");
});
