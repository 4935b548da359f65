/** Looking back, on the phone: its questions, joined to the page. Fetched when the room comes to it. */

import { html, type TemplateResult } from "lit";
import { givenBy, shownOf, type Given } from "../../evaluation/answers";
import "../../evaluation/looking_back";
import { ASKING } from "../../evaluation/words";
import type { ParticipantPage } from "./page";
import { answerBlocked } from "./stage_screen";

export function lookingBackView(page: ParticipantPage): TemplateResult {
  const { live, sentence } = page;
  const { records, me } = live.client;
  return html`<kith-looking-back
    .given=${givenBy(live.context.person, records)}
    .shown=${shownOf(records)}
    .blocked=${answerBlocked(live.workshop?.life ?? "draft", me.role === "participant")}
    .typed=${sentence.kept}
    @reflection-typed=${({ detail }: CustomEvent<string | null>) => sentence.keep(detail)}
    @reflection-given=${({ detail }: CustomEvent<Given>) => give(page, detail)}
  ></kith-looking-back>`;
}

/** Each tap is an answer: only the taking back is worth a message of its own. */
function give({ live, deeds }: ParticipantPage, { answers, sentence }: Given): void {
  const { operation } = live.wish("reflection.answer", { answers, sentence });
  const isEmpty = sentence === "" && Object.values(answers).every((level) => level === null);
  if (isEmpty) deeds.tell(operation, ASKING.takenBack);
}
