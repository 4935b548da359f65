import { describe, expect, test } from "vitest";
import { codeOf, readMessage, readMessages, readNews, readSnapshot } from "./decode";

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

describe("news", () => {
  const catch_up = { type: "catch_up", after: 0, snapshot: null, number: 0, changes: [] };
  const presence = { type: "presence", count: 1, people: [], view: null, spotlight: null };

  test("are what follows, with or without who is here", () => {
    for (const news of [{ catch_up, presence, edition: 1 }, { catch_up, presence: null, edition: 0 }]) {
      expect(readNews(JSON.stringify(news))).toEqual(news);
    }
  });

  test.each([
    catch_up,
    { catch_up: { type: "pong" }, presence: null, edition: 1 },
    { catch_up, presence: { type: "pong" }, edition: 1 },
    { catch_up, presence: null },
    { catch_up, edition: 1 },
    { presence: null, edition: 1 },
  ])("%j is none", (value) => expect(readNews(JSON.stringify(value))).toBeNull());
});

test.each(["constructor", "__proto__", "toString"])("a message of type %s is none", (type) => {
  expect(readMessage(JSON.stringify({ type }))).toBeNull();
});

test("a refusal of our server is told from a page of somebody else's", () => {
  expect(codeOf('{"code":"not_found","message":"There is nothing here."}')).toBe("not_found");
  expect(codeOf("<h1>404</h1>")).toBeNull();
});
