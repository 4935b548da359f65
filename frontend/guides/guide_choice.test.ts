// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { settled } from "../sync/testing/clock";
import { KithGuideChoice } from "./guide_choice";
import { runSheetOf, type Asking } from "./offered";

const GUIDES = [
  { key: "places", title: "Places", summary: "", minutes: 50, language: "en", own: false },
  { key: "close", title: "Closing", summary: "", minutes: 10, language: "en", own: false },
  { key: "own_ours", title: "Our way", summary: "", minutes: 20, language: "cy", own: true },
];

async function shown(ask: Asking, choose: (keys: readonly string[]) => Promise<void> = async () => undefined): Promise<KithGuideChoice> {
  const choice = new KithGuideChoice();
  choice.ask = ask;
  choice.choose = choose;
  document.body.replaceChildren(choice);
  await settled();
  await choice.updateComplete;
  return choice;
}

test("the whole workshop is ticked from the beginning, people's own guides are not", async () => {
  const choice = await shown(async () => GUIDES);
  expect([...choice.querySelectorAll<HTMLInputElement>("input")].map(({ checked }) => checked)).toEqual([true, true, false]);
  expect(choice.querySelector("[role=status]")?.textContent).toBe("60 minutes together");
});

test("what is ticked is chosen, in the order of the list", async () => {
  const chosen: (readonly string[])[] = [];
  const choice = await shown(async () => GUIDES, async (keys) => void chosen.push(keys));
  const [first, , last] = choice.querySelectorAll<HTMLInputElement>("input");
  last?.click();
  first?.click();
  await choice.updateComplete;
  choice.querySelector("form")?.requestSubmit();
  await settled();
  expect(chosen).toEqual([["close", "own_ours"]]);
});

test("with nothing ticked there is nothing to lead by", async () => {
  const choice = await shown(async () => GUIDES.slice(0, 1));
  choice.querySelector<HTMLInputElement>("input")?.click();
  await choice.updateComplete;
  expect(choice.querySelector<HTMLButtonElement>("button[type=submit]")?.disabled).toBe(true);
});

test("without the server it says so, and tries again when asked", async () => {
  let isReached = false;
  const choice = await shown(async () => {
    if (!isReached) throw new Error("away");
    return GUIDES;
  });
  expect(choice.querySelector("[role=alert]")).not.toBeNull();
  isReached = true;
  choice.querySelector("button")?.click();
  await settled();
  await choice.updateComplete;
  expect(choice.querySelectorAll("input")).toHaveLength(3);
});

test("the run sheet of several guides is asked for by their keys", async () => {
  const asked: string[] = [];
  await runSheetOf(["a", "b"], async (path) => void asked.push(path));
  expect(asked).toEqual(["/api/guides/run-sheet?guide=a&guide=b"]);
});
