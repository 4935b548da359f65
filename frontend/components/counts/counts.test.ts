// @vitest-environment happy-dom
import { html } from "lit";
import { expect, it } from "vitest";
import { shown } from "../testing";
import "./counts";

it("counts name each kind with its figure, none included", async () => {
  const counts = [
    { code: "a", kind: "exchange", label: "Shops", count: 9 },
    { code: "b", kind: "institution", label: "Services", count: 0 },
  ] as const;
  const list = await shown(html`<kith-counts .counts=${counts}></kith-counts>`, "kith-counts ul");
  const words = [...list.querySelectorAll("li")].map((item) => item.textContent?.replace(/\s+/g, " ").trim());
  expect(words).toEqual(["Shops 9", "Services 0"]);
  expect(list.getAttribute("aria-label")).toBe("Places so far");
});
