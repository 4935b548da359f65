import { html } from "lit";
import type { Example } from "../examples";
import { EMPTY_CONNECTION, type ConnectionDraft } from "./draft";
import "./connection_form";

const PLACES = [
  { id: "launderette", title: "The launderette on Mill Lane" },
  { id: "hall", title: "St Anne’s hall" },
];

const FILLED: ConnectionDraft = {
  directed: true,
  how: { mode: "in_person", frequency: "weekly", strength: "strong" },
  where: "hall",
  why: ["practical_help", "fun"],
  result: { outcome: "new_friendship", words: "Ama met half the street." },
};

export const EXAMPLES: readonly Example[] = [
  {
    name: "connection form empty",
    shows: "How, where, why, and what happens as a result",
    render: () =>
      html`<kith-connection-form
        .places=${PLACES}
        .startTitle=${"The launderette on Mill Lane"}
        .endTitle=${"St Anne’s hall"}
        .draft=${EMPTY_CONNECTION}
      ></kith-connection-form>`,
  },
  {
    name: "connection form filled",
    shows: "A directed connection, ready to be changed",
    render: () =>
      html`<kith-connection-form
        editing
        .places=${PLACES}
        .startTitle=${"Repair café"}
        .endTitle=${"St Anne’s hall"}
        .draft=${FILLED}
      ></kith-connection-form>`,
  },
];
