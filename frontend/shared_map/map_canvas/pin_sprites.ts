/** Pictures of pins, drawn once for each look and stamped many times on a canvas. */

import { iconPath, type IconName } from "../../base/icons";
import { KIND_ICONS, KIND_SHAPES } from "../kinds_drawings";
import type { MapPlace, Standing } from "./types";

/** How much a pin stands out: not, because it is selected, or because the spotlight is on it. */
export type Prominence = "plain" | "selected" | "lit";

/** What tells two pins apart on a canvas. */
export interface PinLook {
  readonly kind: MapPlace["kind"];
  readonly mine: boolean;
  readonly standing: Standing;
  readonly prominence: Prominence;
}

/** The field of a picture, in units of which a shape has 32 and an icon 15: room for a ring and a badge. */
const FIELD = 56;
const SHAPE = 32;
const ICON_OFFSET = 8.1;
const ICON_SCALE = 1.05;
const BADGE = { x: 27, y: 4, radius: 8, iconScale: 0.5, iconHalf: 12 };

const BADGES: Readonly<Partial<Record<Standing, IconName>>> = {
  waiting: "clock",
  in_review: "show",
  refused: "warning",
  returned: "undo",
  aside: "hide",
};

const SIZE_OF: Readonly<Record<Prominence, number>> = { plain: 1, selected: 1.25, lit: 1.7 };

export class PinSprites {
  private readonly styles: CSSStyleDeclaration;
  private readonly scale: number;
  private readonly pictures = new Map<string, HTMLCanvasElement>();

  /**
   * @param element its theme's tokens colour the pictures.
   * @param scale CSS pixels to a unit; at 1 a shape is 32 pixels wide.
   */
  constructor(element: HTMLElement, scale: number) {
    this.styles = getComputedStyle(element);
    this.scale = scale;
  }

  /** Half the edge of the largest picture, in CSS pixels: nothing of a pin reaches further from its spot. */
  get reach(): number {
    return (FIELD / 2) * this.scale * SIZE_OF.lit;
  }

  picture(look: PinLook): HTMLCanvasElement {
    const key = `${look.kind} ${look.mine} ${look.standing} ${look.prominence}`;
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
    const unit = this.scale * SIZE_OF[look.prominence] * devicePixelRatio;
    const picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(FIELD * unit);
    const pen = picture.getContext("2d");
    if (pen === null) return picture;
    pen.scale(unit, unit);
    pen.translate((FIELD - SHAPE) / 2, (FIELD - SHAPE) / 2);
    pen.lineCap = pen.lineJoin = "round";
    // What is still on its way is never filled: it is not on everyone's map yet.
    const solid = look.mine && look.standing === "settled";
    this.drawShape(pen, look, solid);
    this.drawIcon(pen, look, solid);
    this.drawBadge(pen, look.standing);
    return picture;
  }

  private drawShape(pen: CanvasRenderingContext2D, look: PinLook, solid: boolean): void {
    const shape = new Path2D(KIND_SHAPES[look.kind]);
    const kind = this.colour(`--kind-${look.kind}`);
    const ring = this.colour("--pin-ring");
    const prominent = look.prominence !== "plain";
    pen.lineWidth = prominent ? 9 : 6;
    pen.strokeStyle = prominent ? this.colour("--marigold") : ring;
    pen.stroke(shape);
    pen.fillStyle = solid ? kind : ring;
    pen.fill(shape);
    pen.lineWidth = 2.5;
    pen.strokeStyle = kind;
    pen.setLineDash(look.standing === "settled" ? [] : [4, 4.5]);
    pen.stroke(shape);
    pen.setLineDash([]);
  }

  private drawIcon(pen: CanvasRenderingContext2D, look: PinLook, solid: boolean): void {
    pen.save();
    pen.translate(ICON_OFFSET, ICON_OFFSET);
    pen.scale(ICON_SCALE, ICON_SCALE);
    pen.fillStyle = this.colour(solid ? "--on-kind" : `--kind-${look.kind}`);
    pen.fill(new Path2D(KIND_ICONS[look.kind]));
    pen.restore();
  }

  private drawBadge(pen: CanvasRenderingContext2D, standing: Standing): void {
    const badge = BADGES[standing];
    if (badge === undefined) return;
    const bad = standing === "refused";
    pen.beginPath();
    pen.arc(BADGE.x, BADGE.y, BADGE.radius, 0, Math.PI * 2);
    pen.fillStyle = this.colour(bad ? "--danger" : "--ink");
    pen.fill();
    pen.translate(BADGE.x, BADGE.y);
    pen.scale(BADGE.iconScale, BADGE.iconScale);
    pen.translate(-BADGE.iconHalf, -BADGE.iconHalf);
    pen.lineWidth = 2.75;
    pen.strokeStyle = this.colour(bad ? "--on-danger" : "--paper");
    pen.stroke(new Path2D(iconPath(badge)));
  }
}
