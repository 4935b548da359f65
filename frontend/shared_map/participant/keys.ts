/** The phone's page by keyboard: P is the main action, arrows move the map, Escape leaves a task, ? asks for help. */

const STEP_PX = 64;
const FINE_STEP_PX = 4;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** In these, letters and arrows mean something else. */
const HAS_OWN_KEYS = "input, textarea, select, [contenteditable], .map, kith-sheet, kith-confirm, summary";

export interface KeyActions {
  readonly place: () => void;
  readonly nudge: (dx: number, dy: number) => void;
  readonly help: () => void;
  /** Returns whether there was anything to leave. */
  readonly leave: () => boolean;
}

/** Listen to a page, until `leave` says otherwise. */
export function listenToPageKeys(page: Document, actions: KeyActions, leave?: AbortSignal): void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (handled(event, actions)) event.preventDefault();
  };
  page.addEventListener("keydown", pressed, { ...(leave && { signal: leave }) });
}

function handled(event: KeyboardEvent, actions: KeyActions): boolean {
  const where = event.target instanceof Element ? event.target : null;
  const isOnMap = where?.closest(".map") !== null && where !== null;
  if (event.key === "Escape") return actions.leave();
  if (where?.closest(HAS_OWN_KEYS) && !isOnMap) return false;
  if (event.key === "p" || event.key === "P") actions.place();
  else if (event.key === "?") actions.help();
  else if (isOnMap) return false;
  else return moved(event, actions);
  return true;
}

function moved({ key, shiftKey }: KeyboardEvent, { nudge }: KeyActions): boolean {
  const step = ARROWS[key];
  if (step === undefined) return false;
  const distance = shiftKey ? FINE_STEP_PX : STEP_PX;
  nudge(step[0] * distance, step[1] * distance);
  return true;
}
