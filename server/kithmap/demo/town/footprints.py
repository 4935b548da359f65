"""The shapes of English houses seen from above.

A shape is a list of (u, v) in metres: u along the street from the left-hand corner, v away from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from kithmap.demo.town.plan import XY

Shape = tuple[XY, ...]


@dataclass(frozen=True, slots=True)
class Footprint:
    """One building before it has a place.

    Args:
        shape: its corners.
        width: frontage, metres.
        depth: from front to the farthest wall, metres.
        building: the OpenStreetMap value.
    """

    shape: Shape
    width: float
    depth: float
    building: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How buildings line a street.

    Args:
        draw: makes the next footprint.
        setback: metres from the edge of the carriageway to the front wall.
        gap: least and greatest space between neighbours, metres.
        garden: metres behind the house that stay open.
        missing: share of plots without a building.
        filling: makes the smaller footprints that fill gaps in a row; none = gaps stay.
    """

    draw: Callable[[Random], Footprint]
    setback: float
    gap: tuple[float, float]
    garden: float
    missing: float = 0.0
    filling: Callable[[Random], Footprint] | None = None


def _plain(width: float, depth: float, building: str) -> Footprint:
    return Footprint(((0, 0), (width, 0), (width, depth), (0, depth)), width, depth, building)


def terrace(rng: Random, pairs: tuple[int, int] = (3, 5)) -> Footprint:
    """Draw a row of narrow houses whose back wings stand in pairs."""
    house, depth = 5.0, 8.5
    count = 2 * rng.randint(*pairs)
    width, back = count * house, depth + 4.5
    shape: list[XY] = [(0, 0), (width, 0), (width, depth)]
    for pair in range(count // 2 - 1, -1, -1):
        middle = (2 * pair + 1) * house
        shape += [(middle + 2.6, depth), (middle + 2.6, back), (middle - 2.6, back), (middle - 2.6, depth)]
    return Footprint((*shape, (0, depth)), width, back, "terrace")


def terrace_end(rng: Random) -> Footprint:
    """Draw the two houses that close a row."""
    return terrace(rng, pairs=(1, 1))


def semi(rng: Random) -> Footprint:
    """Draw a pair of houses, often with one built on at the side or the back."""
    width, depth = rng.uniform(12.5, 14.5), rng.uniform(8.0, 9.2)
    if rng.random() < 0.45:
        return _plain(width, depth, "semidetached_house")
    wing, out = rng.uniform(3.2, 5.5), depth + rng.uniform(2.5, 4.0)
    shape: Shape = ((0, 0), (width, 0), (width, depth), (wing, depth), (wing, out), (0, out))
    if rng.random() < 0.5:
        shape = tuple((width - u, v) for u, v in reversed(shape))
    return Footprint(shape, width, out, "semidetached_house")


def villa(rng: Random) -> Footprint:
    """Draw a large Victorian or Edwardian house with a bay and a back wing."""
    width, depth = rng.uniform(9.5, 15.0), rng.uniform(10.0, 13.0)
    wing, out = width * rng.uniform(0.35, 0.6), depth + rng.uniform(3.0, 6.0)
    bay = width * 0.2
    shape = ((0, 0.9), (bay * 0.6, 0.9), (bay * 0.9, 0), (bay * 2, 0), (bay * 2.3, 0.9), (width, 0.9),
             (width, depth), (wing, depth), (wing, out), (0, out))  # fmt: skip
    return Footprint(shape, width, out, "house")


def detached(rng: Random) -> Footprint:
    """Draw a newer detached house, with its garage built on or not."""
    width, depth = rng.uniform(8.5, 11.0), rng.uniform(7.5, 9.5)
    if rng.random() < 0.35:
        return _plain(width, depth, "detached")
    garage = rng.uniform(2.9, 3.4)
    shape: Shape = (
        (0, 1.6),
        (garage, 1.6),
        (garage, 0),
        (width, 0),
        (width, depth),
        (garage, depth),
        (garage, 7.0),
        (0, 7.0),
    )
    if rng.random() < 0.5:
        shape = tuple((width - u, v) for u, v in reversed(shape))
    return Footprint(shape, width, depth, "detached")


def short_row(rng: Random) -> Footprint:
    """Draw a short row of the 1960s or 70s, stepped in the middle."""
    house, depth = rng.uniform(5.4, 6.2), rng.uniform(8.2, 9.2)
    left, right, step = house * rng.randint(1, 3), house * rng.randint(2, 3), rng.choice((0.0, 1.6, -1.6))
    front = max(0.0, -step)
    shape = ((0, front), (left, front), (left, front + step), (left + right, front + step),
             (left + right, front + step + depth), (left, front + step + depth), (left, front + depth),
             (0, front + depth))  # fmt: skip
    if step == 0:
        return _plain(left + right, depth, "terrace")
    return Footprint(shape, left + right, depth + abs(step), "terrace")


def council_row(rng: Random) -> Footprint:
    """Draw a council house pair or a row of four between the wars."""
    return _plain(rng.choice((13.0, 13.0, 25.0)), rng.uniform(8.0, 8.8), "terrace")


def modern(rng: Random) -> Footprint:
    """Draw what a builder of the last twenty years puts up: detached, pairs and rows of three."""
    chance = rng.random()
    if chance < 0.5:
        return detached(rng)
    if chance < 0.8:
        return _plain(rng.uniform(10.0, 11.5), rng.uniform(8.5, 9.5), "semidetached_house")
    return _plain(rng.uniform(15.0, 16.5), rng.uniform(8.5, 9.0), "terrace")


def shop(rng: Random) -> Footprint:
    """Draw a shop on an old plot: narrow in front, deep behind."""
    width, depth = rng.uniform(6.5, 12.5), rng.uniform(11.0, 17.0)
    wing, out = width * rng.uniform(0.4, 0.75), depth + rng.uniform(3.0, 10.0)
    shape: Shape = ((0, 0), (width, 0), (width, depth), (wing, depth), (wing, out), (0, out))
    if rng.random() < 0.5:
        shape = tuple((width - u, v) for u, v in reversed(shape))
    return Footprint(shape, width, out, "retail")


def old_house(rng: Random) -> Footprint:
    """Draw a town house or a row of cottages of no one date."""
    width, depth = rng.uniform(6.0, 15.0), rng.uniform(7.0, 10.5)
    if rng.random() < 0.4:
        return _plain(width, depth, "house")
    wing, out = width * rng.uniform(0.3, 0.6), depth + rng.uniform(3.0, 7.0)
    return Footprint(
        ((0, 0), (width, 0), (width, depth), (wing, depth), (wing, out), (0, out)), width, out, "house"
    )


def cottage(rng: Random) -> Footprint:
    """Draw a village house: a cottage, a farmhouse, a bungalow."""
    return villa(rng) if rng.random() < 0.25 else old_house(rng)


def bungalow(rng: Random) -> Footprint:
    """Draw a bungalow."""
    width, depth = rng.uniform(9.0, 12.0), rng.uniform(9.5, 12.0)
    return _plain(width, depth, "bungalow")


def shed(rng: Random) -> Footprint:
    """Draw a factory unit or a warehouse."""
    width, depth = rng.uniform(24.0, 62.0), rng.uniform(22.0, 46.0)
    if rng.random() < 0.5:
        return _plain(width, depth, "industrial")
    cut = width * rng.uniform(0.25, 0.5)
    shape = ((0, 0), (cut, 0), (cut, 8), (width, 8), (width, depth), (0, depth))
    return Footprint(shape, width, depth, "industrial")


STYLES = {
    "terrace": HouseStyle(terrace, 1.4, (0.0, 1.6), 2.8, filling=terrace_end),
    "villas": HouseStyle(villa, 5.5, (3.0, 7.5), 9.0, 0.04),
    "semi": HouseStyle(semi, 7.0, (2.6, 4.2), 9.0, 0.02),
    "council": HouseStyle(council_row, 6.0, (3.0, 5.5), 9.0, 0.04),
    "estate": HouseStyle(short_row, 4.5, (2.5, 8.0), 6.0, 0.08),
    "modern": HouseStyle(modern, 3.4, (1.8, 4.2), 6.0, 0.05),
    "shops": HouseStyle(shop, 2.2, (0.0, 0.25), 2.0, 0.03),
    "old": HouseStyle(old_house, 1.6, (0.0, 1.6), 4.0, 0.08),
    "village": HouseStyle(cottage, 4.5, (4.0, 16.0), 9.0, 0.18),
    "bungalows": HouseStyle(bungalow, 6.0, (2.6, 4.5), 9.0, 0.05),
    "works": HouseStyle(shed, 9.0, (8.0, 24.0), 8.0, 0.12),
}
