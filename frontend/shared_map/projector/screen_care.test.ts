// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { careForScreen, toggleFullScreen } from "./screen_care";

const root = document.documentElement;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  root.className = "";
});

test("asks the screen to stay on, again whenever the page is shown again, and takes no for an answer", async () => {
  const request = vi.fn(async () => Promise.reject(new Error("not allowed")));
  vi.stubGlobal("navigator", { wakeLock: { request } });
  careForScreen(document);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(request.mock.calls).toEqual([["screen"], ["screen"]]);
});

test("does without where the browser has no such lock, as on a plain address in a hall", () => {
  vi.stubGlobal("navigator", {});
  expect(() => careForScreen(document)).not.toThrow();
});

test("moves what stands still by some pixels each minute, and comes round again", () => {
  vi.stubGlobal("navigator", {});
  careForScreen(document);
  const seen = new Set<string>();
  for (let minute = 0; minute < 9; minute += 1) {
    vi.advanceTimersByTime(60_000);
    seen.add(root.style.getPropertyValue("--step-aside"));
  }
  expect(seen.size).toBe(9);
});

test("hides a pointer that rests, and shows one that moves", () => {
  vi.stubGlobal("navigator", {});
  careForScreen(document);
  expect(root.classList.contains("pointer-rests")).toBe(true);
  root.dispatchEvent(new Event("pointermove"));
  expect(root.classList.contains("pointer-rests")).toBe(false);
  vi.advanceTimersByTime(3000);
  expect(root.classList.contains("pointer-rests")).toBe(true);
});

test("filling the screen is an offer: where it is refused, nothing happens", async () => {
  const asked = vi.fn(async () => Promise.reject(new Error("not now")));
  root.requestFullscreen = asked;
  toggleFullScreen(document);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(1);
});
