// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { Toast } from "../../components/toast/toast";
import { settled } from "../../sync/testing/clock";
import { TestRoom } from "../testing/room";
import { Deeds } from "./deeds";
import { DONE } from "./words";

class TestToast {
  readonly shown: Toast[] = [];
  readonly dismissed: string[] = [];
  show = (toast: Toast): void => void this.shown.push(toast);
  dismiss = (key: string): void => void this.dismissed.push(key);
  get last(): Toast {
    return this.shown[this.shown.length - 1] ?? { key: "", words: "" };
  }
}

async function doing(): Promise<{ room: TestRoom; toast: TestToast; deeds: Deeds }> {
  const room = await new TestRoom().open();
  const toast = new TestToast();
  return { room, toast, deeds: new Deeds(room.live, toast) };
}

const MARK = { kind: "me_too.add", payload: { place: "theirs" } } as const;

describe("a deed", () => {
  test("is asked for, told, and taken back once", async () => {
    const { room, toast, deeds } = await doing();
    deeds.ask(MARK, "Me too");
    const { key } = toast.last;
    expect(toast.last).toEqual({ key, words: "Me too", undo: true });
    deeds.undo(key);
    deeds.undo(key);
    await settled();
    expect(room.asked.map(({ kind }) => kind)).toEqual(["me_too.add", "me_too.remove"]);
    expect(toast.last.words).toBe(DONE.takenBack);
  });

  test("is no longer offered to be taken back once something else was told", async () => {
    const { room, toast, deeds } = await doing();
    deeds.ask(MARK, "Me too");
    const { key } = toast.last;
    deeds.tell("other", "Something else");
    deeds.undo(key);
    await settled();
    expect(toast.dismissed).toContain(key);
    expect(room.asked).toHaveLength(1);
  });

  test("that is refused says why and stays to be dealt with", async () => {
    const { room, toast, deeds } = await doing();
    room.refusing.set("me_too.add", "Not now.");
    deeds.ask(MARK, "Me too");
    await settled();
    expect(toast.last).toEqual({ key: room.asked[0]?.id, words: "Not now." });
    expect(room.live.client.pending.list).toHaveLength(1);
  });

  test("whose taking back is refused stands, and nothing is left to be dealt with", async () => {
    const { room, toast, deeds } = await doing();
    room.refusing.set("me_too.remove", "Too late.");
    deeds.ask(MARK, "Me too");
    await settled();
    deeds.undo(toast.last.key);
    await settled();
    expect(toast.last.words).toBe("Too late.");
    expect(room.live.client.pending.list).toEqual([]);
  });
});
