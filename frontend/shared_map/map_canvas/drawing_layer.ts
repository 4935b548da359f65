/** The shape being drawn: a corner is set at the crosshair, and the last side follows it as the map moves. */

import { enoughCorners, finishShape, withCorner } from "./corners";
import type { ShapeLayer } from "./shape_layer";
import { spotOf, type LeafletMap } from "./spots";
import type { DrawingForm, DrawingProgress, DrawingResult, Position } from "./types";

const SHAPE_ID = "drawing";
const CORNER_PX = 6;

export class DrawingLayer {
  private readonly map: LeafletMap;
  private readonly shapes: ShapeLayer;
  private readonly centre: () => Position;
  private readonly listeners = new Set<(progress: DrawingProgress | null) => void>();
  private form: DrawingForm | null = null;
  private corners: readonly Position[] = [];

  constructor(map: LeafletMap, shapes: ShapeLayer, centre: () => Position) {
    this.map = map;
    this.shapes = shapes;
    this.centre = centre;
    map.on("move zoomend viewreset", () => this.form !== null && this.draw());
  }

  get active(): boolean {
    return this.form !== null;
  }

  start(form: DrawingForm): void {
    this.form = form;
    this.change([]);
  }

  addCorner(): void {
    if (this.form !== null) this.change(withCorner(this.corners, this.centre()));
  }

  undoCorner(): void {
    if (this.form !== null) this.change(this.corners.slice(0, -1));
  }

  finish(): DrawingResult {
    if (this.form === null) return { problem: "too_few_corners" };
    const result = finishShape(this.form, this.corners);
    if (result.geometry) this.cancel();
    return result;
  }

  cancel(): void {
    this.form = null;
    this.corners = [];
    this.shapes.remove(SHAPE_ID);
    this.tell();
  }

  onChange(listener: (progress: DrawingProgress | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private change(corners: readonly Position[]): void {
    this.corners = corners;
    this.draw();
    this.tell();
  }

  private tell(): void {
    const { form, corners } = this;
    const progress = form === null ? null : { form, corners, enough: enoughCorners(form, corners) };
    for (const listener of this.listeners) listener(progress);
  }

  private draw(): void {
    const open = [...this.corners, this.centre()];
    const closed = this.form === "area" && this.corners.length > 1 ? "Z" : "";
    this.shapes.put(SHAPE_ID, "drawing", `drawing drawing-${this.form ?? "line"}`, () => [
      ["drawing-fill", this.shapes.runPath(open) + closed],
      ["drawing-set", this.shapes.runPath(this.corners)],
      ["drawing-corners", this.corners.map((corner) => this.cornerDot(corner)).join("")],
    ]);
  }

  private cornerDot(corner: Position): string {
    const { x, y } = spotOf(this.map, corner);
    const across = CORNER_PX * 2;
    const half = `a${CORNER_PX} ${CORNER_PX} 0 1 0`;
    return `M${Math.round(x) - CORNER_PX} ${Math.round(y)}${half} ${across} 0${half} ${-across} 0Z`;
  }
}
