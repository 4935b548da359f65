/** Which titles are shown: those in view, the important first, none over another, no more than can be read. */

export interface LabelWish {
  readonly id: string;
  /** Where the pin stands, in pixels from the view's top left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The gap from the pin's middle to the title, in pixels. */
  readonly reach: number;
  /** The higher the sooner; what has `Infinity` is shown even over others. */
  readonly weight: number;
}

export interface LabelSpot {
  readonly id: string;
  /** The title's box, in pixels from the view's top left corner. */
  readonly box: Box;
  readonly side: "end" | "start" | "under";
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More than this nobody reads, and a phone's time goes into laying them out. */
export const MOST_LABELS = 150;

const SIDES = ["end", "start", "under"] as const;

const GAP_PX = 3;
/** Titles are compared only with those in nearby cells; about the size of a long title. */
const CELL_PX = 128;

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

class TakenGround {
  private readonly cells = new Map<string, Box[]>();

  private keys(box: Box): string[] {
    const keys: string[] = [];
    for (let x = Math.floor(box.left / CELL_PX); x <= Math.floor(box.right / CELL_PX); x += 1) {
      for (let y = Math.floor(box.top / CELL_PX); y <= Math.floor(box.bottom / CELL_PX); y += 1) keys.push(`${x}:${y}`);
    }
    return keys;
  }

  take(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    return !this.keys(box).some((key) => this.cells.get(key)?.some((other) => overlap(box, other)));
  }
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right + GAP_PX && b.left < a.right + GAP_PX && a.top < b.bottom + GAP_PX && b.top < a.bottom + GAP_PX
  );
}

function boxAt(wish: LabelWish, side: LabelSpot["side"]): Box {
  const left =
    side === "end" ? wish.x + wish.reach : side === "start" ? wish.x - wish.reach - wish.width : wish.x - wish.width / 2;
  const top = side === "under" ? wish.y + wish.reach : wish.y - wish.height / 2;
  return { left, top, right: left + wish.width, bottom: top + wish.height };
}

/** A title cut off by the edge of the view is worse than one beneath its pin or none. */
function inside(box: Box, view: ViewSize): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= view.width && box.bottom <= view.height;
}

function pinBox(wish: LabelWish): Box {
  const half = wish.reach - GAP_PX * 2;
  return { left: wish.x - half, top: wish.y - half, right: wish.x + half, bottom: wish.y + half };
}

/**
 * Choose and place titles.
 *
 * @param wishes every place in view that has a title; pins of all of them are kept free.
 * @param view titles stand wholly inside it.
 * @param limit at most so many, `MOST_LABELS` when absent.
 * @returns the spots of those shown; no two overlap, save those of infinite weight.
 */
export function thinLabels(wishes: readonly LabelWish[], view: ViewSize, limit: number = MOST_LABELS): LabelSpot[] {
  const taken = new TakenGround();
  for (const wish of wishes) taken.take(pinBox(wish));
  const shown: LabelSpot[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (shown.length >= limit) break;
    const fitting = SIDES.filter((side) => inside(boxAt(wish, side), view));
    const free = fitting.find((side) => taken.isFree(boxAt(wish, side)));
    if (free === undefined && wish.weight !== Infinity) continue;
    const side = free ?? fitting[0] ?? "under";
    const box = boxAt(wish, side);
    taken.take(box);
    shown.push({ id: wish.id, box, side });
  }
  return shown;
}
