import { describe, expect, it } from "vitest";
import { Records } from "../../sync/records";
import { placeRecord } from "../testing/records";
import { cardsOf, cardWish, nextCard, precisionOf, type TypedCard } from "./cards";
import { spotIn, type Grid } from "./grid";

const GRID: Grid = { left: 0.4979, top: 0.3278, side: 6.8e-6, metres: 250, columns: 13, rows: 11 };
const B4 = { column: 1, row: 3 };
const TYPED: TypedCard = { card: 12, square: B4, kind: "exchange", title: "Swap shelf", note: "", harm: false };

function records(...cards: readonly (readonly [string, number])[]): Records {
  const found = new Records();
  const changes = cards.map(([id, card]) => ({
    put: placeRecord(id, "someone", { geometry: { type: "Point", coordinates: spotIn(B4, 0, GRID) }, placed: { source: "paper", card } }),
  }));
  found.takeCatchUp({ type: "catch_up", after: 0, snapshot: 0, number: 1, changes }, { number: 0, records: [] });
  return found;
}

describe("paper cards", () => {
  it("are known by their number, and the next on the pile is the one after the highest", () => {
    const cards = cardsOf(records(["a", 3], ["b", 12]));
    expect([...cards.keys()].sort()).toEqual([12, 3]);
    expect(nextCard(cards)).toBe(13);
    expect(nextCard(new Map())).toBe(1);
  });

  it("become a place from paper, no more exact than their square", () => {
    const { kind, payload } = cardWish(TYPED, { place: "new" }, [0, 0], records(), GRID);
    expect(kind).toBe("asset.place");
    expect(payload).toMatchObject({
      place: "new",
      card: 12,
      source: "paper",
      precision: "street",
      geometry: { type: "Point", coordinates: spotIn(B4, 0, GRID) },
      visibility: "partners",
    });
  });

  it("stand beside each other in one square", () => {
    const { payload } = cardWish(TYPED, { place: "new" }, [0, 0], records(["a", 3]), GRID);
    expect(payload).toMatchObject({ geometry: { coordinates: spotIn(B4, 1, GRID) } });
  });

  it("stand under the cross where they have no square, and a ticked box keeps them from the room", () => {
    const typed = { ...TYPED, square: null, kind: "meeting_place", harm: true };
    const { kind, payload } = cardWish(typed, { place: "new" }, [1, 2], records(), GRID);
    expect(kind).toBe("meeting_place.place");
    expect(payload).toMatchObject({ geometry: { coordinates: [1, 2] }, precision: "exact", visibility: "facilitators" });
  });

  it("are never told more exactly than a square is wide", () => {
    expect([50, 100, 200, 250, 500, 2000].map(precisionOf)).toEqual(["100m", "100m", "street", "street", "neighbourhood", "neighbourhood"]);
  });
});
