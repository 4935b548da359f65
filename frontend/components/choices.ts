/** Groups of choices as plain radio buttons and tick boxes, drawn the same in every form. */

import { html, nothing, type TemplateResult } from "lit";

/** Codes with the words people see, in the order in which they are offered. */
export type Choices<Code extends string> = Readonly<Record<Code, string>>;

export interface Group<Code extends string> {
  /** Unique on the page; radio buttons of one name exclude each other. */
  readonly name: string;
  readonly question: string;
  readonly hint?: string;
  readonly choices: Choices<Code>;
  /** Words about what is wrong; empty when nothing is. */
  readonly error?: string;
}

function codes<Code extends string>(choices: Choices<Code>): Code[] {
  return Object.keys(choices) as Code[];
}

function frame<Code extends string>(group: Group<Code>, inputs: TemplateResult[]): TemplateResult {
  const problem = `${group.name}-error`;
  return html`<fieldset class="field" id=${group.name} tabindex="-1" aria-describedby=${group.error ? problem : nothing}>
    <legend>${group.question}</legend>
    ${group.hint ? html`<p class="hint">${group.hint}</p>` : nothing}
    ${group.error ? html`<p class="field-error" id=${problem}>${group.error}</p>` : nothing}
    <div class="choices choices-across">${inputs}</div>
  </fieldset>`;
}

/** One of several. */
export function radios<Code extends string>(
  group: Group<Code>,
  value: Code | null,
  pick: (code: Code) => void,
): TemplateResult {
  return frame(
    group,
    codes(group.choices).map(
      (code) =>
        html`<label class="choice">
          <input type="radio" name=${group.name} value=${code} .checked=${value === code} @change=${() => pick(code)} />
          <span>${group.choices[code]}</span>
        </label>`,
    ),
  );
}

/** Any of several; `pick` gets them in the order in which they are offered. */
export function ticks<Code extends string>(
  group: Group<Code>,
  values: readonly Code[],
  pick: (codes: readonly Code[]) => void,
): TemplateResult {
  const toggled = (code: Code): Code[] =>
    codes(group.choices).filter((each) => (each === code ? !values.includes(code) : values.includes(each)));
  return frame(
    group,
    codes(group.choices).map(
      (code) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name=${group.name}
            value=${code}
            .checked=${values.includes(code)}
            @change=${() => pick(toggled(code))}
          />
          <span>${group.choices[code]}</span>
        </label>`,
    ),
  );
}
