"""What there is to read, as lists that may be taken away: releases by area and wave, and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kithmap.basics.words import said
from kithmap.glossary.model import Version
from kithmap.layers.model import Feature, LayerName
from kithmap.layers.schema import SCHEMAS, Type
from kithmap.layers.schema import Column as SchemaColumn
from kithmap.research.code_words import BY_COLUMN, words_of
from kithmap.research.figures import Column, Figure, Words
from kithmap.research.searching import FoundGroup, Group
from kithmap.research.topics import NOTHING_MORE

GROUPS = {
    Group.AREAS: Words(said("Areas")),
    Group.LAYERS: Words(said("Layers")),
    Group.TERMS: Words(said("Terms")),
    Group.INDICATORS: Words(said("Indicators")),
    Group.WORKSHOPS: Words(said("Workshops")),
    Group.PLACES: Words(said("Places")),
}
"""What sorts of things that are found are called."""


@dataclass(frozen=True, slots=True)
class ListedRelease:
    """The newest release of an area in a wave.

    Attributes:
        programme: the programme's title.
        area: the area's name.
        wave: the wave's name.
        slug: names the series in addresses.
        version: its number.
        day: of publishing.
        versions: how many there are.
        assets: how many the reader's edition has.
        meeting_places: likewise.
        connections: likewise.
        partners: whether the reader has the partners' edition.
    """

    programme: str
    area: str
    wave: str
    slug: str
    version: Version
    day: date
    versions: int
    assets: int
    meeting_places: int
    connections: int
    partners: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in a list.

    Attributes:
        id: its id.
        title: what people call it.
        kind: the id of its kind; of meeting places ``meeting_place``.
        kind_words: what that is called.
        note: what they said of it; empty where nobody did, or may not be quoted.
        precision: how exactly it is shown.
        on: the day on which it was mapped.
    """

    id: str
    title: str
    kind: str
    kind_words: Words
    note: str
    precision: Words
    on: str

    @classmethod
    def of(cls, layer: LayerName, feature: Feature) -> "PlaceRow":
        """Return the row of an asset or a meeting place."""
        row = feature.properties
        is_asset = layer is LayerName.ASSETS
        return cls(
            id=feature.id,
            title=row["title"],
            kind=row["kind"] if is_asset else "meeting_place",
            kind_words=_own(row["kind_label"]) if is_asset else MEETING_PLACE,
            note=row["note"] or "",
            precision=words_of("precision", row["precision"]),
            on=row["mapped_on"],
        )


MEETING_PLACE = Words(said("Meeting place"))


def places_figure(rows: Iterable[PlaceRow]) -> Figure:
    """Return places as a table."""
    return Figure(
        "places",
        Words(said("Places")),
        NOTHING_MORE,
        Words(said("What people call it")),
        (
            _column(said("Kind")),
            _column(said("What they said of it")),
            _column(said("How exactly it is shown")),
            _column(said("Mapped on")),
        ),
        tuple((_own(row.title), row.kind_words, _own(row.note), row.precision, _own(row.on)) for row in rows),
    )


def place_figure(layer: LayerName, feature: Feature) -> Figure:
    """Return all that is told of one place, by column of its layer."""
    columns = SCHEMAS[layer].columns
    return Figure(
        feature.id,
        _own(feature.properties["title"]),
        NOTHING_MORE,
        Words(said("Column")),
        (_column(said("What stands there")), _column(said("What the column means"))),
        tuple(
            (_own(column.name), _value(column, feature.properties[column.name]), Words(column.words))
            for column in columns
            if feature.properties[column.name] is not None
        ),
    )


def _value(column: SchemaColumn, value: object) -> Words:
    if isinstance(value, bool):
        return Words(said("Yes")) if value else Words(said("No"))
    if column.name in BY_COLUMN and column.type is not Type.CODES:
        return words_of(column.name, str(value))
    return _own(str(value))


def catalogue_figure(listed: Iterable[ListedRelease]) -> Figure:
    """Return the catalogue as a table."""
    return Figure(
        "catalogue",
        Words(said("Layers by area and wave")),
        NOTHING_MORE,
        Words(said("Programme")),
        (
            _column(said("Area")),
            _column(said("Wave")),
            _column(said("Address")),
            _column(said("Version")),
            _column(said("Published")),
            _column(said("Edition")),
            _column(said("Assets")),
            _column(said("Meeting places")),
            _column(said("Connections")),
        ),
        tuple(
            (
                _own(each.programme),
                _own(each.area),
                _own(each.wave),
                _own(f"/layers/{each.slug}"),
                _own(str(each.version)),
                _own(each.day.isoformat()),
                Words(said("For partners")) if each.partners else Words(said("For everybody")),
                each.assets,
                each.meeting_places,
                each.connections,
            )
            for each in listed
        ),
    )


def found_figure(found: Iterable[FoundGroup]) -> Figure:
    """Return what was found as a table: what the page shows of each group, and no more."""
    return Figure(
        "found",
        Words(said("What was found")),
        NOTHING_MORE,
        Words(said("Sort")),
        (
            _column(said("Name")),
            _column(said("Where")),
            _column(said("What is said of it")),
            _column(said("Address")),
        ),
        tuple(
            (
                GROUPS[group.group],
                _own("".join(piece.text for piece in hit.title)),
                _own(hit.entry.where),
                _own("".join(piece.text for piece in hit.says)),
                _own(hit.entry.path),
            )
            for group in found
            for hit in group.hits
        ),
    )


def _column(head: str) -> Column:
    return Column(Words(head), drawn=False)


def _own(text: str) -> Words:
    return Words(text, own=True)
