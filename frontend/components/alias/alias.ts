/** A person as the room knows them: a colour and an animal. The words tell who it is; the spot of colour helps to find them. */

import { html, type TemplateResult } from "lit";
import "./alias.css";

/** The colours of the server's list (kithmap/workshop/aliases.py) that the style sheet knows; others stay without a spot. */
const COLOURS = new Set(
  (
    "amber azure bronze cobalt copper coral crimson emerald golden green indigo jade lavender lilac lime magenta mint navy " +
    "orange plum purple ruby russet sapphire scarlet silver teal turquoise violet"
  ).split(" "),
);

/** The class that gives the colour of an alias such as "teal otter"; empty where its first word is no colour. */
export function aliasColour(alias: string): string {
  const [colour = ""] = alias.toLowerCase().split(" ");
  return COLOURS.has(colour) ? `alias-${colour}` : "";
}

export function aliasView(alias: string): TemplateResult {
  return html`<span class="alias ${aliasColour(alias)}"><span class="alias-spot"></span>${alias}</span>`;
}
