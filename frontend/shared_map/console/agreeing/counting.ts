/** Who is counted at the desk: people without a phone, and answers that came on paper or late. */

import { html, nothing, type TemplateResult } from "lit";
import { CHOICES, groupsOf, type Item } from "../../../agreement/items";
import { CHOICE_WORDS } from "../../../agreement/words";
import { counted, fill } from "../../../components/words";
import type { Choice } from "../../../sync/protocol";
import type { Desk } from "../desk";
import { calledOf } from "../for_whom";
import { ask, given, text } from "./asking";
import { gone, ratersAt, seatedAt, uncounted } from "./people";
import { COUNTING } from "./words";

const LONGEST_REASON = 400;

/** Counting in somebody who has no phone. Not while a rating is open: who counts would change under it. */
export function checkInView(desk: Desk): TemplateResult {
  const people = uncounted(desk);
  const groups = groupsOf(desk.live.client.records);
  const seats = `/workshops/${encodeURIComponent(desk.live.context.workshop)}/participants`;
  if (people.length === 0) {
    return html`<p class="hint">
      ${seatedAt(desk).length === 0 ? COUNTING.noSeats : COUNTING.allIn} <a href=${seats}>${COUNTING.seats}</a>
    </p>`;
  }
  const send = (event: Event): void => {
    const values = given(event);
    const who = people.find(({ person }) => person === text(values, "person"));
    if (who === undefined) return;
    const payload = { person: who.person, groups: values.getAll("group").map(String) };
    ask(desk, "attendance.check_in", payload, fill(COUNTING.added, { who: calledOf(who) }));
  };
  return html`<details class="console-agree-form">
    <summary>${COUNTING.checkIn}</summary>
    <form class="stack" @submit=${send}>
      <div class="field">
        <label for="agree-who">${COUNTING.who}</label>
        <select class="input" id="agree-who" name="person">
          ${people.map((each) => html`<option value=${each.person}>${calledOf(each)}</option>`)}
        </select>
      </div>
      ${groups.length === 0
        ? nothing
        : html`<fieldset class="field">
            <legend>${COUNTING.groups}</legend>
            ${groups.map(
              (group) =>
                html`<label class="choice"><input type="checkbox" name="group" value=${group} /><span dir="auto">${group}</span></label>`,
            )}
          </fieldset>`}
      <button type="submit" class="button-plain">${COUNTING.add}</button>
    </form>
  </details>`;
}

/** Counting out those who have left: nobody waits for somebody who has gone home. */
export function goneView(desk: Desk): TemplateResult | typeof nothing {
  const people = gone(desk);
  if (people.length === 0) return nothing;
  const countOut = (): void => {
    for (const { person } of people) ask(desk, "attendance.check_out", { person }, COUNTING.countedOut);
  };
  return html`<p>${counted(COUNTING.gone, people.length)}</p>
    <button type="button" class="button-plain" @click=${countOut}>${counted(COUNTING.countOut, people.length)}</button>`;
}

/** An answer that came on paper, or too late for the phone. Enter counts it and goes on to the next card. */
export function paperView(desk: Desk, item: Item): TemplateResult {
  const raters = ratersAt(desk);
  const isLate = item.state === "revealed";
  const send = (event: Event): void => {
    const form = event.target as HTMLFormElement;
    const values = given(event, true);
    const who = raters.find(({ person }) => person === text(values, "person"));
    const choice = text(values, "choice") as Choice;
    const reason = text(values, "reason");
    const field = form.elements.namedItem("reason") as HTMLInputElement;
    field.setCustomValidity(choice === "cannot_accept" && reason === "" ? COUNTING.reasonNeeded : "");
    if (who === undefined || !form.reportValidity()) return;
    const mark = (name: string): number | null => (text(values, name) === "" ? null : Number(text(values, name)));
    const source = text(values, "source") === "facilitator" ? "facilitator" : "paper";
    const wording = { item: item.id, revision: item.wording.number };
    const payload = { ...wording, person: who.person, choice, reason, source, matters: mark("matters"), fair: mark("fair") } as const;
    ask(desk, "rating.enter", payload, fill(COUNTING.entered, { who: who.called }));
    form.reset();
    (form.elements.namedItem("person") as HTMLElement).focus();
  };
  return html`<details class="console-agree-form">
    <summary>${isLate ? COUNTING.late : COUNTING.paper}</summary>
    <form class="stack" novalidate @submit=${send} @input=${forgetProblem}>
      <div class="field">
        <label for="agree-rater">${COUNTING.who}</label>
        <select class="input" id="agree-rater" name="person">
          ${raters.map(({ person, called }) => html`<option value=${person}>${called}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="agree-choice">${COUNTING.choice}</label>
        <select class="input" id="agree-choice" name="choice">
          ${CHOICES.map((choice) => html`<option value=${choice}>${CHOICE_WORDS[choice]}</option>`)}
        </select>
      </div>
      ${item.type === "indicator" ? html`${markField("matters")} ${markField("fair")}` : nothing}
      <div class="field">
        <label for="agree-paper-reason">${COUNTING.reason}</label>
        <input class="input" id="agree-paper-reason" name="reason" maxlength=${LONGEST_REASON} autocomplete="off" />
      </div>
      <div class="field">
        <label for="agree-source">${COUNTING.source}</label>
        <select class="input" id="agree-source" name="source">
          <option value="paper">${COUNTING.sources.paper}</option>
          <option value="facilitator">${COUNTING.sources.facilitator}</option>
        </select>
      </div>
      <button type="submit" class="button-plain">${COUNTING.enter}</button>
    </form>
  </details>`;
}

/** A browser holds back a form whose last problem was not taken away. */
function forgetProblem({ currentTarget }: Event): void {
  const field = (currentTarget as HTMLFormElement).elements.namedItem("reason") as HTMLInputElement;
  field.setCustomValidity("");
}

function markField(name: "matters" | "fair"): TemplateResult {
  return html`<div class="field">
    <label for="agree-${name}">${COUNTING[name]}</label>
    <input class="input" id="agree-${name}" name=${name} type="number" min="1" max="9" inputmode="numeric" />
  </div>`;
}
