"""The series of releases: one for an area in a wave."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from kithmap.basics.errors import ConflictError
from kithmap.layers.details import StoredSeries
from kithmap.layers.tables import LayerSeriesRow

__all__ = ["StoredSeries", "add", "called", "every", "of_wave", "take_turns"]


def of_wave(session: Session, area_id: str, wave_id: str) -> StoredSeries | None:
    """Return the series of an area in a wave, if it was begun."""
    wanted = select(LayerSeriesRow).where(LayerSeriesRow.area == area_id, LayerSeriesRow.wave == wave_id)
    row = session.exec(wanted).first()
    return None if row is None else _series(row)


def called(session: Session, slug: str) -> StoredSeries | None:
    """Return the series of a slug, as it stands in addresses."""
    row = session.exec(select(LayerSeriesRow).where(LayerSeriesRow.slug == slug)).first()
    return None if row is None else _series(row)


def every(session: Session, area_id: str | None = None) -> list[StoredSeries]:
    """Return the series of an area, or all, by slug."""
    wanted = select(LayerSeriesRow).order_by(col(LayerSeriesRow.slug))
    if area_id is not None:
        wanted = wanted.where(LayerSeriesRow.area == area_id)
    return [_series(row) for row in session.exec(wanted)]


def add(session: Session, series: StoredSeries, now: datetime) -> None:
    """Store a new series.

    Raises:
        ConflictError: if the area has one in this wave, or the slug is taken.
    """
    session.add(
        LayerSeriesRow(
            id=series.id,
            area=series.area,
            wave=series.wave,
            slug=series.slug,
            address=series.address,
            made_at=now,
        )
    )
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError("Somebody began these layers a moment ago. Please open them again.") from None


def take_turns(session: Session, series_id: str) -> None:
    """Let others who would change this series wait until this transaction ends.

    SQLite lets one transaction write at a time anyhow, and reads no further than this word.
    """
    session.exec(select(LayerSeriesRow.id).where(LayerSeriesRow.id == series_id).with_for_update()).first()


def _series(row: LayerSeriesRow) -> StoredSeries:
    return StoredSeries(row.id, row.area, row.wave, row.slug, row.address)
