// @vitest-environment happy-dom
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { shown } from "../testing";
import "./qr";

describe("the way in", () => {
  it("shows the server's picture as an image, and says in words where it leads", async () => {
    const qr = await shown(
      html`<kith-qr src="/join/qr.svg" address="kithmap.local" code="fern river 42"></kith-qr>`,
      "kith-qr",
    );
    expect(qr.querySelector("img")?.alt).toContain("kithmap.local");
    expect(qr.querySelector("svg")).toBeNull();
    expect(qr.textContent).toContain("fern river 42");
  });

  it("does not speak of scanning while there is nothing to scan", async () => {
    const qr = await shown(html`<kith-qr address="kithmap.local"></kith-qr>`, "kith-qr");
    expect(qr.querySelector("img")).toBeNull();
    expect(qr.textContent).not.toContain("Scan");
  });
});
