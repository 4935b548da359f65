import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import { LONG, type Example } from "../examples";
import type { KithToast, Toast } from "./toast";
import "./toast";

function showing(...toasts: Toast[]): Example["render"] {
  const show = ref((element) => element && toasts.forEach((toast) => (element as KithToast).show(toast)));
  return () => html`<kith-toast ${show}></kith-toast>`;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "toast with undo",
    shows: "What happened, and the way back",
    render: showing({ key: "removed", words: "Removed “Bench by the weir”.", undo: true }),
  },
  {
    name: "two toasts",
    shows: "The newer stands below the older",
    render: showing(
      { key: "added", words: "“Repair café” is on the map.", undo: true },
      { key: "long", words: "Your words were kept on this phone, and will be sent when the connection is back." },
    ),
  },
  {
    name: "toast with long words",
    shows: "Undo stays beside the words, whatever a place is called",
    render: showing({ key: "long", words: `Removed “${LONG.word}”.`, undo: true }, { key: "longer", words: `Removed “${LONG.title}”.`, undo: true }),
  },
];
