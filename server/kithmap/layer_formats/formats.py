"""The forms in which a release is given away, as a list for pages, the command line, the package and the words of help."""

from collections.abc import Iterator
from dataclasses import dataclass

from kithmap.basics.words import said
from kithmap.layers.model import Edition, Header, LayerName
from kithmap.layers.schema import BNG, CRS84, SCHEMAS


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a release is written.

    Attributes:
        key: names it in addresses and on the command line; never another one.
        title: what people call it.
        words: when to take it.
        suffix: how its files' names end, with the dot.
        media_type: of its files.
        layers: those that it holds, in the order in which they are listed.
        one_file: whether all layers stand in one file; else each has its own.
        crs: the coordinate reference system of its positions, as an address.
        middle: what stands in its files' names before the suffix, with a hyphen, where the suffix alone would not tell.
        beside: the name of one more file that tells what the others hold, without the release's; or empty.
    """

    key: str
    title: str
    words: str
    suffix: str
    media_type: str
    layers: tuple[LayerName, ...]
    one_file: bool = False
    crs: str = CRS84
    middle: str = ""
    beside: str = ""

    @property
    def is_on_grid(self) -> bool:
        """Whether its positions are metres on the British National Grid, which ends with Great Britain."""
        return self.crs == BNG


ALL = tuple(LayerName)
DRAWN = tuple(name for name in LayerName if SCHEMAS[name].geometry)
"""Layers with geometry."""
WITH_POSITIONS = tuple(name for name in LayerName if name not in {LayerName.CONNECTIONS, LayerName.BOUNDARY})
"""Layers that say enough as columns: connections do so as a table, and an outline without its line says nothing."""
JOINED = (LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTION_TABLE)
"""Layers of which a network is made."""

CSV = "text/csv; charset=utf-8"
GPKG = "application/geopackage+sqlite3"

FORMATS: tuple[Format, ...] = (
    Format(
        "geojson",
        said("GeoJSON"),
        said(
            "Opens in nearly everything, web maps above all. The checksums of a release are of these files."
        ),
        ".geojson",
        "application/geo+json",
        ALL,
    ),
    Format(
        "gpkg",
        said("GeoPackage"),
        said(
            "For QGIS and ArcGIS: all layers in one file, with their columns explained and pins in their colours."
        ),
        ".gpkg",
        GPKG,
        ALL,
        one_file=True,
    ),
    Format(
        "gpkg-bng",
        said("GeoPackage on the British National Grid"),
        said("The same in metres on the National Grid, by OSTN15: lies right on Ordnance Survey maps."),
        ".gpkg",
        GPKG,
        ALL,
        one_file=True,
        crs=BNG,
        middle="-bng",
    ),
    Format(
        "fgb",
        said("FlatGeobuf"),
        said("For large layers on the web: a map reads the part that it shows."),
        ".fgb",
        "application/vnd.flatgeobuf",
        DRAWN,
    ),
    Format(
        "geoparquet",
        said("GeoParquet"),
        said("For Python, R and DuckDB: small, typed, quick to read."),
        ".parquet",
        "application/vnd.apache.parquet",
        ALL,
    ),
    Format(
        "kml",
        said("KML"),
        said("For Google Earth: a folder for each layer."),
        ".kml",
        "application/vnd.google-earth.kml+xml",
        DRAWN,
        one_file=True,
    ),
    Format(
        "csv",
        said("CSV with longitude and latitude"),
        said("For spreadsheets and statistics programs: a row for each place, a column for each answer."),
        ".csv",
        CSV,
        WITH_POSITIONS,
        beside="csv-metadata.json",
    ),
    Format(
        "csv-wkt",
        said("CSV with shapes"),
        said("The same with every line and outline, written as well-known text."),
        ".csv",
        CSV,
        DRAWN,
        middle="-wkt",
        beside="wkt-csv-metadata.json",
    ),
    Format(
        "csv-bng",
        said("CSV with shapes on the British National Grid"),
        said("The same in metres on the National Grid, by OSTN15."),
        ".csv",
        CSV,
        DRAWN,
        crs=BNG,
        middle="-bng",
        beside="bng-csv-metadata.json",
    ),
    Format(
        "graphml",
        said("Network as GraphML"),
        said("For igraph, NetworkX, Gephi and Cytoscape: places, and the connections between them."),
        ".graphml",
        "application/graphml+xml",
        JOINED,
        one_file=True,
    ),
    Format(
        "network-csv",
        said("Network as two tables"),
        said("For Gephi and statistics programs: one table of places, one of connections."),
        ".csv",
        CSV,
        JOINED,
        one_file=True,
        middle="-network",
        beside="network-csv-metadata.json",
    ),
)
"""In the order in which they are offered."""


def format_of(key: str) -> Format | None:
    """Return the format of a key, or None."""
    return next((each for each in FORMATS if each.key == key), None)


NETWORK_PARTS = ("places", "connections")
"""The two files of a network as tables."""


def file_names(form: Format, header: Header, edition: Edition, layers: tuple[LayerName, ...]) -> list[str]:
    """Return what the files of a release are called in a format, in the order in which they are written.

    Args:
        form: which.
        header: of the release.
        edition: for whom; what is not for everybody says so in its name.
        layers: those that the release has.
    """
    stem = stem_of(header, edition)
    names = [f"{stem}{part}{form.middle}{form.suffix}" for part in _parts(form, layers)]
    return [*names, f"{stem}-{form.beside}"] if form.beside else names


def stem_of(header: Header, edition: Edition) -> str:
    """Return with what the names of all files of an edition begin."""
    return header.name if edition is Edition.PUBLIC else f"{header.name}-{edition.value}"


def _parts(form: Format, layers: tuple[LayerName, ...]) -> Iterator[str]:
    if form.key == "network-csv":
        yield from (f"-{part}" for part in NETWORK_PARTS)
    elif form.one_file:
        yield ""
    else:
        yield from (f"-{name.value}" for name in form.layers if name in layers)
