import { html } from "lit";
import { LONG, type Example } from "../examples";
import type { ListedPlace } from "./place_list";
import "./place_list";

const SETTLED = { standing: "settled", meToo: 0, meTooMine: false, connections: 0 } as const;

export const EXAMPLE_PLACES: readonly ListedPlace[] = [
  {
    ...SETTLED,
    id: "launderette",
    kind: "meeting_place",
    kindLabel: "Meeting place",
    title: "The launderette on Mill Lane",
    note: "You hear everything there. Saturday mornings it is full and nobody is in a hurry.",
    mine: true,
    meToo: 7,
    meTooMine: true,
    connections: 3,
    actions: ["show", "me_too", "connect", "change", "move", "remove"],
  },
  {
    ...SETTLED,
    id: "orchard",
    kind: "physical_place",
    kindLabel: "Building or open space",
    title: "Community orchard",
    note: "",
    mine: false,
    meToo: 1,
    actions: ["show", "me_too", "connect"],
  },
  {
    ...SETTLED,
    id: "bikes",
    kind: "gift_or_skill",
    kindLabel: "Gift or skill",
    title: "Bernie mends bikes",
    note: "Bring biscuits.",
    mine: true,
    standing: "waiting",
    actions: ["show", "change", "move", "remove"],
  },
  {
    ...SETTLED,
    id: "cafe",
    kind: "exchange",
    kindLabel: "Shop or exchange",
    title: "Repair café",
    note: "",
    mine: true,
    standing: "refused",
    reason: "The workshop closed before this arrived. It is kept on your phone.",
    actions: ["remove"],
  },
];

const FIRST = EXAMPLE_PLACES[0] as ListedPlace;

const MANY: readonly ListedPlace[] = Array.from({ length: 200 }, (_, index) => ({ ...FIRST, id: `${index}`, title: `Place ${index + 1}` }));

const WORDY: readonly ListedPlace[] = [
  { ...FIRST, id: "title", title: LONG.title, note: LONG.note },
  { ...FIRST, id: "word", title: LONG.word, note: LONG.word },
  { ...FIRST, id: "right", title: LONG.fromRight },
  { ...FIRST, id: "markup", title: LONG.markup },
];

export const EXAMPLES: readonly Example[] = [
  {
    name: "list with one place open",
    shows: "Facts under each title; the open place has a button for each thing one can do",
    render: () => html`<kith-place-list .places=${EXAMPLE_PLACES} .openPlace=${"launderette"}></kith-place-list>`,
  },
  {
    name: "list empty",
    shows: "Words where there is nothing yet",
    render: () => html`<kith-place-list></kith-place-list>`,
  },
  {
    name: "list of many",
    shows: "Two hundred places, with the search above them",
    render: () => html`<kith-place-list .places=${MANY}></kith-place-list>`,
  },
  {
    name: "list with long words",
    shows: "Titles and notes break within themselves, from right to left too, and signs of markup are signs",
    render: () => html`<kith-place-list .places=${WORDY} .openPlace=${"word"}></kith-place-list>`,
  },
];
