/** Below the map: what can be done on it; while something is under way, only what belongs to that. */

import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../base/icons";
import { fill } from "../../components/words";
import type { Task } from "../task";
import type { ConsoleState } from "./state";
import { key } from "./views_top";
import { TASKS, TOOLS } from "./words";

export interface ToolFacts {
  readonly state: ConsoleState;
  readonly isClosed: boolean;
  /** The title of the place that the task is about; empty for none. */
  readonly taskTitle: string;
  readonly act: (act: ToolAct) => void;
}

export type ToolAct =
  | "place"
  | "shape"
  | "join"
  | "list"
  | "removed"
  | "cards"
  | "follow"
  | "dark"
  | "cancel"
  | "undo_corner"
  | "done";

export function toolsView(facts: ToolFacts): TemplateResult {
  const { task } = facts.state;
  return html`<h2 class="visually-hidden">${TOOLS.heading}</h2>
    ${task.kind === "look" ? looking(facts) : during(task, facts)}`;
}

function looking({ isClosed, act }: ToolFacts): TemplateResult {
  const placing = html`<button type="button" class="button-plain console-place" @click=${() => act("place")}>
      ${icon("crosshair")}${TOOLS.place} ${key("A")}
    </button>
    ${chip("change", TOOLS.shape, () => act("shape"))} ${chip("link", TOOLS.join, () => act("join"))}`;
  return html`<div class="console-chips">
    ${isClosed ? nothing : placing} ${chip("list", TOOLS.list, () => act("list"), { letter: "L" })}
    ${isClosed ? nothing : chip("paper", TOOLS.cards, () => act("cards"))}
    ${isClosed ? nothing : chip("undo", TOOLS.removed, () => act("removed"))}
  </div>`;
}

/** Over the map's corner: what the wall does with it. */
export function wallView({ state, act }: Pick<ToolFacts, "state" | "act">): TemplateResult {
  return html`${chip("screen", TOOLS.follow, () => act("follow"), { pressed: state.follows })}
  ${state.lit === null ? nothing : chip("spotlight", TOOLS.dark, () => act("dark"), { letter: "S", pressed: true })}`;
}

function during(task: Exclude<Task, { readonly kind: "look" }>, { taskTitle, act }: ToolFacts): TemplateResult {
  const main = (name: IconName, words: string): TemplateResult =>
    html`<button type="button" class="button console-place" @click=${() => act("place")}>${icon(name)}${words} ${key("A")}</button>`;
  const cancel = chip("close", TASKS.cancel, () => act("cancel"));
  switch (task.kind) {
    case "move":
      return bar(fill(TASKS.moving, { title: taskTitle }), html`${main("move", TASKS.moveHere)} ${cancel}`);
    case "join": {
      const words = task.start === null ? TASKS.joinFirst : fill(TASKS.joinSecond, { title: taskTitle });
      return bar(words, html`${chip("list", TASKS.fromList, () => act("list"))} ${cancel}`);
    }
    case "draw":
      return bar(
        TASKS.drawing[task.form],
        html`${main("add", TASKS.corner)}
        ${task.corners > 0 ? chip("undo", TASKS.undoCorner, () => act("undo_corner")) : nothing}
        ${task.enough ? chip("done", TASKS.done, () => act("done")) : nothing} ${cancel}`,
      );
  }
}

function bar(words: string, buttons: TemplateResult): TemplateResult {
  return html`<p class="console-task" role="status">${words}</p>
    <div class="console-chips">${buttons}</div>`;
}

function chip(
  name: IconName,
  words: string,
  press: () => void,
  { letter, pressed }: { readonly letter?: string; readonly pressed?: boolean } = {},
): TemplateResult {
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${pressed === undefined ? nothing : pressed ? "true" : "false"}
    @click=${press}
  >
    ${icon(name)}${words}${letter === undefined ? nothing : html` ${key(letter)}`}
  </button>`;
}
