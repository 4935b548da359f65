// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { MapPlace } from "./map_canvas/types";
import { dressPin, makePin, pinName } from "./pins";

const PLACE: MapPlace = {
  id: "launderette",
  kind: "meeting_place",
  title: "The launderette <b>",
  geometry: { type: "Point", coordinates: [0, 0] },
  mine: true,
  standing: "settled",
};

describe("a pin", () => {
  it("is named by its title, its kind and whose it is", () => {
    expect(pinName(PLACE)).toBe("The launderette <b>, Meeting place, yours");
    expect(pinName({ ...PLACE, mine: false, kindLabel: "Place to meet" })).toBe("The launderette <b>, Place to meet");
  });

  it("says how far it has come", () => {
    expect(pinName({ ...PLACE, standing: "waiting" })).toMatch(/, waiting to be sent$/);
    expect(pinName({ ...PLACE, standing: "refused" })).toMatch(/, not added$/);
  });

  it("says that it came from a file, and shows it", () => {
    const place: MapPlace = { ...PLACE, mine: false, fromFile: true };
    expect(pinName(place)).toBe("The launderette <b>, Meeting place, from a file");
    expect(makePin(place).classList.contains("pin-from-file")).toBe(true);
    expect(makePin(PLACE).classList.contains("pin-from-file")).toBe(false);
  });

  it("is a button out of the order of the Tab key until the map lets it in", () => {
    const pin = makePin(PLACE);
    expect([pin.tagName, pin.type, pin.tabIndex]).toEqual(["BUTTON", "button", -1]);
  });

  it("puts a title into the page as text alone", () => {
    const pin = makePin(PLACE);
    expect(pin.children).toHaveLength(0);
    expect(pin.getAttribute("aria-label")).toContain("<b>");
  });

  it("stays selected when its place changes", () => {
    const pin = makePin(PLACE);
    pin.classList.add("pin-selected");
    dressPin(pin, { ...PLACE, standing: "in_review" });
    expect([...pin.classList]).toEqual(expect.arrayContaining(["pin-selected", "pin-in_review", "pin-mine"]));
  });
});
