// @vitest-environment happy-dom
import { html, nothing } from "lit";
import { describe, expect, it, vi } from "vitest";
import { button, settled, shown } from "../../components/testing";
import { CONTEXT, placeRecord } from "../testing/records";
import type { OwnPhoto, PlacePhotos } from "./place_photos";
import { photoSource } from "./shown";
import { photoButtons, photoCard, photoField } from "./views";

const PHOTO = { id: "p", alt: "A red door", width: 1200, height: 900 };
const OWN: OwnPhoto = { state: "chosen", src: "blob:x", alt: "", width: 1200, height: 900, progress: 0 };

function photos(own: Partial<OwnPhoto> | null = null): PlacePhotos {
  const view = own === null ? null : { ...OWN, ...own };
  return { of: () => view, choose: vi.fn(), describe: vi.fn(), drop: vi.fn(), add: vi.fn() } as unknown as PlacePhotos;
}

const draw = (part: unknown): Promise<HTMLElement> => shown<HTMLElement>(html`<section>${part}</section>`, "section");

describe("a photo in a place's form", () => {
  it("is chosen by a labelled field, and asks for no more until there is one", async () => {
    const all = photos();
    const form = await draw(photoField(all, "x"));
    const field = form.querySelector<HTMLInputElement>('input[type="file"]');
    expect(field?.closest("label")?.textContent?.trim()).toBe("Add a photo");
    expect(form.querySelector("#place-photo-alt")).toBeNull();
    const file = new File(["x"], "x.jpg", { type: "image/jpeg" });
    Object.defineProperty(field, "files", { value: [file] });
    field?.dispatchEvent(new Event("change"));
    expect(all.choose).toHaveBeenCalledWith("x", file);
  });

  it("asks what can be seen, and can be left out", async () => {
    const all = photos({});
    const form = await draw(photoField(all, "x"));
    const alt = form.querySelector<HTMLInputElement>("#place-photo-alt");
    expect(form.querySelector(`label[for="${alt?.id}"]`)?.textContent).toBe("What can be seen on it?");
    if (alt !== null) alt.value = "A door";
    alt?.dispatchEvent(new Event("input"));
    expect(all.describe).toHaveBeenCalledWith("x", "A door");
    button("Leave it out").click();
    expect(all.drop).toHaveBeenCalledWith("x");
  });

  it("says how far it is, and why it cannot be read", async () => {
    const said = async (own: Partial<OwnPhoto>): Promise<string | undefined> =>
      (await draw(photoField(photos(own), "x"))).querySelector('[role="status"]')?.textContent?.trim();
    expect(await said({ state: "preparing", src: "" })).toMatch(/being made smaller/);
    expect(await said({ state: "sending", progress: 0.4 })).toBe("The photo is on its way: 40 %");
    expect(await said({ state: "unreadable", src: "" })).toMatch(/cannot read that picture/);
  });
});

describe("a photo on a place's card", () => {
  const record = placeRecord("x", "me", { photo: PHOTO });

  it("is fetched small, from where its place's page may fetch it", async () => {
    const card = await draw(photoCard({ photos: photos(), record, context: { ...CONTEXT, query: "as=participant" } }));
    await settled();
    expect(card.querySelector("img")?.getAttribute("src")).toBe("/api/workshops/w/photos/p?size=small&as=participant");
    expect(photoSource(CONTEXT, "p", "large")).toBe("/api/workshops/w/photos/p?size=large");
  });

  it("is named by its place where nobody said what can be seen", async () => {
    const bare = placeRecord("x", "me", { title: "Fern Hall", photo: { ...PHOTO, alt: "" } });
    await draw(photoCard({ photos: photos(), record: bare, context: CONTEXT }));
    expect(button("Show the photo larger: Photo of Fern Hall")).toBeDefined();
  });

  it("can be taken off or be another one; while one is on its way, that one is shown", async () => {
    const remove = vi.fn();
    await draw(photoButtons(photos(), record, remove));
    button("Take off the photo").click();
    expect(remove).toHaveBeenCalledOnce();
    expect(photoButtons(photos({ state: "waiting" }), record, remove)).toBe(nothing);
    const card = await draw(photoCard({ photos: photos({ state: "waiting" }), record, context: CONTEXT }));
    expect(card.querySelector("img")?.getAttribute("src")).toBe("blob:x");
    expect(card.textContent).toContain("The photo is kept here and will be sent.");
  });

  it("that was chosen there is added by its own button", async () => {
    const all = photos({});
    await draw(photoCard({ photos: all, record: placeRecord("x", "me"), context: CONTEXT }));
    button("Add this photo").click();
    expect(all.add).toHaveBeenCalledWith("x");
  });
});
