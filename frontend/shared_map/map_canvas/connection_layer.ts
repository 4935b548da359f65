/** Connections as arcs between the pins of two places, wherever those places go. */

import { arcBetween } from "./arcs";
import type { PinLayer } from "./pin_layer";
import { arcPaths, type ShapeLayer } from "./shape_layer";
import { spotOf, type LeafletMap } from "./spots";
import type { MapConnection } from "./types";

/** Half a pin and a little air. */
const CLEAR_OF_PIN_PX = 22;

export class ConnectionLayer {
  private readonly map: LeafletMap;
  private readonly shapes: ShapeLayer;
  private readonly pins: PinLayer;
  private readonly gap: number;
  private readonly connections = new Map<string, MapConnection>();
  /** Which connections touch a place, so that moving one place redraws only its own. */
  private readonly touching = new Map<string, Set<string>>();

  constructor(map: LeafletMap, shapes: ShapeLayer, pins: PinLayer, scale: number) {
    this.map = map;
    this.shapes = shapes;
    this.pins = pins;
    this.gap = CLEAR_OF_PIN_PX * scale;
  }

  put(connection: MapConnection): void {
    this.remove(connection.id);
    this.connections.set(connection.id, connection);
    for (const place of [connection.start, connection.end]) {
      const known = this.touching.get(place);
      if (known) known.add(connection.id);
      else this.touching.set(place, new Set([connection.id]));
    }
    this.draw(connection);
  }

  remove(id: string): void {
    const connection = this.connections.get(id);
    if (connection === undefined) return;
    this.connections.delete(id);
    this.shapes.remove(shapeId(id));
    for (const place of [connection.start, connection.end]) this.touching.get(place)?.delete(id);
  }

  /** A place has come, moved or gone. */
  placeChanged(place: string): void {
    for (const id of this.touching.get(place) ?? []) {
      const connection = this.connections.get(id);
      if (connection) this.draw(connection);
    }
  }

  /** Make the arcs of one place stand out; with null, of none. */
  light(place: string | null): void {
    const lit = place === null ? undefined : this.touching.get(place);
    for (const id of this.connections.keys()) this.shapes.toggle(shapeId(id), "arc-lit", lit?.has(id) ?? false);
  }

  private draw(connection: MapConnection): void {
    const start = this.pins.get(connection.start);
    const end = this.pins.get(connection.end);
    if (start === undefined || end === undefined) {
      this.shapes.remove(shapeId(connection.id));
      return;
    }
    const { directed, strength, mine, standing } = connection;
    const look = `arc arc-${strength} arc-${standing}${mine ? " arc-mine" : ""}`;
    this.shapes.put(shapeId(connection.id), "arcs", look, () =>
      arcPaths(arcBetween(spotOf(this.map, start.position), spotOf(this.map, end.position), directed, this.gap)),
    );
  }
}

/** Places and connections share one drawing; their identifiers might be alike. */
function shapeId(connection: string): string {
  return `connection ${connection}`;
}
