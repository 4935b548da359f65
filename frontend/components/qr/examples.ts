import { html } from "lit";
import { LONG, type Example } from "../examples";
import "./qr";

export const EXAMPLES: readonly Example[] = [
  {
    name: "way in without a picture",
    shows: "Address and code alone, while the picture is not there",
    render: () => html`<kith-qr address="kithmap.local" code="fern river 42"></kith-qr>`,
  },
  {
    name: "way in, small",
    shows: "For a corner of the projector, once most have come",
    render: () => html`<kith-qr small address="kithmap.local" code="fern river 42"></kith-qr>`,
  },
  {
    name: "way in with long words",
    shows: "A long address breaks, and the code stays whole",
    render: () => html`<kith-qr address=${`workshops.${LONG.word.toLowerCase()}.example.org`} code="caterpillar strawberry 42"></kith-qr>`,
  },
];
