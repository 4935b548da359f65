// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "lit";
import { expect, test } from "vitest";
import { aliasColour, aliasView } from "./alias";

test("shows the words with a spot of their colour", () => {
  const place = document.createElement("p");
  render(aliasView("teal otter"), place);
  expect(place.textContent).toBe("teal otter");
  expect(place.querySelector(".alias-teal .alias-spot")).not.toBeNull();
});

test("gives nothing that is no colour of ours a class, whatever it is called", () => {
  expect([aliasColour("the facilitator"), aliasColour("x\" onload=1 otter"), aliasColour("")]).toEqual(["", "", ""]);
});

test("knows every colour that the server gives", () => {
  const path = join(import.meta.dirname, "../../../server/kithmap/workshop/aliases.py");
  const written = /_COLOURS = \(([^)]*)\)/.exec(readFileSync(path, "utf-8"))?.[1] ?? "";
  const colours = written.replace(/"/g, " ").split(/\s+/).filter(Boolean);
  expect(colours.length).toBeGreaterThan(20);
  expect(colours.filter((colour) => aliasColour(`${colour} otter`) === "")).toEqual([]);
});
