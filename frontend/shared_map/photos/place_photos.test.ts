// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { settled } from "../../sync/testing/clock";
import { placeRecord, TestRoom } from "../testing/room";
import { PlacePhotos, type PhotoMeans } from "./place_photos";
import type { Sent } from "./send";
import type { ShelvedPhoto } from "./shelf";

const KEPT: Sent = { outcome: "kept", width: 1200, height: 900 };
const FILE = new Blob(["as the camera made it"]);

class Shelf {
  readonly rows = new Map<string, ShelvedPhoto>();
  load = async (): Promise<ShelvedPhoto[]> => [...this.rows.values()];
  put = async (photo: ShelvedPhoto): Promise<void> => void this.rows.set(photo.id, photo);
  remove = async (id: string): Promise<void> => void this.rows.delete(id);
}

interface Bench {
  readonly room: TestRoom;
  readonly photos: PlacePhotos;
  readonly shelf: Shelf;
  readonly sent: { address: string; text: string }[];
  readonly told: string[];
  readonly shown: Set<string>;
  /** What the server answers, one after another; the last one stays. */
  answers: Sent[];
}

async function bench({ room = new TestRoom(), shelf = new Shelf() }: { room?: TestRoom; shelf?: Shelf } = {}): Promise<Bench> {
  const bench = { room, shelf, sent: [], told: [], shown: new Set(), answers: [KEPT] } as unknown as Bench;
  const means: PhotoMeans = {
    clock: room.clock,
    random: () => 0.5,
    shelf,
    prepare: async (file) => {
      if ((await file.text()) === "no picture") throw new Error("unreadable");
      return { content: new Blob(["small"]), width: 1600, height: 1200 };
    },
    send: async ({ address, content, progress }) => {
      progress(0.5);
      bench.sent.push({ address, text: new TextDecoder().decode(content) });
      const [answer = KEPT] = bench.answers;
      if (bench.answers.length > 1) bench.answers.shift();
      return answer;
    },
    show: () => {
      const src = `blob:${bench.shown.size}${Math.random()}`;
      bench.shown.add(src);
      return src;
    },
    forget: (src) => void bench.shown.delete(src),
  };
  const photos = new PlacePhotos(room.live, means, (_key, words) => bench.told.push(words), vi.fn());
  Object.assign(bench, { photos });
  await room.open();
  await photos.begin();
  await settled();
  return bench;
}

async function added({ photos }: Bench, place = "mine", alt = " A red door "): Promise<void> {
  await photos.choose(place, FILE);
  photos.describe(place, alt);
  await photos.add(place);
  await settled();
}

const setting = ({ room }: Bench) => room.asked.filter(({ kind }) => kind === "place.set_photo");

