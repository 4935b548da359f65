// @vitest-environment happy-dom
import { render } from "lit";
import { expect, test } from "vitest";
import { languagesView, OFFERED } from "./languages";

function drawn(): HTMLFormElement {
  render(languagesView("/w/1"), document.body);
  return document.querySelector("form") as HTMLFormElement;
}

test("offers every language by its own name, read aloud in its own voice", () => {
  const buttons = [...drawn().querySelectorAll("button")];
  expect(buttons.map((each) => [each.value, each.textContent?.trim(), each.lang])).toEqual(OFFERED.map(([tag, name]) => [tag, name, tag]));
});

test("marks the language of the page, and comes back to it", () => {
  const form = drawn();
  expect(form.querySelector("[aria-current=true]")?.getAttribute("value")).toBe("en");
  expect(form.querySelector("input")?.value).toBe("/w/1");
});
