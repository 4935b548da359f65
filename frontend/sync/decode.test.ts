import { expect, test } from "vitest";
import { codeOf, readCatchUp, readMessage, readMessages, readSnapshot } from "./decode";

const RECORD = { kind: "asset", id: "a", author: null, audience: "everyone", version: 1, fields: {} };

test("a snapshot's records that stand on nothing say so to the page", () => {
  const read = readSnapshot(JSON.stringify({ number: 3, records: [RECORD, { ...RECORD, id: "b", stands_on: ["a"] }] }));
  expect(read?.records.map(({ stands_on }) => stands_on)).toEqual([[], ["a"]]);
});

test.each(["", "<html>", "null", "[]", '{"number":-1,"records":[]}', '{"number":1}', '{"number":1,"records":[{}]}'])(
  "%s is no snapshot",
  (text) => expect(readSnapshot(text)).toBeNull(),
);

test("a list is read whole or not at all", () => {
  const good = { type: "already", operation: "o", number: 1 };
  expect(readMessages(JSON.stringify([good, good]))).toEqual([good, good]);
  expect(readMessages(JSON.stringify([good, { type: "already" }]))).toBeNull();
  expect(readMessages(JSON.stringify(good))).toBeNull();
});

test("only a catch-up is read as one", () => {
  const message = { type: "catch_up", after: 0, snapshot: null, number: 0, changes: [] };
  expect(readCatchUp(JSON.stringify(message))).toEqual(message);
  expect(readCatchUp('{"type":"pong"}')).toBeNull();
});

test.each(["constructor", "__proto__", "toString"])("a message of type %s is none", (type) => {
  expect(readMessage(JSON.stringify({ type }))).toBeNull();
});

test("a refusal of our server is told from a page of somebody else's", () => {
  expect(codeOf('{"code":"not_found","message":"There is nothing here."}')).toBe("not_found");
  expect(codeOf("<h1>404</h1>")).toBeNull();
});
