/** What our elements share: they draw into the page itself, where the page's styles and its forms reach them. */

import { LitElement } from "lit";

export class KithElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    // What is written between an element's tags follows what the element draws itself. The mark is a comment of our own:
    // the library notes what it drew on the mark, and on a child that draws itself the two notes would be one.
    if (this.renderOptions.renderBefore === undefined && this.firstChild !== null) {
      const mark = document.createComment("");
      this.insertBefore(mark, this.firstChild);
      this.renderOptions.renderBefore = mark;
    }
    return this;
  }

  /** Tell whoever listens, here or further up the page. */
  protected emit<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

/** Make an element known under its name; loading a module twice does no harm. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
