"""The two palettes: warm paper for daylight, warm charcoal for dim halls."""

from dataclasses import dataclass

from kithmap.basemap.model import Kind, Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme.

    `fills` and `edges` are for filled kinds, `lines` for lines without a casing, `roads` and `casings` for those with one,
    `thin` for roads too narrow to have one, `names` where a name is not in the colour of `text`.
    """

    ground: str
    text: str
    halo: str
    bridge: str
    rail: str
    sleepers: str
    fills: dict[Kind, str]
    edges: dict[Kind, str]
    lines: dict[Kind, str]
    roads: dict[Kind, str]
    casings: dict[Kind, str]
    thin: dict[Kind, str]
    names: dict[Kind, str]


def _names(*, water: str, green: str, place: str, quiet: str, station: str) -> dict[Kind, str]:
    """Return the colours of names by the sort of thing they name."""
    return {
        **dict.fromkeys((Kind.RIVER, Kind.STREAM, Kind.WATER), water),
        **dict.fromkeys((Kind.GREEN, Kind.WOOD, Kind.ALLOTMENTS, Kind.PITCH), green),
        **dict.fromkeys((Kind.HALL, Kind.SCHOOL, Kind.HEALTH, Kind.WORSHIP, Kind.SPORT), place),
        **dict.fromkeys(
            (Kind.FOOD, Kind.SHOP, Kind.SUBURB, Kind.NEIGHBOURHOOD, Kind.LOCALITY, Kind.SERVICE, Kind.PATH),
            quiet,
        ),
        Kind.STATION: station,
    }


_LIGHT_CASINGS = {
    Kind.SERVICE: "#dcd2c3",
    Kind.PEDESTRIAN: "#d3c2b2",
    Kind.MINOR: "#d3c8b7",
    Kind.TERTIARY: "#c6b9a5",
    Kind.SECONDARY: "#d9bf85",
    Kind.PRIMARY: "#d6ae6a",
    Kind.MOTORWAY: "#cc9468",
}

LIGHT = Palette(
    ground="#f5f0e6",
    text="#3a342c",
    halo="#fbf8f1",
    bridge="#a89b87",
    rail="#a39a8e",
    sleepers="#f5f0e6",
    fills={
        Kind.RESIDENTIAL: "#f0e9dd",
        Kind.WORKS: "#ece6e0",
        Kind.GROUNDS: "#f3e8d2",
        Kind.GREEN: "#d8e6c6",
        Kind.ALLOTMENTS: "#dfe5c4",
        Kind.WOOD: "#c6dab3",
        Kind.PITCH: "#c9deb8",
        Kind.SAND: "#f2e6c4",
        Kind.WETLAND: "#d3e2d6",
        Kind.PARKING: "#ebe5db",
        Kind.WATER: "#b3d3e0",
        Kind.SQUARE: "#f4ece4",
        Kind.BUILDING: "#e2d8ca",
        Kind.CIVIC: "#d9c8b2",
    },
    edges={
        Kind.BUILDING: "#d0c3b0",
        Kind.CIVIC: "#c0a98c",
        Kind.PITCH: "#b2cb9e",
        Kind.WATER: "#9cc2d2",
        Kind.SQUARE: "#ddcfbf",
        Kind.PARKING: "#ddd4c6",
    },
    lines={
        Kind.RIVER: "#b3d3e0",
        Kind.STREAM: "#b3d3e0",
        Kind.PATH: "#b5977a",
        Kind.CYCLEWAY: "#8a9cb5",
        Kind.TRACK: "#b9a284",
        Kind.STEPS: "#b08f72",
        Kind.TRAM: "#b3aa9e",
        Kind.TREE: "#bdd4a8",
    },
    roads={
        Kind.SERVICE: "#fffdf9",
        Kind.PEDESTRIAN: "#f7eee6",
        Kind.MINOR: "#ffffff",
        Kind.TERTIARY: "#ffffff",
        Kind.SECONDARY: "#fdf1cf",
        Kind.PRIMARY: "#fbe2b0",
        Kind.MOTORWAY: "#f4c9a2",
    },
    casings=_LIGHT_CASINGS,
    thin={**_LIGHT_CASINGS, Kind.MINOR: "#d8cebe"},
    names=_names(water="#2c6180", green="#41642f", place="#6b4423", quiet="#5f574c", station="#4a4258"),
)

_DARK_ROADS = {
    Kind.SERVICE: "#4a443e",
    Kind.PEDESTRIAN: "#564d46",
    Kind.MINOR: "#5c554d",
    Kind.TERTIARY: "#6b6259",
    Kind.SECONDARY: "#806f52",
    Kind.PRIMARY: "#967b4b",
    Kind.MOTORWAY: "#a3734a",
}

DARK = Palette(
    ground="#23201e",
    text="#efe7da",
    halo="#1a1816",
    bridge="#857a6b",
    rail="#7b7268",
    sleepers="#23201e",
    fills={
        Kind.RESIDENTIAL: "#2a2623",
        Kind.WORKS: "#2d292b",
        Kind.GROUNDS: "#322d25",
        Kind.GREEN: "#28382a",
        Kind.ALLOTMENTS: "#2c3325",
        Kind.WOOD: "#253d2f",
        Kind.PITCH: "#2f4531",
        Kind.SAND: "#38332a",
        Kind.WETLAND: "#24332f",
        Kind.PARKING: "#2a2725",
        Kind.WATER: "#1e4256",
        Kind.SQUARE: "#33302c",
        Kind.BUILDING: "#453f39",
        Kind.CIVIC: "#5d4e3f",
    },
    edges={
        Kind.BUILDING: "#585048",
        Kind.CIVIC: "#75634f",
        Kind.PITCH: "#384a38",
        Kind.WATER: "#2a5167",
        Kind.SQUARE: "#443f39",
        Kind.PARKING: "#35312e",
    },
    lines={
        Kind.RIVER: "#28546b",
        Kind.STREAM: "#28546b",
        Kind.PATH: "#8a765f",
        Kind.CYCLEWAY: "#647488",
        Kind.TRACK: "#75674f",
        Kind.STEPS: "#7f6b58",
        Kind.TRAM: "#605850",
        Kind.TREE: "#2f4430",
    },
    roads=_DARK_ROADS,
    casings={
        Kind.SERVICE: "#2b2825",
        Kind.PEDESTRIAN: "#2c2825",
        Kind.MINOR: "#191715",
        Kind.TERTIARY: "#171513",
        Kind.SECONDARY: "#171513",
        Kind.PRIMARY: "#171513",
        Kind.MOTORWAY: "#171513",
    },
    thin=_DARK_ROADS,
    names=_names(water="#8fc3dc", green="#a8c896", place="#e8c9a0", quiet="#c2b8a8", station="#c9bfe0"),
)

PALETTES: dict[Theme, Palette] = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}
