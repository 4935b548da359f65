/** Identifiers made in the page: UUIDs of version 7 (RFC 9562, section 5.7), which sort by when they were made. */

import type { RandomBytes } from "./surroundings";

const MOST_MILLISECONDS = 2 ** 48 - 1;
const MOST_COUNT = 0xfff;

/**
 * Return a maker of ids.
 *
 * Each id sorts after the one before, however many are made in one millisecond and wherever the clock is moved meanwhile:
 * the twelve bits after the time count on (RFC 9562, section 6.2, method 1), and the time never runs back. A wrong clock
 * does no harm, since ids name and do not order; the server numbers.
 *
 * `crypto.randomUUID` is missing on a laptop's hotspot, where pages are not in a secure context; random bytes are there.
 */
export function idMaker(now: () => number, randomBytes: RandomBytes): () => string {
  let time = -1;
  let count = 0;
  return () => {
    const bytes = randomBytes(10);
    const clock = Math.min(Math.max(0, Math.floor(now())), MOST_MILLISECONDS);
    if (clock > time) {
      time = clock;
      // The top bit is left free, so that a full millisecond has room to count.
      count = (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) & 0x7ff;
    } else if (count < MOST_COUNT) {
      count += 1;
    } else {
      time += 1;
      count = 0;
    }
    return written(time, count, bytes.subarray(2));
  };
}

function written(time: number, count: number, random: Uint8Array): string {
  const tail = Array.from(random, (byte, place) => hex(place === 0 ? 0x80 | (byte & 0x3f) : byte, 2)).join("");
  const head = hex(time, 12);
  return `${head.slice(0, 8)}-${head.slice(8)}-7${hex(count, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
