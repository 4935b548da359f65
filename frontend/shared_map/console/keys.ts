/** The console by keyboard: the facilitator's eyes are on the room, so each thing of the next minute has one key. */

/** In these, letters mean something else; and what asks a question is answered first. */
const HAS_OWN_KEYS = "input, textarea, select, [contenteditable], kith-confirm, kith-sheet:not([beside])";

export type KeyName = "n" | "p" | "r" | "s" | "a" | "b" | "m" | "h" | "q" | "d" | "l" | "c" | "?" | "escape";

/** What each key does. `escape` and `nudge` return whether there was anything to do. */
export type KeyActions = Readonly<Record<Exclude<KeyName, "escape">, () => void>> & {
  readonly escape: () => boolean;
  /** Arrow keys, away from the map, which has its own: by CSS pixels. */
  readonly nudge: (dx: number, dy: number) => boolean;
};

const STEP_PX = 64;
const FINE_STEP_PX = 4;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
};

/** Listen on the whole page. `isBusy` tells that a question or a form is open, which comes first wherever the focus is. */
export function listenToConsoleKeys(page: EventTarget, actions: KeyActions, isBusy: () => boolean): void {
  page.addEventListener("keydown", (told) => {
    const event = told as KeyboardEvent;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    // A letter that is held down means one step, not a race through the run sheet.
    if (event.repeat && !event.key.startsWith("Arrow")) return;
    if (handled(event, actions, isBusy)) event.preventDefault();
  });
}

function handled({ key, shiftKey, target }: KeyboardEvent, actions: KeyActions, isBusy: () => boolean): boolean {
  const name = key.toLowerCase();
  if (name === "escape") return actions.escape();
  if (target instanceof Element && target.closest(HAS_OWN_KEYS) !== null) return false;
  if (isBusy()) return false;
  const arrow = ARROWS[name];
  if (arrow !== undefined) {
    const step = shiftKey ? FINE_STEP_PX : STEP_PX;
    return !(target instanceof Element && target.closest(".map")) && actions.nudge(arrow[0] * step, arrow[1] * step);
  }
  if (!isName(name, actions)) return false;
  actions[name]();
  return true;
}

function isName(name: string, actions: KeyActions): name is Exclude<KeyName, "escape"> {
  return name !== "nudge" && Object.prototype.hasOwnProperty.call(actions, name);
}
