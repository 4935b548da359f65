import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import { LONG, type Example } from "../examples";
import type { KithConfirm } from "./confirm";
import "./confirm";

type Question = Parameters<KithConfirm["ask"]>[0];

const asking = (question: Question): ReturnType<typeof ref> =>
  ref((element) => void (element as KithConfirm | undefined)?.ask(question));

const CLOSING: Question = {
  heading: "Close the workshop?",
  words: "Phones stop taking changes. You can open it again until you publish.",
  yes: "Close the workshop",
  no: "Keep it open",
  danger: true,
};

export const EXAMPLES: readonly Example[] = [
  {
    name: "question before closing",
    shows: "What will happen, the verb on the button, and the safe way first",
    render: () => html`<kith-confirm ${asking(CLOSING)}></kith-confirm>`,
  },
  {
    name: "question with long words",
    shows: "Both buttons are within reach, whatever the words",
    render: () => html`<kith-confirm ${asking({ ...CLOSING, heading: LONG.title, words: LONG.note, yes: LONG.title })}></kith-confirm>`,
  },
];
