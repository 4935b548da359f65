import { describe, expect, it } from "vitest";
import { aFilm } from "./testing/film";
import { connectionsAfter, countsAfter, kindOf, momentBefore, newestPlace, nextMoment, reached, roomTime, stageAfterMoments } from "./film";

const FILM = aFilm();
const EMPTY = { length: 0, began: null, kinds: [], moments: [] };

describe("a film", () => {
  it("has come as far as its time, the moment itself counted", () => {
    expect([-1, 0, 1.9, 2, 5, 99].map((at) => reached(FILM, at))).toEqual([0, 1, 1, 2, 4, 5]);
  });

  it("goes on to the next moment and back to the one before, and stays within its ends", () => {
    expect([0, 2, 3, 8, 9].map((at) => nextMoment(FILM, at))).toEqual([2, 4, 4, 8, 8]);
    expect([8, 4, 3, 2, 0].map((at) => momentBefore(FILM, at))).toEqual([5, 2, 0, 0, 0]);
  });

  it("tells the room's own time, evenly between two moments", () => {
    expect(roomTime(FILM, 0)).toBe(Date.parse("2026-05-01T12:00:00Z"));
    expect(roomTime(FILM, 1)).toBe(Date.parse("2026-05-01T12:05:00Z"));
    expect(roomTime(FILM, 99)).toBe(Date.parse("2026-05-01T12:30:00Z"));
    expect(roomTime(EMPTY, 0)).toBeNull();
  });

  it("counts places by kind in the workshop's order, and only kinds that it has", () => {
    expect(countsAfter(FILM, 2).map(({ code, count }) => [code, count])).toEqual([["meeting_place", 0], ["choirs", 1]]);
    expect(countsAfter(FILM, 5).map(({ count }) => count)).toEqual([1, 1]);
    expect(connectionsAfter(FILM, 3)).toBe(0);
    expect(connectionsAfter(FILM, 5)).toBe(1);
  });

  it("calls a kind as the area does, and draws it as the one that it matches", () => {
    expect(kindOf(FILM, "choirs")).toEqual({ code: "choirs", kind: "association", label: "Choirs" });
    expect(kindOf(FILM, "meeting_place").label).toBe("Meeting place");
  });

  it("knows the stage and the newest place at each moment", () => {
    expect([0, 1, 5].map((count) => stageAfterMoments(FILM, count))).toEqual([null, "places", "closed"]);
    expect([1, 2, 5].map((count) => newestPlace(FILM, count)?.title ?? null)).toEqual([null, "The Larks", "The bench"]);
  });
});
