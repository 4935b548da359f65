import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { IndexedDbShelf, type ShelvedPhoto } from "./shelf";

const photo = (id: string): ShelvedPhoto => ({ id, place: `place of ${id}`, alt: "A door", width: 4, height: 3, content: new Uint8Array([1, 2, 3]).buffer });

describe("photos on the device", () => {
  it("are there for the next page, whole, until they are removed", async () => {
    await new IndexedDbShelf(indexedDB, "w", "me").put(photo("a"));
    const shelf = new IndexedDbShelf(indexedDB, "w", "me");
    const [found] = await shelf.load();
    expect(found).toEqual(photo("a"));
    expect([...new Uint8Array(found?.content ?? new ArrayBuffer(0))]).toEqual([1, 2, 3]);
    await shelf.remove("a");
    expect(await shelf.load()).toEqual([]);
  });

  it("belong to one person in one workshop", async () => {
    await new IndexedDbShelf(indexedDB, "w", "me").put(photo("b"));
    expect(await new IndexedDbShelf(indexedDB, "w", "you").load()).toEqual([]);
    expect(await new IndexedDbShelf(indexedDB, "v", "me").load()).toEqual([]);
  });
});
