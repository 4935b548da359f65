import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Example } from "../examples";
import type { KithConfirm } from "./confirm";
import "./confirm";

const ask = ref((element) => {
  void (element as KithConfirm | undefined)?.ask({
    heading: "Close the workshop?",
    words: "Phones stop taking changes. You can open it again until you publish.",
    yes: "Close the workshop",
    no: "Keep it open",
    danger: true,
  });
});

export const EXAMPLES: readonly Example[] = [
  {
    name: "question before closing",
    shows: "What will happen, the verb on the button, and the safe way first",
    render: () => html`<kith-confirm ${ask}></kith-confirm>`,
  },
];
