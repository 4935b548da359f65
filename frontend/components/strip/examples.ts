import { html } from "lit";
import { LONG, type Example } from "../examples";
import "./strip";

export const EXAMPLES: readonly Example[] = [
  {
    name: "strip offline with three changes",
    shows: "What was added is kept, and what happens next",
    render: () => html`<kith-strip state="offline" .waiting=${3}></kith-strip>`,
  },
  {
    name: "strip offline with nothing waiting",
    shows: "One can carry on",
    render: () => html`<kith-strip state="offline"></kith-strip>`,
  },
  {
    name: "strip sending",
    shows: "The connection is back and changes are under way",
    render: () => html`<kith-strip state="sending" .waiting=${1}></kith-strip>`,
  },
  {
    name: "strip back online",
    shows: "All is well again",
    render: () => html`<kith-strip state="back"></kith-strip>`,
  },
  {
    name: "strip closed with the page's own words",
    shows: "Why nothing is taken just now",
    render: () => html`<kith-strip state="closed" reason="The workshop is paused. Have a cup of tea."></kith-strip>`,
  },
  {
    name: "strip with long words",
    shows: "A facilitator's own long reason wraps",
    render: () => html`<kith-strip state="closed" reason=${`${LONG.title} ${LONG.word}`}></kith-strip>`,
  },
];
