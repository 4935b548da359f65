// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { button, press, settled as drawn, type } from "../../components/testing";
import { Letters } from "../../base/letters";
import { KithToast } from "../../components/toast/toast";
import { settled as kept } from "../../sync/testing/clock";
import { connectionRecord, ME, placeRecord, workshopRecord } from "../testing/records";
import { TestRoom, type RoomOptions } from "../testing/room";
import { agreeingView } from "./agreeing_view";
import { lookingBackView } from "./looking_back_view";
import { ParticipantPage } from "./page";
import { sheetView } from "./sheet_view";

let leave = new AbortController();

/** Everything that was promised, to the page and by it, has come. */
async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await kept();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
  }
}

async function phone(options: RoomOptions & { readonly memory?: Storage } = {}): Promise<{ room: TestRoom; page: ParticipantPage }> {
  document.body.replaceChildren();
  const part = (): HTMLElement => document.body.appendChild(document.createElement("div"));
  const toast = document.body.appendChild(new KithToast());
  const room = new TestRoom(options);
  const frame = { top: part(), map: part(), tools: part(), foot: part(), sheets: part(), stage: part(), toast };
  const page = new ParticipantPage(room.live, frame, {
    clock: room.clock,
    memory: () => options.memory ?? memory(),
    locator: null,
    sheets: async () => sheetView,
    lookingBack: async () => lookingBackView,
    agreeing: async () => agreeingView,
    letters: new Letters({ root: document.documentElement, storage: memory }),
    leave: leave.signal,
  });
  await room.open();
  await settled();
  return { room, page };
}

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  } as Storage;
}

const top = (): string => document.querySelector(".phone-now")?.textContent ?? "";
const foot = (): string => document.querySelectorAll("body > div")[3]?.textContent ?? "";
const said = (): string => document.querySelector(".toast-words")?.textContent ?? "";
const sheet = (): HTMLElement => document.querySelector("kith-sheet") as HTMLElement;
const titleField = (): HTMLInputElement | null => document.querySelector("#place-title");

async function push(name: string): Promise<void> {
  button(name).click();
  await settled();
}

async function fillIn(kind: string, title: string): Promise<void> {
  document.querySelector<HTMLInputElement>(`.kind-radio[value="${kind}"]`)?.click();
  await settled();
  type(titleField(), title);
}

async function send(form: string): Promise<void> {
  document.querySelector(`${form} form`)?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
}

async function place(title: string): Promise<void> {
  await push("Place here");
  await fillIn("exchange", title);
  await send("kith-place-form");
}

afterEach(() => {
  leave.abort();
  leave = new AbortController();
});

describe("placing", () => {
  test("takes three taps and a name, and puts the place under the crosshair", async () => {
    const { room } = await phone();
    room.map.middle = [0.5, 0.25];
    await place("Swap shelf");
    expect(room.asked).toMatchObject([
      { kind: "asset.place", payload: { title: "Swap shelf", asset_kind: "exchange", geometry: { type: "Point", coordinates: [0.5, 0.25] } } },
    ]);
    expect(said()).toContain("“Swap shelf” is on the map.");
    expect(foot()).toContain("Me: 2 places");
  });

  test("can be taken back from the message", async () => {
    const { room } = await phone();
    await place("Swap shelf");
    await push("Undo");
    expect(room.asked.map(({ kind }) => kind)).toEqual(["asset.place", "place.remove"]);
    expect(said()).toBe("Taken back.");
    expect(foot()).toContain("Me: 1 place");
  });

  test("with the keyboard begins with P", async () => {
    await phone();
    press(document.body, "p");
    await settled();
    expect(sheet().textContent).toContain("Tell us about it");
  });

  test("moves the map by arrows from anywhere but a field", async () => {
    const { room } = await phone();
    press(document.body, "ArrowUp");
    press(document.body, "ArrowRight", { shiftKey: true });
    await push("Place here");
    await fillIn("exchange", "");
    press(titleField(), "ArrowUp");
    expect(room.map.nudges).toEqual([[0, -64], [4, 0]]);
  });

  test("a line is set corner by corner under the cross", async () => {
    const { room } = await phone();
    await push("Draw");
    await push("A lineA walk, a street, a river path");
    for (const corner of [[0, 0], [1, 0]] as const) {
      room.map.middle = corner;
      await push("Set a corner");
    }
    await push("Done");
    await fillIn("physical_place", "River path");
    await send("kith-place-form");
    expect(room.asked[0]?.payload["geometry"]).toEqual({ type: "LineString", coordinates: [[0, 0], [1, 0]] });
  });

  test("by words needs no map, and says so in the note", async () => {
    const { room } = await phone();
    await push("List");
    await push("Add a place by words");
    const field = document.querySelector<HTMLTextAreaElement>("#by-words-where");
    type(field, "behind the church");
    await send("kith-by-words");
    await fillIn("exchange", "Swap shelf");
    await send("kith-place-form");
    expect(room.asked[0]?.payload).toMatchObject({
      note: "Placed by words: behind the church",
      precision: "neighbourhood",
      geometry: { type: "Point", coordinates: [1, 1] },
    });
  });
});

