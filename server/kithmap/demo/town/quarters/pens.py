"""Short ways to write down what a neighbourhood holds."""

from shapely import LineString, Polygon

from kithmap.demo.town.curves import box, curve, outline
from kithmap.demo.town.plan import XY, District, Hall, Site, Street, Tags


def street(name: str, *points: XY, fronts: str = "", highway: str = "residential") -> Street:
    """Draw a named street through the points."""
    return Street(curve(*points), highway, name, fronts)


def bend(name: str, line: LineString, fronts: str = "", highway: str = "residential") -> Street:
    """Draw a named street along a line that is already drawn."""
    return Street(line, highway, name, fronts)


def path(*points: XY, name: str = "", highway: str = "footway") -> Street:
    """Draw a footpath, a towpath or a cycleway."""
    return Street(curve(*points), highway, name, "none")


def lane(*points: XY) -> Street:
    """Draw a back lane or an access road without a name."""
    return Street(curve(*points), "service", "", "none")


def hall(name: str, at: XY, size: XY, turn: float = 0.0, **tags: str) -> Hall:
    """Draw a named building. In a tag's key a double underscore stands for a colon."""
    named = {"name": name} if name else {}
    return Hall(at, size, turn, {"building": "yes", **named, **_colons(tags)})


def site(name: str, shape: Polygon, *, paths: bool = False, **tags: str) -> Site:
    """Draw a named piece of land."""
    named = {"name": name} if name else {}
    return Site(shape, {**named, **_colons(tags)}, paths)


def park(name: str, *points: XY) -> Site:
    """Draw a park with paths across it."""
    return Site(outline(*points), {"leisure": "park", "name": name}, paths=True)


def pitch(at: XY, size: XY, turn: float, sport: str) -> Site:
    """Draw a pitch or a court; it lies on another site."""
    return Site(box(at, size, turn), {"leisure": "pitch", "sport": sport})


def district(fronts: str, *points: XY, growth: str = "", names: str = "") -> District:
    """Draw ground that is built up in one manner."""
    return District(outline(*points), fronts, growth, names)


def _colons(tags: Tags) -> dict[str, str]:
    return {key.replace("__", ":"): value for key, value in tags.items()}
