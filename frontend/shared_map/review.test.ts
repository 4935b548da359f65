import { describe, expect, it } from "vitest";
import { causeOf, countsAsMark, isWaiting, mergedInto, returnedIn, standingIn } from "./review";
import { placeRecord } from "./testing/records";
import type { Fields } from "../sync/protocol";

const place = (fields: Fields) => placeRecord("a", "ann", fields);

describe("what keeps a place from everyone's sight", () => {
  it.each([
    [{}, "settled"],
    [{ review: { state: "approved" } }, "settled"],
    [{ review: { state: "waiting" } }, "in_review"],
    [{ review: { state: "returned", reason: "spot", words: "" } }, "returned"],
    [{ visibility: "facilitators" }, "aside"],
    [{ review: { state: "waiting" }, aside: { cause: "alarm" } }, "aside"],
    [{ aside: { cause: "alarm" }, merged: { into: "b" } }, "merged"],
  ] as const)("%j is %s", (fields, standing) => {
    expect(standingIn(place(fields))).toBe(standing);
  });

  it("what was joined or put aside waits for nobody", () => {
    expect(isWaiting(place({ review: { state: "waiting" } }))).toBe(true);
    expect(isWaiting(place({ review: { state: "waiting" }, merged: { into: "b" } }))).toBe(false);
    expect(isWaiting(place({ review: { state: "waiting" }, aside: { cause: "facilitator" } }))).toBe(false);
  });

  it("tells why it came back, was put aside or with what it was joined", () => {
    expect(returnedIn(place({ review: { state: "returned", reason: "other", words: "Which one?" } }))).toEqual({ reason: "other", words: "Which one?" });
    expect(returnedIn(place({ review: { state: "waiting" } }))).toBeNull();
    expect([causeOf({ aside: { cause: "person" } }), causeOf({})]).toEqual(["person", null]);
    expect([mergedInto({ merged: { into: "b" } }), mergedInto({})]).toEqual(["b", null]);
  });

  it("a mark that was put aside does not count", () => {
    const mark = { ...place({}), kind: "me_too" };
    expect(countsAsMark(mark)).toBe(true);
    expect(countsAsMark({ ...mark, fields: { aside: { cause: "person" } } })).toBe(false);
  });
});
