/**
 * Care of a screen that shows one page for hours: it does not go to sleep, nothing burns in, and no arrow lies on the map.
 * All of it is done where the browser lets us, and silently left where it does not.
 */

/** Milliseconds after which a pointer that does not move is hidden. */
const POINTER_RESTS = 3000;
/** Milliseconds between two small steps of what stands still. */
const STEP_EVERY = 60_000;
/** Where the still parts stand, one after another, in CSS pixels: a ring, so that no line stays lit by the same words. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 0],
  [3, 0],
  [3, 3],
  [0, 3],
  [-3, 3],
  [-3, 0],
  [-3, -3],
  [0, -3],
  [3, -3],
];

export function careForScreen(page: Document): void {
  keepAwake(page);
  stepAside(page.documentElement);
  hideRestingPointer(page.documentElement);
}

/** Ask the screen to stay on. The lock is lost when the page is hidden, so it is asked for again. */
function keepAwake(page: Document): void {
  const ask = (): void => {
    if (page.visibilityState === "visible") void navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  page.addEventListener("visibilitychange", ask);
  ask();
}

function stepAside(root: HTMLElement): void {
  let turn = 0;
  setInterval(() => {
    turn = (turn + 1) % STEPS.length;
    const [x, y] = STEPS[turn] ?? [0, 0];
    root.style.setProperty("--step-aside", `${x}px ${y}px`);
  }, STEP_EVERY);
}

function hideRestingPointer(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => root.classList.add("pointer-rests");
  root.addEventListener("pointermove", () => {
    root.classList.remove("pointer-rests");
    clearTimeout(timer);
    timer = setTimeout(rest, POINTER_RESTS);
  });
  rest();
}

/** Fill the screen, or leave that. */
export function toggleFullScreen(page: Document): void {
  const asked = page.fullscreenElement ? page.exitFullscreen() : page.documentElement.requestFullscreen?.();
  void asked?.catch(() => undefined);
}
