"""Releases, which are added and read: nothing here changes or removes one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from kithmap.basics.errors import ConflictError
from kithmap.basics.ids import new_id
from kithmap.glossary.model import Version
from kithmap.layers.geojson import checksum, collection, feature_text, members
from kithmap.layers.model import Edition, Header, Layer, LayerName, ReleaseEdition
from kithmap.layers.published import (
    Bounds,
    EditionFacts,
    PublishedRelease,
    around,
    bounds_of,
    header_of,
    header_text,
    reports_of,
    reports_text,
)
from kithmap.layers.shapes import Shape, counts, shapes_of
from kithmap.layers.store import features
from kithmap.layers.tables import LayerPartRow, LayerReleaseRow
from kithmap.sign_off.model import Signature

NEWEST_FIRST = (
    col(LayerReleaseRow.major).desc(),
    col(LayerReleaseRow.minor).desc(),
    col(LayerReleaseRow.patch).desc(),
)


@dataclass(frozen=True, slots=True)
class NewRelease:
    """A release to be stored.

    Attributes:
        editions: what each kind of reader gets; both say the same of themselves.
        ground: from what it was built, as JSON; no reader ever gets it.
        checksum: over both editions; what was signed.
        signed_by: who stands for it; readers learn their roles alone.
    """

    editions: Mapping[Edition, ReleaseEdition]
    ground: str
    checksum: str
    signed_by: Sequence[Signature] = ()

    @property
    def header(self) -> Header:
        """What it says of itself."""
        return next(iter(self.editions.values())).header


def of_series(session: Session, series_id: str) -> list[PublishedRelease]:
    """Return what a series has published, the newest first."""
    wanted = select(LayerReleaseRow).where(LayerReleaseRow.series == series_id).order_by(*NEWEST_FIRST)
    return _with_facts(session, session.exec(wanted).all())


def by_series(session: Session) -> dict[str, list[PublishedRelease]]:
    """Return what each series has published, the newest first, by the series' ids."""
    rows = session.exec(select(LayerReleaseRow).order_by(*NEWEST_FIRST)).all()
    found: dict[str, list[PublishedRelease]] = defaultdict(list)
    for row, release in zip(rows, _with_facts(session, rows), strict=True):
        found[row.series].append(release)
    return found


def one(session: Session, series_id: str, version: Version | None = None) -> PublishedRelease | None:
    """Return a release of a series; without a version the newest."""
    wanted = select(LayerReleaseRow).where(LayerReleaseRow.series == series_id)
    if version is not None:
        wanted = wanted.where(
            LayerReleaseRow.major == version.major,
            LayerReleaseRow.minor == version.minor,
            LayerReleaseRow.patch == version.patch,
        )
    rows = session.exec(wanted.order_by(*NEWEST_FIRST).limit(1)).all()
    return next(iter(_with_facts(session, rows)), None)


def ground(session: Session, release_id: str) -> str | None:
    """Return from what a release was built, as it was stored."""
    return session.exec(select(LayerReleaseRow.ground).where(LayerReleaseRow.id == release_id)).first()


def add(session: Session, series_id: str, new: NewRelease, now: datetime) -> PublishedRelease:
    """Store a release with all its features, for ever.

    Raises:
        ConflictError: if this version is published.
    """
    header = new.header
    row = LayerReleaseRow(
        id=new_id(),
        series=series_id,
        major=header.version.major,
        minor=header.version.minor,
        patch=header.version.patch,
        day=header.day,
        header=header_text(header),
        reports=reports_text({each: edition.report for each, edition in new.editions.items()}),
        ground=new.ground,
        checksum=new.checksum,
        published_at=now,
        signed_by=[each.as_kept() for each in new.signed_by],
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError(
            f"Version {header.version} is published already. It stays as it is; nothing else was changed."
        ) from None
    for edition, whole in new.editions.items():
        for layer in whole.layers:
            _add_part(session, row.id, header, edition, layer)
    return _with_facts(session, [row])[0]


def _add_part(session: Session, release_id: str, header: Header, edition: Edition, layer: Layer) -> None:
    texts = [feature_text(each) for each in layer.features]
    bounds = [bounds_of(each.geometry) for each in layer.features]
    west, south, east, north = around([each for each in bounds if each]) or (None, None, None, None)
    row = LayerPartRow(
        release=release_id,
        edition=edition.value,
        layer=layer.name.value,
        count=len(texts),
        **{each.value: number for each, number in shapes_of(texts).items()},
        checksum=checksum(collection(members(header, edition, layer.name), texts)),
        west=west,
        south=south,
        east=east,
        north=north,
    )
    session.add(row)
    session.flush()
    assert row.number is not None
    ids = (each.id for each in layer.features)
    features.add(session, row.number, map(features.Line, ids, texts, bounds))


def _with_facts(session: Session, rows: Sequence[LayerReleaseRow]) -> list[PublishedRelease]:
    wanted = select(LayerPartRow).where(col(LayerPartRow.release).in_([each.id for each in rows]))
    parts: dict[str, list[LayerPartRow]] = defaultdict(list)
    for part in session.exec(wanted.order_by(col(LayerPartRow.number))):
        parts[part.release].append(part)
    return [_release(row, parts[row.id]) for row in rows]


def _release(row: LayerReleaseRow, parts: Sequence[LayerPartRow]) -> PublishedRelease:
    reports = reports_of(row.reports)
    facts = {}
    for edition, report in reports.items():
        own = [each for each in parts if each.edition == edition]
        facts[edition] = EditionFacts(
            checksums={LayerName(each.layer): each.checksum for each in own},
            counts={LayerName(each.layer): each.count for each in own},
            shapes={LayerName(each.layer): _shapes(each) for each in own},
            bounds=around([found for each in own if (found := _bounds(each))]),
            report=report,
        )
    return PublishedRelease(
        id=row.id,
        header=header_of(row.header),
        checksum=row.checksum,
        published_at=row.published_at,
        signed_by=tuple(each["role"] for each in row.signed_by),
        editions=facts,
    )


def _shapes(part: LayerPartRow) -> Mapping[Shape, int]:
    return counts({Shape.POINTS: part.points, Shape.LINES: part.lines, Shape.OUTLINES: part.outlines})


def _bounds(part: LayerPartRow) -> Bounds | None:
    if part.west is None or part.south is None or part.east is None or part.north is None:
        return None
    return part.west, part.south, part.east, part.north
