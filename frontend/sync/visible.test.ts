import { expect, test } from "vitest";
import type { PendingOperation } from "./pending";
import type { Fields, WireChange, WireRecord } from "./protocol";
import { Records } from "./records";
import { Visible, type Sketch } from "./visible";

function note(id: string, version: number, fields: Fields = { title: id }): WireRecord {
  return { kind: "note", id, author: "me", audience: "everyone", version, fields, stands_on: [] };
}

function asked(id: string, kind: string, payload: Fields): PendingOperation {
  return { id, kind, payload, group: null, state: "waiting", refusal: null };
}

const sketch: Sketch = ({ kind, payload }, view) => {
  const id = String(payload["note"]);
  const before = view.get(id);
  if (kind === "remove") return [{ remove: id }, ...view.standingOn(id).map((each) => ({ remove: each.id }))];
  if (kind === "put") return [{ put: { ...note(id, 0), stands_on: payload["on"] === undefined ? [] : [String(payload["on"])] } }];
  if (kind === "broken") throw new Error("a fault in a feature");
  return before === undefined ? [] : [{ put: { ...before, fields: { ...before.fields, ...payload } } }];
};

function begun(...records: WireRecord[]) {
  const confirmed = new Records();
  confirmed.takeCatchUp({ type: "catch_up", after: 0, number: 10, snapshot: 10, changes: [] }, { number: 10, records });
  const faults: string[] = [];
  const visible = new Visible(confirmed, sketch, ({ kind }) => faults.push(kind));
  const told: string[][] = [];
  visible.subscribe((ids) => told.push([...ids].sort()));
  let number = 10;
  const arrive = (open: PendingOperation[], ...changes: WireChange[]): void => {
    number += 1;
    const fold = confirmed.takeEntry({ type: "entry", number, operation: null, kind: null, person: null, at: null, changes });
    visible.refresh(fold.outcome === "applied" ? fold.before : new Map(), open);
  };
  const draw = (...open: PendingOperation[]): void => visible.refresh(new Map(), open);
  return { visible, told, arrive, draw, faults };
}

const ids = (records: readonly WireRecord[]): string[] => records.map(({ id }) => id);

test("an operation shows at once, and everyone is told exactly what changed", () => {
  const { visible, told, draw } = begun(note("a", 1), note("b", 2));
  draw(asked("o1", "edit", { note: "a", title: "A" }));
  expect(visible.get("a")?.fields["title"]).toBe("A");
  expect(visible.get("b")?.fields["title"]).toBe("b");
  expect(visible.pendingOn("a")).toEqual(["o1"]);
  expect(told).toEqual([["a"]]);
});

test("what I changed stays on top, and what others change shows beneath", () => {
  const { visible, arrive, draw } = begun(note("a", 1, { title: "a", colour: "red" }));
  const mine = asked("o1", "edit", { note: "a", title: "mine" });
  draw(mine);
  arrive([mine], { put: note("a", 11, { title: "theirs", colour: "blue" }) });
  expect(visible.get("a")?.fields).toMatchObject({ title: "mine", colour: "blue" });
  arrive([], { put: note("a", 12, { title: "mine", colour: "blue" }) });
  expect(visible.get("a")).toEqual(note("a", 12, { title: "mine", colour: "blue" }));
});

test("a refused change falls back to how things stand", () => {
  const { visible, told, draw } = begun(note("a", 1));
  draw(asked("o1", "remove", { note: "a" }));
  expect(visible.get("a")).toBeUndefined();
  draw();
  expect(visible.get("a")).toEqual(note("a", 1));
  expect(told).toEqual([["a"], ["a"]]);
});

test("the confirmed form tells a record once, also where it looks as it was drawn", () => {
  const { visible, told, arrive, draw } = begun();
  draw(asked("o1", "put", { note: "n" }));
  arrive([], { put: note("n", 0) });
  expect(visible.pendingOn("n")).toEqual([]);
  expect(told).toEqual([["n"], ["n"]]);
});

test("nothing is told where nothing looks different", () => {
  const { told, arrive, draw } = begun(note("a", 1), note("b", 1));
  const mine = asked("o1", "remove", { note: "a" });
  draw(mine);
  draw(mine);
  arrive([mine], { put: note("a", 11, { title: "changed beneath a removal" }) });
  arrive([mine], { put: note("b", 1) });
  expect(told).toEqual([["a"]]);
});

test("later operations see what earlier ones drew", () => {
  const { visible, draw } = begun();
  draw(asked("o1", "put", { note: "n" }), asked("o2", "put", { note: "m", on: "n" }), asked("o3", "remove", { note: "n" }));
  expect(visible.all()).toEqual([]);
  expect([visible.pendingOn("n"), visible.pendingOn("m")]).toEqual([["o1", "o3"], ["o2", "o3"]]);
});

test("drawn records stand in their kind and on their ground, confirmed ones in their place", () => {
  const { visible, draw } = begun(note("a", 1), note("b", 2), note("c", 3));
  draw(asked("o1", "edit", { note: "a", title: "A" }), asked("o2", "remove", { note: "b" }), asked("o3", "put", { note: "n", on: "a" }));
  expect(ids(visible.ofKind("note"))).toEqual(["a", "c", "n"]);
  expect(ids(visible.standingOn("a"))).toEqual(["n"]);
  expect(ids(visible.all())).toEqual(["a", "c", "n"]);
});

test("an edit of something removed meanwhile draws nothing", () => {
  const { visible, arrive } = begun(note("a", 1));
  arrive([asked("o1", "edit", { note: "a", title: "A" })], { remove: "a" });
  expect(visible.all()).toEqual([]);
});

test("a fault in one sketch is told and stops neither the others nor the page", () => {
  const { visible, faults, draw } = begun();
  draw(asked("o1", "broken", {}), asked("o2", "put", { note: "n" }));
  expect(faults).toEqual(["broken"]);
  expect(ids(visible.all())).toEqual(["n"]);
});
