/** The console by keyboard: the facilitator's eyes are on the room, so each thing of the next minute has one key. */

/** In these, letters mean something else; and what asks a question is answered first. */
const HAS_OWN_KEYS = "input, textarea, select, [contenteditable], kith-confirm, kith-sheet:not([beside])";

export type KeyName = "n" | "p" | "r" | "s" | "a" | "l" | "?" | "escape";

/** What each key does. `escape` returns whether there was anything to leave. */
export type KeyActions = Readonly<Record<Exclude<KeyName, "escape">, () => void>> & { readonly escape: () => boolean };

/** Listen on the whole page. `isBusy` tells that a question or a form is open, which comes first wherever the focus is. */
export function listenToConsoleKeys(page: EventTarget, actions: KeyActions, isBusy: () => boolean): void {
  page.addEventListener("keydown", (told) => {
    const event = told as KeyboardEvent;
    // A key that is held down means one step, not a race through the run sheet.
    if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
    if (handled(event, actions, isBusy)) event.preventDefault();
  });
}

function handled({ key, target }: KeyboardEvent, actions: KeyActions, isBusy: () => boolean): boolean {
  const name = key.toLowerCase();
  if (name === "escape") return actions.escape();
  if (target instanceof Element && target.closest(HAS_OWN_KEYS) !== null) return false;
  if (isBusy() || !isName(name, actions)) return false;
  actions[name]();
  return true;
}

function isName(name: string, actions: KeyActions): name is Exclude<KeyName, "escape"> {
  return Object.prototype.hasOwnProperty.call(actions, name);
}
