/** The run sheet of a workshop as its records tell it: the steps, where the room is, how long each took, what was other than planned. */

import type { Json, Stage, WireRecord } from "../sync/protocol";
import type { RecordsView } from "../sync/records";
import type { Workshop } from "../workshop/workshop_record";

export interface SheetStep {
  readonly key: string;
  readonly title: string;
  readonly stage: Stage;
  readonly minutes: number;
  readonly say: readonly string[];
  readonly do: readonly string[];
  readonly watch: readonly string[];
  readonly prompt: string;
  /** Whether places are first seen only by whoever adds them; null leaves that as it is. */
  readonly blind: boolean | null;
}

export type Departed = "skipped" | "went_back" | "ran_over" | "ran_short";

export interface Departure {
  readonly id: string;
  readonly what: Departed;
  readonly title: string;
  readonly planned: number;
  readonly minutes: number | null;
  readonly reason: string | null;
}

export interface RunSheet {
  readonly steps: readonly SheetStep[];
  /** Titles of the guides that the steps come from. */
  readonly guides: readonly string[];
  /** Where the room is; null before the first step and after a stage was chosen past the sheet. */
  readonly present: SheetStep | null;
  /** The step that follows; null after the last. */
  readonly next: SheetStep | null;
  /** The step that was left last. */
  readonly left: string | null;
  /** Whole minutes that each step took, by its key; of a step taken twice, together. One that was left at once was not taken. */
  readonly took: ReadonlyMap<string, number>;
  readonly departures: readonly Departure[];
  /** When the first step began, in milliseconds since 1970; null while nothing has. */
  readonly began: number | null;
}

const MINUTE_MS = 60_000;

/** As the server counts: a step that was left within so long was skipped. */
const SHORTEST_SECONDS = 60;

/** Return the run sheet, or null where the workshop follows none. */
export function readRunSheet(records: RecordsView, workshop: Workshop): RunSheet | null {
  const fields = records.get("run_sheet")?.fields;
  if (fields === undefined) return null;
  const steps = fields["steps"] as unknown as readonly SheetStep[];
  const taken = [...records.ofKind("step_taken")].sort(byField("ended"));
  const left = (taken[taken.length - 1]?.fields["step"] as string | undefined) ?? null;
  const present = steps.find(({ key }) => key === workshop.step) ?? null;
  return {
    steps,
    guides: fields["guides"] as unknown as readonly string[],
    present,
    next: nextOf(steps, present?.key ?? null, left),
    left,
    took: minutesTaken(taken),
    departures: [...records.ofKind("departure")].sort(byField("at")).map(readDeparture),
    began: beginning(taken, workshop),
  };
}

/** Minutes that the plan still holds: what is left of the present step, and all that follow. */
export function minutesLeft({ steps, present, next }: RunSheet, workshop: Workshop, now: number): number {
  const from = next === null ? steps.length : steps.indexOf(next);
  const rest = steps.slice(from).reduce((sum, { minutes }) => sum + minutes, 0);
  if (present === null || workshop.stageSince === null || workshop.life === "closed") return rest;
  if (workshop.life === "draft") return rest + present.minutes;
  const gone = Math.max(0, (workshop.pausedAt ?? now) - workshop.stageSince) / MINUTE_MS;
  return rest + Math.max(0, (workshop.stageMinutes ?? present.minutes) - gone);
}

export interface Ending {
  /** When it ends if every step from now on keeps its time, in milliseconds since 1970. */
  readonly expected: number;
  /** Whole minutes behind the plan; negative ahead of it; null before it began. */
  readonly behind: number | null;
}

/** When the workshop will end, and how that compares with the plan that it began with. */
export function ending(sheet: RunSheet, workshop: Workshop, now: number): Ending {
  const expected = now + minutesLeft(sheet, workshop, now) * MINUTE_MS;
  if (sheet.began === null || workshop.life === "draft") return { expected, behind: null };
  const planned = sheet.began + sheet.steps.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE_MS;
  return { expected, behind: Math.round((expected - planned) / MINUTE_MS) };
}

/** After the present step comes the one below it; past the sheet, the one below what was left last. */
function nextOf(steps: readonly SheetStep[], present: string | null, left: string | null): SheetStep | null {
  const here = steps.findIndex(({ key }) => key === (present ?? left));
  return steps[here + 1] ?? null;
}

function minutesTaken(taken: readonly WireRecord[]): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  for (const { fields } of taken) {
    const step = fields["step"] as string;
    seconds.set(step, (seconds.get(step) ?? 0) + (fields["seconds"] as number));
  }
  const taking = [...seconds].filter(([, sum]) => sum >= SHORTEST_SECONDS);
  return new Map(taking.map(([step, sum]) => [step, Math.round(sum / 60)]));
}

function beginning(taken: readonly WireRecord[], { life, stageSince }: Workshop): number | null {
  const first = taken[0]?.fields["began"];
  if (typeof first === "string") return Date.parse(first);
  return life === "draft" || life === "closed" ? null : stageSince;
}

function readDeparture({ id, fields }: WireRecord): Departure {
  const { what, title, planned, minutes, reason } = fields as unknown as Omit<Departure, "id">;
  return { id, what, title, planned, minutes, reason };
}

function byField(name: string): (one: WireRecord, other: WireRecord) => number {
  const text = ({ fields }: WireRecord): string => String((fields[name] as Json | undefined) ?? "");
  return (one, other) => text(one).localeCompare(text(other)) || one.id.localeCompare(other.id);
}
