/** The workshop's own record, read once into words that pages use. */

import type { RecordsView } from "../sync/records";
import type { Json, Stage } from "../sync/protocol";
import type { AssetKind, KindChoice } from "../shared_map/kinds";
import { DEFAULT_KINDS } from "../shared_map/kinds";

export type Life = "draft" | "open" | "paused" | "closed";

export interface Workshop {
  readonly title: string;
  readonly areaName: string;
  readonly life: Life;
  readonly pausedBecause: string | null;
  readonly stage: Stage;
  /** Since when its stage goes on, in milliseconds since 1970 by the server's clock; pauses are taken off. */
  readonly stageSince: number | null;
  /** How many minutes the stage is to last; null for as long as it takes. */
  readonly stageMinutes: number | null;
  /** When the pause began that goes on now. */
  readonly pausedAt: number | null;
  /** The step of its run sheet that it is at; null where it follows none, or left it. */
  readonly step: string | null;
  /** What the hall reads, instead of the stage's own words; null for those. */
  readonly prompt: string | null;
  /** Whether what is placed now stays with its author until the facilitator shows everyone. */
  readonly hiding: boolean;
  readonly round: number;
  /** Whether those who lead look at what is placed now before others see it. */
  readonly moderated: boolean;
  /** The kinds of place that can be chosen here: a meeting place first, then the area's kinds of asset. */
  readonly kinds: readonly KindChoice[];
}

interface WrittenKind {
  readonly key: string;
  readonly label: string;
  readonly matches: AssetKind;
}

/** Return the workshop as it stands, or null before it is known. */
export function readWorkshop(records: RecordsView): Workshop | null {
  const fields = records.get("workshop")?.fields;
  if (fields === undefined) return null;
  const round = fields["round"] as { number: number; blind: boolean; revealed: boolean; moderated?: boolean };
  return {
    title: fields["title"] as string,
    areaName: fields["area_name"] as string,
    life: fields["life"] as Life,
    pausedBecause: (fields["paused_because"] as string | null) ?? null,
    stage: fields["stage"] as Stage,
    stageSince: moment(fields["stage_since"]),
    stageMinutes: (fields["stage_minutes"] as number | null | undefined) ?? null,
    pausedAt: moment(fields["paused_at"]),
    step: (fields["step"] as string | null | undefined) ?? null,
    prompt: (fields["prompt"] as string | null | undefined) ?? null,
    hiding: round.blind && !round.revealed,
    round: round.number,
    moderated: round.moderated ?? false,
    kinds: choices(fields["asset_kinds"] as unknown as readonly WrittenKind[]),
  };
}

/** Whether the map can be changed now by someone who does not lead. */
export function isMapping(workshop: Workshop): boolean {
  return workshop.life === "open" && (workshop.stage === "places" || workshop.stage === "connections");
}

/** A kind that the area made its own keeps the area's label; one of the six in its own words keeps ours. */
function choices(written: readonly WrittenKind[]): readonly KindChoice[] {
  const known = new Map(DEFAULT_KINDS.map((choice) => [choice.code, choice]));
  const meeting = DEFAULT_KINDS.filter(({ kind }) => kind === "meeting_place");
  const assets = written.map(({ key, label, matches }) => {
    const general = known.get(matches);
    const isOurs = key === matches && general !== undefined;
    return isOurs ? general : { code: key, kind: matches, label, hint: general?.hint ?? "" };
  });
  return [...meeting, ...assets];
}

function moment(written: Json | undefined): number | null {
  return typeof written === "string" ? Date.parse(written) : null;
}