describe("a photo for a place", () => {
  it("is made small, sent once, and then asked for with its words and the size at which it was kept", async () => {
    const all = await bench();
    await added(all);
    const [asked] = setting(all);
    const photo = asked?.payload["photo"] as { id: string };
    expect(asked?.payload).toEqual({ place: "mine", photo: { id: photo.id, alt: "A red door", width: 1200, height: 900 } });
    expect(all.sent).toEqual([{ address: `/api/workshops/w/photos/${photo.id}`, text: "small" }]);
    expect(all.room.live.client.records.get("mine")?.fields["photo"]).toMatchObject({ id: photo.id });
    expect(all.photos.of("mine")).toBeNull();
    expect([...all.shelf.rows.keys(), ...all.shown]).toEqual([]);
    expect(all.told).toEqual(["The photo is on “mine”."]);
  });

  it("goes nowhere before the person adds it, and nothing stays of one that is left out", async () => {
    const all = await bench();
    await all.photos.choose("mine", FILE);
    expect(all.photos.of("mine")).toMatchObject({ state: "chosen", width: 1600 });
    all.photos.drop("mine");
    await all.photos.add("mine");
    expect([all.sent, setting(all), [...all.shelf.rows], [...all.shown]]).toEqual([[], [], [], []]);
  });

  it("is told as unreadable where the browser cannot read it, and does not hold the place up", async () => {
    const all = await bench();
    await all.photos.choose("mine", new Blob(["no picture"]));
    expect(all.photos.of("mine")).toMatchObject({ state: "unreadable", src: "" });
    await all.photos.add("mine");
    expect(all.photos.of("mine")).toBeNull();
  });

  it("waits for its place to arrive, and follows it", async () => {
    const all = await bench();
    await added(all, "new");
    expect(all.sent).toEqual([]);
    expect(all.photos.of("new")).toMatchObject({ state: "waiting" });
    await all.room.put(placeRecord("new", "me"));
    await settled();
    expect(setting(all)).toHaveLength(1);
  });

  it("is kept while there is no network, survives the page, and is sent under the same id when it is back", async () => {
    const first = await bench();
    await first.room.reach(false);
    await added(first);
    expect(first.sent).toEqual([]);
    const [id] = [...first.shelf.rows.keys()];
    const next = await bench({ shelf: first.shelf });
    await settled();
    expect(next.sent.map(({ address }) => address)).toEqual([`/api/workshops/w/photos/${id}`]);
    expect(setting(next)).toHaveLength(1);
    expect(next.shelf.rows.size).toBe(0);
  });

  it("is not sent again where its place shows it already", async () => {
    const shelf = new Shelf();
    const id = new TestRoom().live.client.newId();
    await shelf.put({ id, place: "mine", alt: "", width: 4, height: 3, content: new ArrayBuffer(1) });
    const room = new TestRoom();
    await room.open();
    await room.put(placeRecord("mine", "me", { photo: { id, alt: "", width: 4, height: 3 } }));
    const all = await bench({ room, shelf });
    expect([all.sent, [...shelf.rows]]).toEqual([[], []]);
  });

  it("tries again after what passes, later each time", async () => {
    const all = await bench();
    all.answers = [{ outcome: "later" }, { outcome: "later" }, KEPT];
    await added(all);
    expect(all.sent).toHaveLength(1);
    expect(all.photos.of("mine")).toMatchObject({ state: "waiting" });
    await all.room.clock.pass(60_000);
    await settled();
    expect(all.sent).toHaveLength(3);
    expect(setting(all)).toHaveLength(1);
  });

  it("is let go of, with the server's words, where it is refused for good", async () => {
    const all = await bench();
    all.answers = [{ outcome: "refused", message: "This picture is damaged." }];
    await added(all);
    expect(all.told).toEqual(["This picture is damaged."]);
    expect([all.photos.of("mine"), setting(all), [...all.shelf.rows]]).toEqual([null, [], []]);
  });

  it("is let go of where its place no longer takes it", async () => {
    const all = await bench();
    all.room.refusing.set("place.set_photo", "Someone else added this place.");
    await added(all);
    expect(all.photos.of("mine")).toBeNull();
    expect(all.shelf.rows.size).toBe(0);
    expect(all.room.live.client.pending.list).toEqual([]);
  });

  it("is let go of after two weeks, when no place has come for it", async () => {
    const shelf = new Shelf();
    await shelf.put({ id: "00000000-0001-7000-8000-000000000000", place: "gone", alt: "", width: 4, height: 3, content: new ArrayBuffer(1) });
    const room = new TestRoom();
    await room.clock.pass(15 * 24 * 3600 * 1000);
    const all = await bench({ room, shelf });
    expect([all.photos.of("gone"), [...shelf.rows]]).toEqual([null, []]);
  });

  it("goes over to the form that is opened again after a slip", async () => {
    const all = await bench();
    await all.photos.choose("first", FILE);
    all.photos.carryTo("second");
    expect([all.photos.of("first"), all.photos.of("second")?.state]).toEqual([null, "chosen"]);
    await all.photos.add("second");
    expect([...all.shelf.rows.values()].map(({ place }) => place)).toEqual(["second"]);
  });
});
