/** A place on a map with so many that each as a part of the page would take seconds: its kind's shape, painted. */

import * as L from "leaflet";

export interface KindOptions extends L.CircleMarkerOptions {
  /** One of the kinds, or `other`. */
  readonly kind: string;
}

/** The field on which the kinds' shapes are drawn: 32 by 32. */
const FIELD = 32;

/** What the library keeps to itself: where the layer lies, and what it is painted with. */
interface Painted {
  readonly _renderer: { readonly _drawing: boolean; readonly _ctx: CanvasRenderingContext2D };
  readonly _point: L.Point;
  readonly _radius: number;
  _empty(): boolean;
}

export class KindOnCanvas extends L.CircleMarker<KindOptions> {
  constructor(at: L.LatLngExpression, options: KindOptions) {
    super(at, options as unknown as L.CircleMarkerOptions);
  }

  /** Called by the library whenever the layer is to be painted. */
  _updatePath(): void {
    const { _renderer, _point, _radius } = this as unknown as Painted;
    if (!_renderer._drawing || (this as unknown as Painted)._empty()) return;
    const { kind } = this.options as KindOptions;
    paint(_renderer._ctx, kind, _point, _radius);
  }
}

function paint(context: CanvasRenderingContext2D, kind: string, { x, y }: L.Point, radius: number): void {
  const shape = shapeOf(kind);
  if (!shape) return;
  context.save();
  context.translate(x - radius, y - radius);
  context.scale((2 * radius) / FIELD, (2 * radius) / FIELD);
  context.lineWidth = 3;
  context.strokeStyle = "#ffffff";
  context.stroke(shape.path);
  context.fillStyle = shape.colour;
  context.fill(shape.path);
  context.restore();
}

interface Shape {
  readonly path: Path2D;
  readonly colour: string;
}

const shapes = new Map<string, Shape | null>();

/** The shape that the page holds for the still picture, and its colour on light ground. */
function shapeOf(kind: string): Shape | null {
  const known = shapes.get(kind);
  if (known !== undefined) return known;
  const drawn = document.querySelector(`#mark-${kind} .kind-shape`)?.getAttribute("d");
  const colour = getComputedStyle(document.querySelector(".report-map") ?? document.body).getPropertyValue(`--kind-${kind}`);
  const made = drawn ? { path: new Path2D(drawn), colour: colour || "#5b5347" } : null;
  shapes.set(kind, made);
  return made;
}
