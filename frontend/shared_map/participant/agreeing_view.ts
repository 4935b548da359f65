/** Agreeing, on the phone: its screen, joined to the page. Fetched when the room comes to it. */

import { html, type TemplateResult } from "lit";
import type { Agreeing, AgreeingAct } from "../../agreement/agreeing";
import "../../agreement/agreeing";
import {
  groupsOf,
  isCheckedIn,
  itemsOf,
  mayStateMinority,
  onTheTable,
  placesOf,
  questionsAbout,
  registerOf,
  suggestionsFor,
  typeAt,
} from "../../agreement/items";
import { PHONE } from "../../agreement/words";
import { fill } from "../../components/words";
import type { ParticipantPage } from "./page";
import { answerBlocked } from "./stage_screen";

export function agreeingView(page: ParticipantPage): TemplateResult {
  return html`<kith-agreeing
    .facts=${factsOf(page)}
    @agreeing-act=${({ detail }: CustomEvent<AgreeingAct>) => act(page, detail)}
  ></kith-agreeing>`;
}

function factsOf({ live }: ParticipantPage): Agreeing {
  const { records, me } = live.client;
  const { person } = live.context;
  const type = typeAt(live.workshop?.stage);
  const item = onTheTable(records, type);
  return {
    type,
    item,
    proposed: itemsOf(records, type).filter(({ id }) => id !== item?.id),
    places: placesOf(records),
    questions: item === null ? [] : questionsAbout(item, records),
    suggestions: item === null ? [] : suggestionsFor(item, records),
    register: item === null ? null : registerOf(item, person, records),
    checkedIn: isCheckedIn(person, records) || me.role !== "participant",
    groups: groupsOf(records),
    mayStateMinority: item !== null && mayStateMinority(item, person, records),
    blocked: answerBlocked(live.workshop?.life ?? "draft", me.role === "participant"),
  };
}

function act(page: ParticipantPage, detail: AgreeingAct): void {
  const { live, deeds } = page;
  const item = onTheTable(live.client.records, typeAt(live.workshop?.stage));
  if (detail.act === "check_in") return deeds.tell(live.wish("attendance.check_in", { groups: [...detail.groups] }).operation, PHONE.checkedIn);
  if (detail.act === "propose") return propose(page, detail);
  if (item === null) return;
  const wording = { item: item.id, revision: item.wording.number };
  switch (detail.act) {
    case "ask":
      return deeds.tell(live.wish("question.ask", { question: live.client.newId(), item: item.id, text: detail.text }).operation, PHONE.asked);
    case "suggest": {
      const { label, meaning } = detail;
      const { operation } = live.wish("rewording.suggest", { rewording: live.client.newId(), ...wording, label, meaning });
      return deeds.tell(operation, PHONE.suggested);
    }
    case "rate": {
      const { choice, reason, matters, fair } = detail;
      live.wish("rating.give", { ...wording, choice, reason, matters, fair });
      return;
    }
    case "minority": {
      const { operation } = live.wish("minority.state", { item: item.id, statement: live.client.newId(), text: detail.text });
      return deeds.tell(operation, PHONE.minoritySent);
    }
  }
}

type Proposal = Extract<AgreeingAct, { readonly act: "propose" }>;

function propose({ live, deeds }: ParticipantPage, { label, meaning, examples }: Proposal): void {
  const type = typeAt(live.workshop?.stage);
  const { operation } = live.wish("item.propose", { item: live.client.newId(), type, label, meaning, examples: [...examples] });
  deeds.tell(operation, fill(PHONE.sent, { label }));
}
