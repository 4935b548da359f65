import { describe, expect, it } from "vitest";
import { Playing } from "./playing";

function played(length = 10): Playing {
  const playing = new Playing(length);
  playing.play(0);
  return playing;
}

describe("playing a film", () => {
  it("stands at its end at first, and plays from the beginning then", () => {
    const playing = new Playing(10);
    expect([playing.at, playing.isAtEnd, playing.isPlaying]).toEqual([10, true, false]);
    playing.play(0);
    expect([playing.at, playing.isPlaying]).toEqual([0, true]);
  });

  it("goes as fast as it is told, and a clock that goes back does no harm", () => {
    const playing = played();
    playing.pass(2000);
    playing.speed = 2;
    playing.pass(3000);
    playing.pass(1000);
    expect(playing.at).toBe(4);
  });

  it("shows the finished map for a while, and waits at the end", () => {
    const playing = played(2);
    playing.pass(3000);
    expect([playing.at, playing.isPlaying]).toEqual([2, true]);
    playing.pass(6000);
    expect([playing.at, playing.isPlaying, playing.isAtEnd]).toEqual([2, false, true]);
  });

  it("stays where it was paused or put, and within its ends", () => {
    const playing = played();
    playing.pass(3500);
    playing.pause();
    playing.pass(9000);
    expect(playing.at).toBe(3.5);
    playing.goTo(99);
    expect(playing.at).toBe(10);
    playing.goTo(-1);
    expect(playing.at).toBe(0);
  });

  it("goes in steps where less motion is wanted", () => {
    const playing = new Playing(9);
    playing.inSteps = true;
    playing.play(0);
    const shown = [500, 1900, 2000, 3999, 4100, 9000].map((now) => {
      playing.pass(now);
      return playing.at;
    });
    expect(shown).toEqual([0, 0, 2, 2, 4, 9]);
  });
});
