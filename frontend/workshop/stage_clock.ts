/** The clock of a stage: the same on every screen, because it counts from the server's time. */

import type { Workshop } from "./workshop_record";

export interface ClockFace {
  /** Whole seconds: left of the stage's length, or gone by where it has none. */
  readonly seconds: number;
  readonly counts: "down" | "up";
  /** Seconds over the stage's length; 0 while there is time. */
  readonly over: number;
  readonly isStopped: boolean;
}

/** What the clock shows at a moment of the server's time, in milliseconds since 1970; null where no stage is going on. */
export function clockFace(workshop: Workshop, now: number): ClockFace | null {
  const { life, stageSince, stageMinutes, pausedAt } = workshop;
  if (stageSince === null || life === "draft" || life === "closed") return null;
  const gone = Math.max(0, Math.floor(((pausedAt ?? now) - stageSince) / 1000));
  const isStopped = pausedAt !== null;
  if (stageMinutes === null) return { seconds: gone, counts: "up", over: 0, isStopped };
  const left = stageMinutes * 60 - gone;
  return { seconds: Math.max(0, left), counts: "down", over: Math.max(0, -left), isStopped };
}

/** "04:12", and "1:04:12" from an hour on. */
export function clockWords(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${two(minutes)}:${two(seconds % 60)}`;
  return hours === 0 ? tail : `${hours}:${tail}`;
}

/**
 * Return a function that tells the server's time, from what the server wrote into the page and when that came here: a laptop's
 * own clock may be minutes off.
 */
export function serverTime(writtenAt: string, cameAt: number, ownTime: () => number = Date.now): () => number {
  const ahead = Date.parse(writtenAt) - cameAt;
  return () => ownTime() + (Number.isNaN(ahead) ? 0 : ahead);
}

/** When the page came here, by the device's own clock, in milliseconds since 1970. */
export function pageCameAt(timing: Pick<Performance, "timeOrigin" | "getEntriesByType">): number {
  const [navigation] = timing.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return timing.timeOrigin + (navigation?.responseStart ?? 0);
}