describe("what was typed", () => {
  test("stays in the form while the room goes on, and while it is paused cannot be sent", async () => {
    const { room } = await phone();
    await push("Place here");
    await fillIn("exchange", "Swap shelf");
    await room.put(placeRecord("another", "someone"), workshopRecord({ life: "paused", paused_because: "Tea." }));
    await settled();
    await send("kith-place-form");
    expect(room.asked).toEqual([]);
    expect(titleField()?.value).toBe("Swap shelf");
    expect(sheet().textContent).toContain("The workshop is paused.");
    await room.put(workshopRecord());
    await settled();
    await send("kith-place-form");
    expect(room.asked).toHaveLength(1);
  });

  test("is there again when the form was closed by a slip, also after a reload", async () => {
    const kept = memory();
    await phone({ memory: kept });
    await push("Place here");
    await fillIn("exchange", "Swap shelf");
    await push("Close");
    const { page } = await phone({ memory: kept });
    await push("Place here");
    expect(titleField()?.value).toBe("Swap shelf");
    await push("Cancel");
    expect(page.drafts.place.title).toBe("");
  });

  test("comes back with Undo when it was given up", async () => {
    await phone();
    await push("Place here");
    await fillIn("exchange", "Swap shelf");
    await push("Cancel");
    await push("Undo");
    expect(titleField()?.value).toBe("Swap shelf");
  });

  test("is kept when it is refused, and can be corrected", async () => {
    const { room } = await phone();
    room.refusing.set("asset.place", "Not this one.");
    await place("Swap shelf");
    expect(said()).toBe("Not this one.");
    expect(foot()).toContain("1 not accepted");
    room.refusing.clear();
    await push("List");
    expect(sheet().textContent).toContain("New place: Swap shelf");
    await push("Look at it and correct it");
    expect(titleField()?.value).toBe("Swap shelf");
    await send("kith-place-form");
    expect(room.asked.map(({ payload }) => payload["place"])).toEqual([room.asked[0]?.payload["place"], room.asked[0]?.payload["place"]]);
    expect(room.live.client.pending.list).toEqual([]);
  });
});

describe("a place that is selected", () => {
  test("of somebody else's can be joined and marked, and not changed", async () => {
    const { room } = await phone();
    room.map.tap("theirs");
    await settled();
    expect(sheet().textContent).not.toContain("Remove");
    await push("Me too");
    expect(room.asked.map(({ kind }) => kind)).toEqual(["me_too.add"]);
    expect(sheet().textContent).toContain("1 person says me too");
    await push("Me too");
    expect(room.asked.map(({ kind }) => kind)).toEqual(["me_too.add", "me_too.remove"]);
  });

  test("of one's own can be moved under the crosshair", async () => {
    const { room } = await phone();
    room.map.tap("mine");
    await settled();
    await push("Move");
    expect(top()).toContain("Moving “mine”");
    room.map.middle = [1.5, 0.5];
    await push("Move here");
    expect(room.asked).toMatchObject([
      { kind: "place.move", payload: { place: "mine", geometry: { type: "Point", coordinates: [1.5, 0.5] } } },
    ]);
  });

  test("of one's own can be changed: only what differs is asked for", async () => {
    const { room } = await phone();
    room.map.tap("mine");
    await settled();
    await push("Change");
    type(titleField(), "Ours");
    await send("kith-place-form");
    expect(room.asked).toMatchObject([{ kind: "asset.edit", payload: { place: "mine", set: { title: "Ours" } } }]);
  });

  test("can be removed, which closes its sheet", async () => {
    const { room } = await phone();
    room.map.tap("mine");
    await settled();
    await push("Remove");
    expect(room.asked.map(({ kind }) => kind)).toEqual(["place.remove"]);
    expect(sheet().hidden).toBe(true);
  });

  test("tells its connections", async () => {
    const { room } = await phone();
    await room.put(connectionRecord("c", ME, "mine", "theirs", { result: { outcome: "learned", words: "Knitting" } }));
    room.map.tap("mine");
    await settled();
    const text = sheet().textContent ?? "";
    for (const part of ["theirs", "Face to face · Every week · Fun", "Someone learned something", "Knitting"]) expect(text).toContain(part);
    await push("Remove the connection to theirs");
    expect(room.asked.map(({ kind }) => kind)).toEqual(["connection.remove"]);
  });
});

