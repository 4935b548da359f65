// @vitest-environment happy-dom
import { render } from "lit";
import { expect, test } from "vitest";
import { agreedIn, agreedView } from "./agreed";
import { itemRecord, recordsOf } from "./testing";

const wordings = (label: string): { readonly wordings: readonly { number: number; label: string; meaning: string }[] } => ({
  wordings: [{ number: 0, label, meaning: "What it means here." }],
});

function said(labels: readonly string[]): string {
  const place = document.createElement("div");
  render(agreedView(labels), place);
  return place.textContent?.replaceAll(/\s+/gu, " ").trim() ?? "";
}

test("words and signs that were agreed are named, with or without dissent, and nothing else", () => {
  const records = recordsOf(
    itemRecord({ ...wordings("Hub"), state: "adopted" }, "a"),
    itemRecord({ ...wordings("Network"), state: "parked" }, "b"),
    itemRecord({ ...wordings("Borrowing a ladder"), type: "indicator", state: "adopted_with_dissent" }, "c"),
  );
  expect(agreedIn(records)).toEqual(["Hub", "Borrowing a ladder"]);
});

test("a room that agreed on nothing is not told so", () => {
  expect(said([])).toBe("");
});

test("many are named in part, and the others counted", () => {
  expect(said(["Hub", "Gate"])).toBe("What you agreed on: Hub, Gate.");
  expect(said(["a", "b", "c", "d", "e", "f", "g"])).toBe("What you agreed on: a, b, c, d, e. And 2 more.");
});
