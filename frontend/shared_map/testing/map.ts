/** A map that writes down what it is told. */

import type {
  Bounds,
  ConnectionChange,
  DrawingForm,
  DrawingProgress,
  DrawingResult,
  MapConnection,
  MapMove,
  MapPlace,
  MapSight,
  MapView,
  PlaceChange,
  Position,
} from "../map_canvas/types";

export class TestMap implements MapView {
  readonly places = new Map<string, MapPlace>();
  readonly connections = new Map<string, MapConnection>();
  /** The places that dropped in. */
  readonly dropped: string[] = [];
  readonly nudges: (readonly [number, number])[] = [];
  middle: Position = [1, 1];
  selected: string | null = null;
  lit: string | null = null;
  form: DrawingForm | null = null;
  corners: Position[] = [];
  private readonly selects = new Set<(id: string | null) => void>();
  private readonly drawings = new Set<(progress: DrawingProgress | null) => void>();

  /** A person taps a pin, or beside all pins. */
  tap(id: string | null): void {
    this.selected = id;
    for (const tell of this.selects) tell(id);
  }

  setGround(): void {}
  setBoundary(): void {}

  setFeatures(changes: readonly PlaceChange[]): void {
    for (const change of changes) {
      if ("remove" in change) this.places.delete(change.remove);
      else {
        this.places.set(change.put.id, change.put);
        if (change.fresh) this.dropped.push(change.put.id);
      }
    }
  }

  setConnections(changes: readonly ConnectionChange[]): void {
    for (const change of changes) {
      if ("remove" in change) this.connections.delete(change.remove);
      else this.connections.set(change.put.id, change.put);
    }
  }

  centre(): Position {
    return this.middle;
  }

  sight(): MapSight {
    return { centre: this.middle, zoom: 15 };
  }

  moveTo({ centre }: Partial<MapSight>): void {
    if (centre) this.middle = centre;
  }

  fit(_bounds: Bounds): void {}

  nudge(dx: number, dy: number): void {
    this.nudges.push([dx, dy]);
  }

  zoomBy(): void {}

  onMove(_listener: (move: MapMove) => void): () => void {
    return () => undefined;
  }

  onSelect(listener: (id: string | null) => void): () => void {
    this.selects.add(listener);
    return () => this.selects.delete(listener);
  }

  select(id: string | null): void {
    this.selected = id;
  }

  bringIntoView(): void {}

  focusPlace(): boolean {
    return false;
  }

  spotlight(id: string | null): void {
    this.lit = id;
  }

  startDrawing(form: DrawingForm): void {
    this.form = form;
    this.corners = [];
    this.tellDrawing();
  }

  addCorner(): void {
    this.corners.push(this.middle);
    this.tellDrawing();
  }

  undoCorner(): void {
    this.corners.pop();
    this.tellDrawing();
  }

  onDrawing(listener: (progress: DrawingProgress | null) => void): () => void {
    this.drawings.add(listener);
    return () => this.drawings.delete(listener);
  }

  finishDrawing(): DrawingResult {
    if (this.corners.length < 2) return { problem: "too_few_corners" };
    const geometry = { type: "LineString", coordinates: this.corners } as const;
    this.cancelDrawing();
    return { geometry };
  }

  cancelDrawing(): void {
    this.form = null;
    this.corners = [];
    this.tellDrawing();
  }

  setTheme(): void {}
  resized(): void {}
  destroy(): void {}

  private tellDrawing(): void {
    const { form, corners } = this;
    const progress = form === null ? null : { form, corners, enough: corners.length >= (form === "line" ? 2 : 3) };
    for (const tell of this.drawings) tell(progress);
  }
}
