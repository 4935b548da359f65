/** The shape of a component's named examples: they feed the gallery, the screenshots and the accessibility checks. */

import type { LitElement, TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

export interface Example {
  readonly name: string;
  /** What to look for. */
  readonly shows: string;
  readonly render: () => TemplateResult;
}

/** What people really type: a word that no line takes, a title at its longest, words from right to left, signs of markup. */
export const LONG = {
  word: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  title: "The Saturday morning walking football group that meets behind the old cattle market whenever it does not rain",
  note: "It began with four of us and a ball. ".repeat(12).trim(),
  fromRight: "مسجد کے ساتھ والا باغ",
  markup: "<b>Ada & Bea’s “corner”</b>",
};

/** To an element of an example: do something with it once it has drawn itself. */
export function onceDrawn(act: (element: LitElement) => void): ReturnType<typeof ref> {
  return ref((element) => {
    const drawn = element as LitElement | undefined;
    void drawn?.updateComplete.then(() => act(drawn));
  });
}

/** To a form of ours: send it as it stands, so that it says what is missing. */
export const sendOnceDrawn = onceDrawn((form) => form.querySelector("form")?.requestSubmit());
