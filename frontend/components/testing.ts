/** For tests: an element in a page, settled. */

import { LitElement, render, type TemplateResult } from "lit";

/** Draw into an empty page and wait until every element has drawn itself. */
export async function shown<Shown extends Element>(template: TemplateResult, selector: string): Promise<Shown> {
  document.body.replaceChildren();
  render(template, document.body.appendChild(document.createElement("main")));
  await settled();
  const element = document.querySelector<Shown>(selector);
  if (element === null) throw new Error(`There is no ${selector} on the page.`);
  return element;
}

/** Wait until every element on the page, and those they have drawn, have drawn what they were told. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const element of document.querySelectorAll("*")) {
      if (element instanceof LitElement) await element.updateComplete;
    }
  }
}

/** What an element tells from now on under a name. */
export function heard<Detail>(element: Element, name: string): Detail[] {
  const told: Detail[] = [];
  element.addEventListener(name, (event) => told.push((event as CustomEvent<Detail>).detail));
  return told;
}

export function press(element: Element | null, key: string, more: KeyboardEventInit = {}): void {
  element?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

export function type(field: HTMLInputElement | HTMLTextAreaElement | null, words: string): void {
  if (field === null) throw new Error("There is no such field.");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The button whose accessible name or text is this. */
export function button(name: string, inside: ParentNode = document): HTMLButtonElement {
  const found = [...inside.querySelectorAll("button")].find(
    (each) => (each.getAttribute("aria-label") ?? each.textContent?.trim()) === name,
  );
  if (found === undefined) throw new Error(`There is no button “${name}”.`);
  return found;
}
