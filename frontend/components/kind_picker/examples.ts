import { html } from "lit";
import { DEFAULT_KINDS, type KindChoice } from "../../shared_map/kinds";
import { LONG, type Example } from "../examples";
import "./kind_picker";

/** An area that has split a kind in two, under its own words. */
const SPLIT_KINDS: readonly KindChoice[] = [
  { code: "faith-group", kind: "association", label: "Faith group", hint: "A church, mosque, temple or gurdwara group" },
  { code: "club", kind: "association", label: "Club", hint: "Sport, song, cards or anything else done together" },
];

export const EXAMPLES: readonly Example[] = [
  {
    name: "kinds none chosen",
    shows: "The seven kinds, each with shape, icon, colour and words",
    render: () => html`<kith-kind-picker name="first"></kith-kind-picker>`,
  },
  {
    name: "kinds one chosen",
    shows: "The chosen kind stands out by more than colour",
    render: () => html`<kith-kind-picker name="second" value="exchange"></kith-kind-picker>`,
  },
  {
    name: "kinds with an error",
    shows: "What to do, above the choices",
    render: () =>
      html`<kith-kind-picker name="third" error="Choose what it is." .kinds=${DEFAULT_KINDS.slice(0, 3)}></kith-kind-picker>`,
  },
  {
    name: "kinds of an area's own",
    shows: "Two kinds that match the same one look alike and read differently",
    render: () => html`<kith-kind-picker name="fourth" .kinds=${SPLIT_KINDS}></kith-kind-picker>`,
  },
  {
    name: "kinds with long words",
    shows: "A label that no line takes breaks within itself",
    render: () =>
      html`<kith-kind-picker
        name="fifth"
        .kinds=${DEFAULT_KINDS.slice(0, 2).map((kind) => ({ ...kind, label: LONG.word, hint: LONG.title }))}
      ></kith-kind-picker>`,
  },
];
