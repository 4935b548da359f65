/** Records as the map draws them, and the map kept in step with them. */

import type { RecordsView } from "../sync/records";
import type { WireRecord } from "../sync/protocol";
import type { KindChoice, KindCode } from "./kinds";
import { isFromFile } from "./provenance";
import { mergedInto, standingIn } from "./review";
import type { ConnectionChange, Geometry, MapConnection, MapPlace, MapView, PlaceChange, Standing } from "./map_canvas/types";

export const PLACE_KINDS: ReadonlySet<string> = new Set(["asset", "meeting_place"]);

/** What the drawing of a record depends on beside the record. */
export interface Circumstances {
  readonly person: string;
  readonly kinds: readonly KindChoice[];
  /** How far a record's own operations have come. */
  readonly standingOf: (id: string) => Standing;
}

/** The kind that gives a place its colour and shape, and its word where the area has one of its own. */
export function kindOf(record: WireRecord, kinds: readonly KindChoice[]): { kind: KindCode; label: string } {
  if (record.kind === "meeting_place") return { kind: "meeting_place", label: labelOf("meeting_place", kinds) };
  const code = record.fields["asset_kind"] as string;
  const choice = kinds.find((each) => each.code === code);
  return { kind: choice?.kind ?? "physical_place", label: choice?.label ?? code };
}

export function mapPlace(record: WireRecord, { person, kinds, standingOf }: Circumstances): MapPlace {
  const { kind, label } = kindOf(record, kinds);
  return {
    id: record.id,
    kind,
    kindLabel: label,
    title: record.fields["title"] as string,
    geometry: record.fields["geometry"] as Geometry,
    mine: record.author === person && !isFromFile(record.fields),
    standing: standingNow(record, standingOf),
    ...(isFromFile(record.fields) ? { fromFile: true } : {}),
  };
}

export function mapConnection(record: WireRecord, { person, standingOf }: Circumstances): MapConnection {
  const how = record.fields["how"] as { strength: MapConnection["strength"] };
  return {
    id: record.id,
    start: record.fields["start"] as string,
    end: record.fields["end"] as string,
    directed: record.fields["directed"] as boolean,
    strength: how.strength,
    mine: record.author === person,
    standing: standingNow(record, standingOf),
  };
}

/** What is under way tells more of the moment than what was confirmed before. */
export function standingNow(record: WireRecord, standingOf: Circumstances["standingOf"]): Standing {
  const standing = standingOf(record.id);
  return standing === "settled" ? standingIn(record) : standing;
}

/**
 * Draw on a map what changed.
 *
 * @param map the map
 * @param ids the ids of the changed records
 * @param records the records as they are now
 * @param circumstances for drawing
 * @param isFresh tells of a place that was not drawn before whether it drops in with its title
 */
export function drawChanges(
  map: MapView,
  ids: Iterable<string>,
  records: RecordsView,
  circumstances: Circumstances,
  isFresh: (id: string) => boolean,
): void {
  const places: PlaceChange[] = [];
  const connections: ConnectionChange[] = [];
  for (const id of ids) {
    const record = records.get(id);
    if (record === undefined || mergedInto(record.fields) !== null) {
      places.push({ remove: id });
      connections.push({ remove: id });
    } else if (PLACE_KINDS.has(record.kind)) {
      // Fifty of a file at once would cover the map with their titles.
      places.push({ put: mapPlace(record, circumstances), fresh: isFresh(id) && !isFromFile(record.fields) });
    } else if (record.kind === "connection") {
      connections.push({ put: mapConnection(record, circumstances) });
    }
  }
  if (places.length > 0) map.setFeatures(places);
  if (connections.length > 0) map.setConnections(connections);
}

function labelOf(kind: KindCode, kinds: readonly KindChoice[]): string {
  return kinds.find((each) => each.kind === kind)?.label ?? "";
}
