// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { imagesIn, pinImages } from "./pin_images";

test.each([
  ["none", []],
  ['url("http://hall.test/a.svg")', ["http://hall.test/a.svg"]],
  ["url(/a.svg), radial-gradient(circle, red 97%, transparent), url(/b.svg)", ["/a.svg", "/b.svg"]],
])("the images in %s are found", (style, addresses) => {
  expect(imagesIn(style)).toEqual(addresses);
});

test("each drawing is fetched once, and nothing of the search is left on the page", () => {
  const style = document.createElement("style");
  style.textContent = '.pin { background-image: url("/all.svg"); }';
  document.head.append(style);
  const before = document.body.innerHTML;
  expect(pinImages(document).map(({ src }) => new URL(src, "http://hall.test").pathname)).toEqual(["/all.svg"]);
  expect(document.body.innerHTML).toBe(before);
});
