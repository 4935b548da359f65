// @vitest-environment happy-dom
import { html } from "lit";
import { beforeEach, expect, test, vi } from "vitest";
import { EMPTY_CONNECTION } from "../../components/connection_form/draft";
import { EMPTY_PLACE } from "../../components/place_form/draft";
import { heard, settled, shown } from "../../components/testing";
import { connectionWish } from "../wishes";
import { calledOf, type KithForWhom } from "./for_whom";
import type { Seated, Telling } from "./state";
import { TestDesk } from "./testing/desk";

const ROSA: Seated = { person: "p1", alias: "amber otter", name: "Rosa" };
const NAMELESS: Seated = { person: "p2", alias: "teal owl", name: "" };

async function choice(seated: () => Promise<readonly Seated[]>, chosen: Seated | null = null) {
  const told: (Seated | null)[] = [];
  const view = html`<kith-for-whom
    .seated=${seated}
    .chosen=${chosen}
    @for-whom=${({ detail }: CustomEvent<Seated | null>) => told.push(detail)}
  ></kith-for-whom>`;
  const element = await shown<KithForWhom>(view, "kith-for-whom");
  await settled();
  return { element, told, select: element.querySelector("select") };
}

beforeEach(() => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify([ROSA, NAMELESS])));
});

test("offers those who are seated without a phone, by animal and name", async () => {
  const { select } = await choice(async () => [ROSA, NAMELESS]);
  expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(["Nobody in particular", "Amber Otter (Rosa)", "Teal Owl"]);
  expect(select?.labels?.[0]?.textContent).toBe("For whom?");
  expect(select?.value).toBe("");
});

test("tells who was chosen, and nobody", async () => {
  const { element, select } = await choice(async () => [ROSA, NAMELESS]);
  const told = heard<Seated | null>(element, "for-whom");
  for (const person of ["p2", ""]) {
    if (select !== null) select.value = person;
    select?.dispatchEvent(new Event("change"));
  }
  expect(told).toEqual([NAMELESS, null]);
});

test("is not there where nobody is seated without a phone", async () => {
  expect((await choice(async () => [])).element.textContent?.trim()).toBe("");
});

test("whoever left is not placed for any more", async () => {
  const { told, select } = await choice(async () => [NAMELESS], ROSA);
  expect([told, select?.value]).toEqual([[null], ""]);
});

test("says so where the list did not come, and places for nobody in particular", async () => {
  const { element, told } = await choice(() => Promise.reject(new Error("offline")), ROSA);
  expect(element.querySelector("[role=status]")?.textContent).toMatch(/could not be listed/);
  expect(told).toEqual([null]);
});

test("what is placed for somebody is theirs, and the console says whose", async () => {
  const desk = await new TestDesk().open();
  desk.page.set({ forWhom: ROSA, source: "paper" });
  desk.press("a");
  await desk.settle();
  desk.page.placing.told(desk.page.state.sheet as Telling, { ...EMPTY_PLACE, kind: "physical_place", title: "Bench" });
  await desk.settle();
  expect(desk.asked()[0]?.[1]).toMatchObject({ on_behalf: "p1", source: "paper" });
  expect(await desk.told()).toEqual(["Placed for Amber Otter (Rosa): “Bench”."]);
});

test("a connection is theirs, too; for nobody in particular nothing is said", () => {
  const ends = { connection: "c", start: "a", end: "b", source: "facilitator" } as const;
  expect(connectionWish(EMPTY_CONNECTION, { ...ends, onBehalf: "p1" }).payload).toMatchObject({ on_behalf: "p1" });
  expect(connectionWish(EMPTY_CONNECTION, ends).payload).not.toHaveProperty("on_behalf");
});

test("a colour and an animal are written as a name", () => {
  expect([calledOf(ROSA), calledOf(NAMELESS)]).toEqual(["Amber Otter (Rosa)", "Teal Owl"]);
});