describe("joining", () => {
  async function answerForm(): Promise<void> {
    for (const [name, value] of [["mode", "phone"], ["frequency", "weekly"], ["strength", "weak"], ["why", "fun"]]) {
      document.querySelector<HTMLInputElement>(`input[name="connection-${name}"][value="${value}"]`)?.click();
    }
    const where = document.querySelector<HTMLSelectElement>("#connection-where");
    if (where !== null) where.value = "no_fixed_place";
    where?.dispatchEvent(new Event("change"));
    await send("kith-connection-form");
  }

  test("by the map: one place, the other, and how", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ stage: "connections" }));
    await settled();
    await push("Join two places");
    room.map.tap("mine");
    await settled();
    expect(top()).toContain("Now choose the second place");
    room.map.tap("theirs");
    await settled();
    await answerForm();
    expect(room.asked).toMatchObject([{ kind: "connection.draw", payload: { start: "mine", end: "theirs", why: ["fun"] } }]);
  });

  test("by the list alone", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ stage: "connections" }));
    await settled();
    await push("Join two places");
    await push("Choose from the list");
    const choose = async (title: string): Promise<void> => {
      [...document.querySelectorAll<HTMLButtonElement>(".place-button")].find((each) => each.textContent?.includes(title))?.click();
      await settled();
    };
    await choose("theirs");
    expect(document.querySelectorAll(".place-button")).toHaveLength(1);
    await choose("mine");
    await answerForm();
    expect(room.asked[0]?.payload).toMatchObject({ start: "theirs", end: "mine" });
  });

  test("does not join a place with itself, and can be left", async () => {
    const { room, page } = await phone();
    page.joining.begin("mine");
    room.map.tap("mine");
    await settled();
    expect(said()).toContain("two different places");
    press(document.body, "Escape");
    await settled();
    expect([page.state.task.kind, room.map.selected]).toEqual(["look", null]);
  });
});

describe("the room", () => {
  test("in the lobby lets one practise on this phone alone", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ stage: "lobby" }));
    await settled();
    await push("Place a practice pin");
    await fillIn("exchange", "Trying");
    await send("kith-place-form");
    expect(room.map.places.get("practice")).toMatchObject({ title: "Trying", kind: "exchange" });
    await room.put(workshopRecord({ stage: "places" }));
    expect(room.map.places.has("practice")).toBe(false);
    expect(room.asked).toEqual([]);
  });

  test("says that places are hidden, and when everyone sees them", async () => {
    const { room } = await phone();
    const round = { number: 1, blind: true, revealed: false };
    await room.put(workshopRecord({ round }));
    await settled();
    expect(foot()).toContain("Only you see your places until the facilitator shows everyone.");
    await room.put(workshopRecord({ round: { ...round, revealed: true } }));
    await settled();
    expect(foot()).not.toContain("Only you see");
    expect(said()).toBe("Everyone sees the places now: 2 on the map.");
  });

  test("paused shows why, and the main button says that all is kept", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ life: "paused", paused_because: "Tea, ten minutes." }));
    await settled();
    expect(top()).toContain("Tea, ten minutes.");
    await push("Place here");
    expect(said()).toContain("The workshop is paused.");
    expect(titleField()).toBeNull();
  });

  test("in its later parts leaves the map and the list, and nothing to press", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ stage: "terms" }));
    await settled();
    expect(top()).toContain("What do we mean by our words?");
    expect(document.querySelector(".phone-main")).toBeNull();
    room.map.tap("mine");
    await settled();
    expect(sheet().textContent).not.toContain("Remove");
  });

  test("closed says thanks, and opened again takes that away", async () => {
    const { room } = await phone();
    await room.put(workshopRecord({ life: "closed", stage: "closed" }));
    await settled();
    expect(sheet().textContent).toContain("You added 1 place.");
    await room.put(workshopRecord());
    await settled();
    expect(sheet().hidden).toBe(true);
  });

  test("gives the three words once, and not away by a slip", async () => {
    const { page } = await phone({ context: { words: "fern river otter" } });
    expect(sheet().textContent).toContain("fern river otter");
    page.closeSheet();
    expect(sheet().hidden).toBe(false);
    await push("I’ve written them down");
    expect(sheet().hidden).toBe(true);
  });

  test("offline goes on, says what waits, and then that all is sent", async () => {
    const { room } = await phone();
    await room.reach(false);
    await place("Swap shelf");
    const strip = (): string => document.querySelector("kith-strip")?.textContent ?? "";
    expect(strip()).toContain("Saved here, will send");
    expect(foot()).toContain("1 waiting");
    await room.reach(true);
    await settled();
    expect(foot()).not.toContain("waiting");
    await room.clock.pass(10_000);
    await settled();
    expect(strip().trim()).toBe("");
  });

  test("for a researcher is to be looked at", async () => {
    await phone({ role: "researcher" });
    expect(document.querySelector(".phone-main")).toBeNull();
    await push("List");
    expect(sheet().textContent).not.toContain("by words");
  });
});

test("locating is not offered where the browser will not", async () => {
  vi.stubGlobal("isSecureContext", false);
  await phone();
  await push("Help");
  expect(document.querySelector(".phone-locate")).toBeNull();
  expect(sheet().textContent).toContain("secure address");
});
