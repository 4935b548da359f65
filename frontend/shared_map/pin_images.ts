/**
 * Fetches the drawings of all pins ahead of the first pin that shows them: whoever adds a place while the network is away
 * must see its pin, too.
 */

import { ALL_KINDS } from "./kinds";

const WAITING = "pin pin-waiting";
const ADDRESS = /url\("?([^")]+)"?\)/gu;

/** The addresses of images that a style names, such as `url("a.svg"), none`. */
export function imagesIn(style: string): readonly string[] {
  return [...style.matchAll(ADDRESS)].map(([, address]) => address ?? "");
}

/** Return images that are on their way; they stay at hand as long as they are held. */
export function pinImages(page: Document): readonly HTMLImageElement[] {
  const probe = page.createElement("div");
  probe.hidden = true;
  page.body.append(probe);
  const found = new Set(ALL_KINDS.flatMap((kind) => drawingsOf(probe, `${WAITING} kind-${kind}`)));
  probe.remove();
  return [...found].map((address) => {
    const image = new Image();
    image.src = address;
    return image;
  });
}

function drawingsOf(probe: Element, look: string): readonly string[] {
  probe.className = look;
  return [null, "::after"].flatMap((part) => imagesIn(getComputedStyle(probe, part).backgroundImage));
}
