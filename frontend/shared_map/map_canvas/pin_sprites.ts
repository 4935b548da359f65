/** Pictures of pins, drawn once for each look and stamped many times on a canvas. */

import { KIND_ICONS, KIND_SHAPES } from "../kinds_drawings";
import type { MapPlace } from "./types";

/** What tells two pins apart on a canvas. */
export interface PinLook {
  readonly kind: MapPlace["kind"];
  readonly solid: boolean;
  readonly dashed: boolean;
  readonly selected: boolean;
}

const FIELD = 44;
const SHAPE = 32;

export class PinSprites {
  /** Width and height of a picture in CSS pixels. */
  readonly size: number;
  private readonly styles: CSSStyleDeclaration;
  private readonly pictures = new Map<string, HTMLCanvasElement>();

  /** @param element its theme's tokens colour the pictures. */
  constructor(element: HTMLElement, scale: number) {
    this.styles = getComputedStyle(element);
    this.size = FIELD * scale;
  }

  picture(look: PinLook): HTMLCanvasElement {
    const key = `${look.kind} ${look.solid} ${look.dashed} ${look.selected}`;
    let picture = this.pictures.get(key);
    if (picture === undefined) {
      picture = this.draw(look);
      this.pictures.set(key, picture);
    }
    return picture;
  }

  private colour(token: string): string {
    return this.styles.getPropertyValue(token).trim();
  }

  private draw(look: PinLook): HTMLCanvasElement {
    const picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(this.size * devicePixelRatio);
    const pen = picture.getContext("2d");
    if (pen === null) return picture;
    const unit = (picture.width / FIELD) * (look.selected ? 1 : 0.9);
    pen.translate(picture.width / 2, picture.height / 2);
    pen.scale(unit, unit);
    pen.translate(-SHAPE / 2, -SHAPE / 2);
    this.drawShape(pen, look);
    pen.translate(8.1, 8.1);
    pen.scale(1.05, 1.05);
    pen.fillStyle = look.solid ? this.colour("--on-kind") : this.colour(`--kind-${look.kind}`);
    pen.fill(new Path2D(KIND_ICONS[look.kind]));
    return picture;
  }

  private drawShape(pen: CanvasRenderingContext2D, look: PinLook): void {
    const shape = new Path2D(KIND_SHAPES[look.kind]);
    const kind = this.colour(`--kind-${look.kind}`);
    const ring = this.colour("--pin-ring");
    pen.lineJoin = "round";
    pen.lineWidth = look.selected ? 9 : 6;
    pen.strokeStyle = look.selected ? this.colour("--marigold") : ring;
    pen.stroke(shape);
    pen.fillStyle = look.solid ? kind : ring;
    pen.fill(shape);
    pen.lineWidth = 2.5;
    pen.strokeStyle = kind;
    if (look.dashed) pen.setLineDash([5, 4]);
    pen.stroke(shape);
  }
}
