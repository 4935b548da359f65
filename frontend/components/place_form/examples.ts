import { html } from "lit";
import { LONG, sendOnceDrawn, type Example } from "../examples";
import { EMPTY_PLACE, type PlaceDraft } from "./draft";
import "./place_form";

const HALL: PlaceDraft = {
  ...EMPTY_PLACE,
  kind: "meeting_place",
  title: "St Anne’s hall",
  note: "Warm in winter, and the kettle is always on.",
  visibility: "facilitators",
  meeting: { who: "Parents after school", how_often: "weekly", how_many: "up_to_30", open_to: "everyone" },
};

export const EXAMPLES: readonly Example[] = [
  {
    name: "place form empty",
    shows: "The kinds first; three taps are enough",
    render: () => html`<kith-place-form></kith-place-form>`,
  },
  {
    name: "place form of a meeting place",
    shows: "Who meets, how often, how many, and that only facilitators see it",
    render: () => html`<kith-place-form editing .draft=${HALL}></kith-place-form>`,
  },
  {
    name: "place form with errors",
    shows: "What is missing, at each field, and the focus at the first",
    render: () => html`<kith-place-form ${sendOnceDrawn}></kith-place-form>`,
  },
  {
    name: "place form with long words",
    shows: "A long title can be read whole while it is typed",
    render: () => html`<kith-place-form editing .draft=${{ ...HALL, title: LONG.title.slice(0, 80), note: LONG.note }}></kith-place-form>`,
  },
];
