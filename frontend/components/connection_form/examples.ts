import { html } from "lit";
import { LONG, sendOnceDrawn, type Example } from "../examples";
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
  {
    name: "connection form with errors",
    shows: "What is missing, at each question, and the focus at the first",
    render: () =>
      html`<kith-connection-form
        ${sendOnceDrawn}
        .places=${PLACES}
        .startTitle=${"Repair café"}
        .endTitle=${"St Anne’s hall"}
        .draft=${EMPTY_CONNECTION}
      ></kith-connection-form>`,
  },
  {
    name: "connection form with long words",
    shows: "Long titles of places wrap, in the heading and in the list",
    render: () =>
      html`<kith-connection-form
        .places=${[...PLACES, { id: "long", title: LONG.title }, { id: "word", title: LONG.word }]}
        .startTitle=${LONG.title}
        .endTitle=${LONG.word}
        .draft=${{ ...FILLED, where: "long", result: { outcome: "other", words: LONG.note } }}
      ></kith-connection-form>`,
  },
];
