/** The photos of a page, made when the first sheet's script is there: phones whose people take none carry nothing. */

import { browserClock } from "../../sync/browser";
import type { LivePage } from "../live_page";
import { PlacePhotos } from "./place_photos";
import { prepare } from "./prepare";
import { sendPhoto } from "./send";
import { IndexedDbShelf } from "./shelf";

/** What photos need of a phone's page or a console. */
export interface PhotoPage {
  readonly live: LivePage;
  readonly deeds: { tell(key: string, words: string): void };
  /** Show the page again. */
  set(part: object): void;
}

const made = new WeakMap<LivePage, PlacePhotos>();

/** Return the page's photos; those that this device kept are sent from now on. */
export function photosOf(page: PhotoPage): PlacePhotos {
  const known = made.get(page.live);
  if (known !== undefined) return known;
  const { workshop, person } = page.live.context;
  const shelf = typeof indexedDB === "undefined" ? null : new IndexedDbShelf(indexedDB, workshop, person);
  const means = {
    clock: browserClock,
    random: Math.random,
    shelf,
    prepare,
    send: sendPhoto,
    show: (content: Blob) => URL.createObjectURL(content),
    forget: (src: string) => URL.revokeObjectURL(src),
  };
  // Drawn later than the change that asked for it, which may come while the page is being drawn.
  let isStale = false;
  const changed = (): void => {
    if (isStale) return;
    isStale = true;
    queueMicrotask(() => {
      isStale = false;
      page.set({});
    });
  };
  const photos = new PlacePhotos(page.live, means, (key, words) => page.deeds.tell(key, words), changed);
  made.set(page.live, photos);
  void photos.begin();
  return photos;
}
