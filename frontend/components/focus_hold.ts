/**
 * Holding the keyboard's focus inside something that lies over the page, and giving it back after.
 *
 * Only the Tab key is held: pointers are kept off the page by the backdrop, and screen readers by `aria-modal`.
 */

const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, " +
  '[tabindex]:not([tabindex="-1"])';

function focusables(inside: HTMLElement): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.closest("[hidden]") === null);
}

export class FocusHold {
  private readonly inside: HTMLElement;
  private readonly escape: () => void;
  private cameFrom: HTMLElement | null = null;

  /**
   * @param inside where the focus is to stay.
   * @param escape called when the person presses Escape there.
   */
  constructor(inside: HTMLElement, escape: () => void) {
    this.inside = inside;
    this.escape = escape;
  }

  /** Remember where the person was, and bring them in: to what asks for the focus, else to `first`. */
  take(first: HTMLElement | null): void {
    if (document.activeElement instanceof HTMLElement) this.cameFrom = document.activeElement;
    (this.inside.querySelector<HTMLElement>("[autofocus]") ?? first)?.focus();
  }

  /** Bring the person back to where they were, if that is still there. */
  giveBack(): void {
    if (this.cameFrom?.isConnected) this.cameFrom.focus();
    this.cameFrom = null;
  }

  /** For `keydown`: Escape leaves; Tab, where `modal`, goes round inside. */
  keyPressed(event: KeyboardEvent, modal: boolean): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.escape();
    } else if (event.key === "Tab" && modal) this.goRound(event);
  }

  private goRound(event: KeyboardEvent): void {
    const all = focusables(this.inside);
    const edge = event.shiftKey ? all[0] : all[all.length - 1];
    const other = event.shiftKey ? all[all.length - 1] : all[0];
    const outside = !all.includes(document.activeElement as HTMLElement);
    if (document.activeElement !== edge && !(outside && event.shiftKey)) return;
    event.preventDefault();
    other?.focus();
  }
}
