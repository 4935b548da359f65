import { html } from "lit";
import { expect, test } from "vitest";
import { settled, TestClock } from "../../sync/testing/clock";
import { Sheets, TRY_AGAIN_AFTER, type SheetView } from "./sheets";

const view: SheetView = () => html``;

test("the script is fetched once, however often it is needed", async () => {
  const loads: number[] = [];
  let came = 0;
  const sheets = new Sheets(async () => (loads.push(1), view), new TestClock(), () => (came += 1));
  expect(sheets.view).toBeNull();
  sheets.need();
  sheets.need();
  await settled();
  sheets.need();
  expect([loads.length, came, sheets.view]).toEqual([1, 1, view]);
});

test("a script that the network lost is fetched again", async () => {
  const clock = new TestClock();
  let loads = 0;
  const sheets = new Sheets(
    async () => {
      loads += 1;
      if (loads < 3) throw new TypeError("lost");
      return view;
    },
    clock,
    () => undefined,
  );
  sheets.need();
  await settled();
  expect(sheets.view).toBeNull();
  await clock.pass(TRY_AGAIN_AFTER);
  await clock.pass(TRY_AGAIN_AFTER);
  expect([loads, sheets.view]).toEqual([3, view]);
});
