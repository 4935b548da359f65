import { html } from "lit";
import type { ClockFace } from "../../workshop/stage_clock";
import type { Example } from "../examples";
import "./clock";

const face = (part: Partial<ClockFace>) => (): ClockFace => ({ seconds: 252, counts: "down", over: 0, isStopped: false, ...part });

export const EXAMPLES: readonly Example[] = [
  { name: "clock running", shows: "What is left", render: () => html`<kith-clock .read=${face({})}></kith-clock>` },
  {
    name: "clock over its time",
    shows: "By how much, marked",
    render: () => html`<kith-clock .read=${face({ seconds: 0, over: 130 })}></kith-clock>`,
  },
  {
    name: "clock in a pause",
    shows: "It stands still",
    render: () => html`<kith-clock .read=${face({ isStopped: true })}></kith-clock>`,
  },
  {
    name: "clock of hours, long words",
    shows: "An hour and more keeps its figures apart",
    render: () => html`<kith-clock .read=${face({ seconds: 11_059, over: 4_000 })}></kith-clock>`,
  },
  {
    name: "clock of nothing",
    shows: "No figures where no stage goes on",
    render: () => html`<kith-clock .read=${() => null}></kith-clock>`,
  },
];
