/** A film for tests: a stage, two places, a connection, and the end. */

import type { Film } from "../film";
import type { Shown, Surroundings } from "../player";

export function aFilm(): Film {
  const at = (seconds: number, minutes: number): { at: number; time: string } => ({
    at: seconds,
    time: `2026-05-01T12:${String(minutes).padStart(2, "0")}:00Z`,
  });
  return {
    length: 8,
    began: "2026-05-01T12:00:00Z",
    kinds: [{ key: "choirs", label: "Choirs", looks: "association" }],
    moments: [
      { what: "stage", stage: "places", ...at(0, 0) },
      { what: "place", kind: "choirs", title: "The Larks", where: [0.2, 52.4], ...at(2, 10) },
      { what: "place", kind: "meeting_place", title: "The bench", where: [0.8, 52.6], ...at(4, 12) },
      { what: "connection", ends: [1, 2], ...at(5, 20) },
      { what: "stage", stage: "closed", ...at(8, 30) },
    ],
  };
}

export function aShown(film: Film = aFilm()): Shown {
  const boundary = { type: "Polygon", coordinates: [[[0, 52], [1, 52], [1, 53], [0, 53], [0, 52]]] } as const;
  return { title: "An evening", area: "Brook End", boundary, ground: null, theme: "light", film };
}

/** A browser whose frames and clock a test moves by hand. */
export class TestBrowser implements Surroundings {
  time = 0;
  less = false;
  private waiting: (() => void)[] = [];

  now = (): number => this.time;
  wantsLessMotion = (): boolean => this.less;
  nextFrame = (call: () => void): void => void this.waiting.push(call);

  /** Let so many seconds pass, and draw one frame then. */
  pass(seconds: number): void {
    this.time += seconds * 1000;
    for (const call of this.waiting.splice(0)) call();
  }
}
