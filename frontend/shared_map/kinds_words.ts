/** The seven kinds of place in plain words. */

import { words } from "../components/words";
import type { KindCode } from "./kinds";

/** A kind that the page does not know. */
export const SOME_PLACE = words("Place");

export const KIND_WORDS: Readonly<Record<KindCode, { readonly label: string; readonly hint: string }>> = words({
  meeting_place: {
    label: "Meeting place",
    hint: "Where people get together: a hall, a bench, a café table",
  },
  gift_or_skill: {
    label: "Gift or skill",
    hint: "What someone is good at and shares: mending, singing, lifts",
  },
  association: {
    label: "Group or club",
    hint: "People who do something together: a choir, a team, a faith group",
  },
  institution: {
    label: "Public service",
    hint: "A school, surgery, library or council office",
  },
  physical_place: {
    label: "Building or open space",
    hint: "A park, path, hall or allotment people value",
  },
  exchange: {
    label: "Shop or exchange",
    hint: "Where things are bought, swapped, lent or given",
  },
  story_or_culture: {
    label: "Story or tradition",
    hint: "What people remember, celebrate or pass on",
  },
});
