/** How long to wait before the next try. */

const FIRST = 500;
const LONGEST = 15_000;

/**
 * Return milliseconds before another try after so many failures, from 0: doubling, to fifteen seconds at most.
 *
 * Between half of it and all, so that a hall of phones does not come back in one moment. `random` is from 0 to 1.
 */
export function backoff(failures: number, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10));
  return full * (0.5 + random / 2);
}
