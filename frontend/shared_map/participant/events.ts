/** What the page makes of what happens in the room, and of a pin that is tapped. */

import { counted, fill } from "../../components/words";
import type { Workshop } from "../../workshop/workshop_record";
import { placesOf } from "./listing";
import type { ReviewNews } from "./own_review";
import type { ParticipantPage } from "./page";
import { PRACTICE } from "./placing";
import { LOOKING } from "../task";
import { DONE, TOLD } from "./words";

/** The workshop's stage, life or round is another. */
export function workshopChanged(page: ParticipantPage, now: Workshop, before: Workshop | null): void {
  if (now.life === "open" && now.stage !== "lobby") page.placing.endPractice();
  if (before !== null) tellOf(page, now, before);
  const { sheet } = page.state;
  const mayShowEnd = sheet === null || sheet.kind === "place";
  if (now.life === "closed" && before?.life !== "closed" && mayShowEnd) page.set({ task: LOOKING, sheet: { kind: "end" } });
  if (now.life !== "closed" && sheet?.kind === "end") page.set({ sheet: null });
}

function tellOf({ deeds, live }: ParticipantPage, now: Workshop, before: Workshop): void {
  if (before.hiding && !now.hiding && now.round === before.round) {
    deeds.tell("revealed", counted(TOLD.revealed, placesOf(live.client.records).length));
  } else if (now.round > before.round) deeds.tell("round", TOLD.newRound);
  if (before.life === "paused" && now.life === "open") deeds.tell("goes on", TOLD.goesOn);
}

/** Those who lead have looked at one of the person's own places. */
export function tellOfReview({ deeds }: ParticipantPage, { id, title, became }: ReviewNews): void {
  const isShown = became === "shown";
  if (title === null) deeds.tell(id, isShown ? TOLD.lineShown : TOLD.lineCameBack);
  else deeds.tell(id, fill(isShown ? TOLD.shown : TOLD.cameBack, { title }));
}

/** A pin was tapped, or the ground beside all of them: what that means depends on what the person is doing. */
export function selected(page: ParticipantPage, id: string | null): void {
  const { task, sheet } = page.state;
  const { map } = page.live;
  switch (task.kind) {
    case "join":
      return id === null ? map.select(task.start) : page.joining.choose(id);
    case "move":
      return map.select(task.place);
    case "draw":
      return map.select(null);
    case "look":
      if (id === PRACTICE) showPractice(page);
      else if (id !== null) page.set({ sheet: { kind: "place", place: id } });
      else if (sheet?.kind === "place") page.set({ sheet: null });
  }
}

function showPractice({ deeds, live, placing }: ParticipantPage): void {
  live.map.select(null);
  deeds.tell(PRACTICE, DONE.practiceAgain, () => placing.endPractice());
}
