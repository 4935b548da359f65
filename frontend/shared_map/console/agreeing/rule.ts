/** The rule by which the room decides: to be read out, and to be changed until the workshop opens. */

import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../../../components/words";
import type { RecordsView } from "../../../sync/records";
import type { Desk } from "../desk";
import { ask, given, text } from "./asking";
import { RULE } from "./words";

/** As the server has them where nobody changed them (`kithmap.agreement.model.Thresholds`). */
const USUAL = {
  quorum: 60,
  least: 5,
  unclear: 20,
  support: 75,
  parked: 50,
  group_floor: 50,
  group_least: 5,
  high: 70,
  low: 15,
} as const;

export type Numbers = { readonly [Name in keyof typeof USUAL]: number };

/** Fewer could be told apart in the counts. */
const LEAST = 5;
const MOST_PEOPLE = 1000;
const MOST_GROUPS = 12;

const CHANGED = ["quorum", "least", "unclear", "support", "parked", "group_floor", "high", "low"] as const;

interface Rule {
  readonly numbers: Numbers;
  readonly groups: readonly string[];
}

export function ruleOf(records: RecordsView): Rule {
  const fields = records.get("agreement_rules")?.fields;
  return {
    numbers: { ...USUAL, ...(fields?.["thresholds"] as unknown as Partial<Numbers> | undefined) },
    groups: (fields?.["groups"] as unknown as readonly string[] | undefined) ?? [],
  };
}

/** The rule in sentences that can be read out. */
export function ruleSentences({ numbers, groups }: Rule): readonly string[] {
  const heard = { least: numbers.group_least, groups: groups.join(", "), floor: numbers.group_floor };
  return [
    fill(RULE.quorum, numbers),
    fill(RULE.unclear, numbers),
    fill(RULE.support, numbers),
    fill(RULE.parked, numbers),
    groups.length === 0 ? RULE.noGroups : fill(RULE.groups, heard),
    fill(RULE.scales, numbers),
  ];
}

export function ruleView(desk: Desk): TemplateResult {
  const { live } = desk;
  const rule = ruleOf(live.client.records);
  const isDraft = live.workshop?.life === "draft";
  return html`<details class="console-agree-form">
    <summary>${RULE.heading}</summary>
    <ul class="console-rule">
      ${ruleSentences(rule).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <p class="hint">${isDraft ? RULE.only : RULE.fixed}</p>
    ${isDraft ? formView(desk, rule) : nothing}
  </details>`;
}

function formView(desk: Desk, { numbers, groups }: Rule): TemplateResult {
  const send = (event: Event): void => {
    const values = given(event, true);
    const chosen = Object.fromEntries(CHANGED.map((name) => [name, Number(text(values, name))]));
    const lines = text(values, "groups").split("\n");
    const named = lines.map((line) => line.trim()).filter((line) => line !== "");
    ask(desk, "agreement.fix_rules", { numbers: { ...numbers, ...chosen }, groups: named.slice(0, MOST_GROUPS) }, RULE.saved);
  };
  return html`<details>
    <summary>${RULE.change}</summary>
    <form class="stack" @submit=${send}>
      ${CHANGED.map((name) => numberField(name, numbers[name]))}
      <div class="field">
        <label for="agree-groups">${RULE.groupNames}</label>
        <textarea class="input" id="agree-groups" name="groups" rows="3" .value=${groups.join("\n")}></textarea>
      </div>
      <button type="submit" class="button-plain">${RULE.save}</button>
    </form>
  </details>`;
}

function numberField(name: (typeof CHANGED)[number], value: number): TemplateResult {
  const isPeople = name === "least";
  return html`<div class="field">
    <label for="agree-number-${name}">${RULE.names[name]}</label>
    <input
      class="input"
      id="agree-number-${name}"
      name=${name}
      type="number"
      required
      min=${isPeople ? LEAST : 1}
      max=${isPeople ? MOST_PEOPLE : 100}
      .value=${String(value)}
      inputmode="numeric"
    />
  </div>`;
}
