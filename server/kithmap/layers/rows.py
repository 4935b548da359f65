"""The rows of layers: what is told of a place and of a connection, in which words, with which counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kithmap.basics.british_grid import on_british_grid
from kithmap.basics.records import Record
from kithmap.basics.writable import writable
from kithmap.glossary.kinds import labels_now
from kithmap.layers.ground import Ground, Mapped
from kithmap.layers.model import LayerName, PrivacyReport
from kithmap.layers.position import Shown
from kithmap.layers.privacy import Why
from kithmap.layers.schema import SCHEMAS
from kithmap.layers.settling import Located
from kithmap.shared_map.model import ME_TOO, METRES
from kithmap.shared_map.provenance import provenance_line
from kithmap.workshop.model import RECORD, kind_keys, kind_labels

NO_FIXED_PLACE = "no_fixed_place"

Row = dict[str, Any]


@dataclass(slots=True)
class Kept:
    """How much was kept back or changed, while an edition is built."""

    withheld: Counter[Why] = field(default_factory=Counter)
    masked: Counter[int] = field(default_factory=Counter)
    counts_hidden: int = 0
    words_left_out: int = 0

    def report(self) -> PrivacyReport:
        """Return it as a release tells it."""
        return PrivacyReport(
            withheld={why.value: self.withheld[why] for why in Why if self.withheld[why]},
            masked={metres: self.masked[metres] for metres in sorted(self.masked)},
            counts_hidden=self.counts_hidden,
            words_left_out=self.words_left_out,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is in the edition.

    Attributes:
        id: as the release calls it.
        record: what the workshop holds of it.
        mapped: the workshop.
        also: others that are the same place, for which it stands.
        shown: where it is shown.
        code: of the statistical area in which that lies, or None.
        outside: whether that lies outside the boundary.
    """

    id: str
    record: Record
    mapped: Mapped
    also: tuple[Located, ...]
    shown: Shown
    code: str | None
    outside: bool


class Labels:
    """What kinds are called in the release: as in its glossary, or else as in their workshop."""

    def __init__(self, ground: Ground) -> None:
        """Look up every kind of every workshop, once."""
        self._known: dict[str, dict[str, str]] = {}
        for mapped in ground.workshops:
            record = mapped.view.get(RECORD)
            placed = {} if record is None else kind_labels(record)
            now = {}
            if record is not None and ground.glossary is not None:
                now = labels_now(
                    sorted(kind_keys(record)), ground.glossary.concepts, ground.glossary.scheme.language
                )
            self._known[mapped.source.workshop] = {**placed, **now}

    def of(self, workshop: str, kind: str) -> str:
        """Return what a kind of a workshop is called."""
        return self._known[workshop].get(kind, kind)


def place_row(name: LayerName, place: Place, ground: Ground, labels: Labels, kept: Kept) -> Row:
    """Return what is told of an asset or a meeting place.

    Args:
        name: of the layer in which it stands.
        place: the place.
        ground: of the release.
        labels: what kinds are called.
        kept: counts what is left out.
    """
    fields, shown, source = place.record.fields, place.shown, place.mapped.source
    grid = on_british_grid(shown.lon, shown.lat)
    row = {
        "title": fields["title"],
        "note": _words(fields["note"], place.record, place.mapped, kept),
        "me_too": _told(_me_too(place, ground.header.threshold), ground.header.threshold, kept),
        "precision": shown.precision.value,
        "precision_m": METRES[shown.precision],
        "outside_area": place.outside,
        "lon": shown.lon,
        "lat": shown.lat,
        "easting": None if grid is None else grid[0],
        "northing": None if grid is None else grid[1],
        "statistical_area": place.code,
        "provenance": provenance_line(fields) or None,
        **_how_it_came(place.record, place.mapped),
    }
    if name is LayerName.MEETING_PLACES:
        meeting = fields["meeting"]
        row |= {
            **meeting,
            "who": _words(meeting["who"], place.record, place.mapped, kept),
        }
    else:
        kind = fields["asset_kind"]
        row |= {
            "kind": kind,
            "kind_label": labels.of(source.workshop, kind),
            "glossary_version": fields["placed"].get("glossary"),
        }
    return in_order(name, row)


def _how_it_came(record: Record, mapped: Mapped) -> Row:
    placed = record.fields["placed"]
    return {
        "workshop": mapped.source.workshop,
        "mapped_on": mapped.source.held_on.isoformat(),
        "round": placed["round"],
        "placed_blind": placed["blind"],
        "placed_moderated": placed.get("moderated", False),
        "source": placed["source"],
    }


def _words(text: str, record: Record, mapped: Mapped, kept: Kept) -> str | None:
    """Return words if their author agreed to be quoted."""
    if not text:
        return None
    if record.id not in mapped.quoted:
        kept.words_left_out += 1
        return None
    return text


def _me_too(place: Place, threshold: int) -> int:
    """Return how many said "me too".

    Of places that stand for others, the others' counts are added as far as they could be told by themselves: otherwise the sum,
    beside what an earlier release told, would give a hidden count away.
    """
    own = _marks(place.mapped, place.record)
    others = [count for each in place.also if (count := _marks(each.mapped, each.record)) >= threshold]
    return sum(others, own if own >= threshold or not others else 0)


def _marks(mapped: Mapped, record: Record) -> int:
    marks = mapped.view.standing_on(record.id)
    return sum(mark.kind == ME_TOO and "aside" not in mark.fields for mark in marks)


def _told(count: int, threshold: int, kept: Kept) -> int | None:
    """Return a count of people if it may be told."""
    if count < threshold:
        kept.counts_hidden += 1
        return None
    return count


def connection_row(each: Located, start: Place, end: Place, met: Place | None, kept: Kept) -> Row:
    """Return what is told of a connection.

    Args:
        each: the connection.
        start: the place that stands where it begins.
        end: the place that stands where it ends.
        met: the place that stands where they connect, if that may be told.
        kept: counts the words that are left out.
    """
    fields = each.record.fields
    where = fields["where"]
    return {
        "start": start.id,
        "end": end.id,
        "start_title": start.record.fields["title"],
        "end_title": end.record.fields["title"],
        "directed": fields["directed"],
        "how_mode": fields["how"]["mode"],
        "how_frequency": fields["how"]["frequency"],
        "how_strength": fields["how"]["strength"],
        "where": where if where == NO_FIXED_PLACE else None if met is None else met.id,
        "why": ";".join(sorted(fields["why"])) or None,
        "outcome": fields["result"]["outcome"],
        "outcome_words": _words(fields["result"]["words"], each.record, each.mapped, kept),
        **_how_it_came(each.record, each.mapped),
    }


def end_columns(start: Place, end: Place) -> Row:
    """Return the positions at which both ends of a connection are shown."""
    return {
        "start_lon": start.shown.lon,
        "start_lat": start.shown.lat,
        "end_lon": end.shown.lon,
        "end_lat": end.shown.lat,
    }


def in_order(name: LayerName, row: Mapping[str, Any]) -> Row:
    """Return a value for each column of a layer, in the columns' order; words without what not every format can hold."""
    values = ((column.name, row[column.name]) for column in SCHEMAS[name].columns)
    return {column: writable(value) if isinstance(value, str) else value for column, value in values}
