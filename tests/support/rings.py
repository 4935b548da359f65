"""Where each module stands: its level and its folder, known from its path alone. The tables are data, to be read."""

from typing import NamedTuple

LEVEL_OF_TOP = {
    "basics": 0,
    "settings": 0,
    "sync": 1,
    "operations": 2,
    "state": 2,
    "storage": 3,
    "web": 5,
    "live": 5,
    "app": 7,
    "cli": 9,
    "__main__": 10,
}
"""Whatever stands directly in the package and is no feature."""

LEVEL_OF_RING = {"rules": 1, "store": 4, "door": 6, "seed": 8}
"""Features: the ring that a file belongs to gives its level. `seed` fills a new installation with the demonstration."""

RING_OF_FILE = {
    "tables": "store",
    "store": "store",
    "actions": "store",
    "access": "store",
    "files": "store",
    "catalogue": "store",
    # Named for the file or server that they read or write.
    "archive": "store",
    "build_file": "store",
    "osm_file": "store",
    "overpass": "store",
    "town_file": "store",
    "jpeg": "store",
    "release_folder": "store",
    "geopackage": "store",
    "flatgeobuf": "store",
    "geoparquet": "store",
    "kml": "store",
    "api": "door",
    "pages": "door",
    "seed": "seed",
    "told": "seed",
    "publishing": "seed",
    "releasing": "seed",
}
"""Every other file name of a feature belongs to the rules ring."""

FEATURES_BELOW: dict[str, frozenset[str]] = {
    "workshop": frozenset(),
    "programme": frozenset(),
    "guides": frozenset({"workshop"}),
    "people": frozenset(),
    "basemap": frozenset(),
    "demo": frozenset(),
    "shared_map": frozenset({"workshop"}),
    "agreement": frozenset({"workshop"}),
    "evaluation": frozenset({"workshop"}),
    "hall": frozenset({"workshop"}),
    "sign_off": frozenset(),
    "survey": frozenset({"workshop"}),
    "withdrawal": frozenset({"workshop", "shared_map", "agreement"}),
    "glossary": frozenset({"agreement"}),
    "common_glossary": frozenset({"glossary"}),
    "time_lapse": frozenset({"shared_map", "workshop"}),
    "photos": frozenset({"shared_map", "workshop"}),
    "paper": frozenset({"shared_map", "workshop"}),
    "network": frozenset({"shared_map", "survey"}),
    "layers": frozenset({"shared_map", "glossary", "workshop", "programme"}),
    "layer_formats": frozenset({"layers", "shared_map", "glossary"}),
    "release_package": frozenset(
        {
            "layer_formats",
            "layers",
            "shared_map",
            "glossary",
            "agreement",
            "evaluation",
            "guides",
            "workshop",
        }
    ),
    "ogc_features": frozenset({"layers", "shared_map", "glossary"}),
    "research": frozenset(
        {"layers", "shared_map", "glossary", "agreement", "evaluation", "programme", "network"}
    ),
    "reports": frozenset(
        {
            "layers",
            "shared_map",
            "glossary",
            "agreement",
            "evaluation",
            "basemap",
            "programme",
            "guides",
            "workshop",
        }
    ),
    "bringing_in": frozenset({"shared_map", "workshop", "glossary"}),
}
"""Whose rules ring a feature's rules ring may use: only downwards, and only these."""


class Place(NamedTuple):
    """Where a module stands.

    Attributes:
        level: imports go to lower ones.
        folder: the feature, or the other folder directly in the package; empty for a module directly in it.
        ring: `rules`, `store`, `door` or `seed` in a feature; empty elsewhere.
    """

    level: int
    folder: str
    ring: str


def place_of(name: str) -> Place:
    """Return where the module of a dotted name stands, `kithmap.shared_map.operations.places` for one."""
    _, *parts = name.split(".")
    if not parts:
        return Place(0, "", "")
    top = parts[0]
    if top in LEVEL_OF_TOP:
        # A module that has grown into a folder keeps its place.
        folder = top if top in {"basics", "sync", "storage", "web", "live"} else ""
        return Place(LEVEL_OF_TOP[top], folder, "")
    ring = RING_OF_FILE.get(parts[1], "rules") if len(parts) > 1 else "rules"
    return Place(LEVEL_OF_RING[ring], top, ring)


def is_pure(name: str) -> bool:
    """Tell whether a module must do no input or output: the engine, the features' rules, and what joins them."""
    place = place_of(name)
    return place.ring == "rules" or place.folder == "sync" or place.level == LEVEL_OF_TOP["state"]
