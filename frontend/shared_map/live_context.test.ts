// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { boundsOf, readPageContext } from "./live_context";

describe("the facts of a page", () => {
  beforeEach(() => document.body.replaceChildren());

  test("are read from the page", () => {
    const facts = document.createElement("script");
    facts.type = "application/json";
    facts.id = "page-context";
    facts.textContent = '{"workshop":"w","title":"\\u003cb\\u003e"}';
    document.body.append(facts);
    expect(readPageContext(document)).toMatchObject({ workshop: "w", title: "<b>" });
  });

  test("are missed where they are absent", () => {
    expect(() => readPageContext(document)).toThrow("page-context");
  });
});

test("the box around a boundary of several parts holds them all", () => {
  const west = [[[-3, 50], [-2, 50], [-2, 51], [-3, 50]]] as const;
  const east = [[[1, 52], [2, 53], [1, 53], [1, 52]]] as const;
  expect(boundsOf({ type: "MultiPolygon", coordinates: [west, east] })).toEqual([-3, 50, 2, 53]);
});
