/**
 * Holding the keyboard's focus inside something that lies over the page, and giving it back after.
 *
 * Only the Tab key is held: pointers are kept off the page by the backdrop, and screen readers by `aria-modal`.
 */

const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, " +
  '[tabindex]:not([tabindex="-1"])';

/** What lies above everything that holds the focus: the way back that it offers must be in reach. */
const MESSAGES = "kith-toast";

function focusables(inside: ParentNode): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.closest("[hidden]") === null);
}

function messageButtons(): HTMLElement[] {
  return [...document.querySelectorAll(MESSAGES)].flatMap(focusables);
}

export class FocusHold {
  private readonly inside: HTMLElement;
  private readonly escape: () => void;
  private readonly isModal: () => boolean;
  private cameFrom: HTMLElement | null = null;

  /**
   * @param inside where the focus is to stay.
   * @param escape called when the person presses Escape there.
   * @param isModal whether the rest of the page is out of reach at the time.
   */
  constructor(inside: HTMLElement, escape: () => void, isModal: () => boolean = () => true) {
    this.inside = inside;
    this.escape = escape;
    this.isModal = isModal;
  }

  /** Remember where the person was, and bring them in: to what asks for the focus, else to `first`. */
  take(first: HTMLElement | null): void {
    if (document.activeElement instanceof HTMLElement) this.cameFrom = document.activeElement;
    (this.inside.querySelector<HTMLElement>("[autofocus]") ?? first)?.focus();
    document.addEventListener("keydown", this.strayed);
  }

  /** Bring the person back to where they were, if that is still there. */
  giveBack(): void {
    if (this.cameFrom?.isConnected) this.cameFrom.focus();
    this.cameFrom = null;
    this.letGo();
  }

  /** Hold nothing any more; whoever is gone from the page gives nothing back. */
  letGo(): void {
    document.removeEventListener("keydown", this.strayed);
  }

  /** For `keydown`: Escape leaves; Tab, where the rest is out of reach, goes round inside and through the messages. */
  keyPressed(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.escape();
    } else if (event.key === "Tab" && this.isModal()) this.goRound(event);
  }

  /** The focus is with a message, or nowhere, because what had it is gone. */
  private readonly strayed = (event: KeyboardEvent): void => {
    const where = event.target as Element;
    if (event.defaultPrevented || !this.isModal() || this.inside.contains(where)) return;
    if (where === document.body || where.closest(MESSAGES) !== null) this.keyPressed(event);
  };

  private goRound(event: KeyboardEvent): void {
    const [own, messages] = [focusables(this.inside), messageButtons()];
    const all = [...own, ...messages];
    const here = all.indexOf(document.activeElement as HTMLElement);
    if (here === -1 && !event.shiftKey) return;
    const [first, last] = event.shiftKey ? [0, own.length] : [own.length - 1, all.length - 1];
    // Between these the browser goes on by itself, and knows better: a group of radio buttons is one step.
    if (here !== -1 && here !== first && here !== last) return;
    event.preventDefault();
    const next = event.shiftKey ? (here <= 0 ? all.length - 1 : here - 1) : (here + 1) % all.length;
    all[next]?.focus();
  }
}
