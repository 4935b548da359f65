"""What people decided for the next release of a series, and who stands for it as it is."""

from datetime import datetime

from sqlmodel import Session

from kithmap.layers.details import StoredDraft
from kithmap.layers.tables import LayerDraftRow, LayerSignatureRow
from kithmap.storage.signatures import Signatures

__all__ = ["SIGNATURES", "StoredDraft", "draft", "set_draft"]

SIGNATURES = Signatures(LayerSignatureRow, "series")
"""Who stands for the draft of a series."""


def draft(session: Session, series_id: str) -> StoredDraft:
    """Return what people decided for the next release; nothing if they have not yet."""
    row = session.get(LayerDraftRow, series_id)
    return StoredDraft() if row is None else StoredDraft(row.details, row.settlements, row.statistical_areas)


def set_draft(session: Session, series_id: str, draft: StoredDraft, now: datetime) -> None:
    """Store what people decided in place of what stood before."""
    session.merge(
        LayerDraftRow(
            series=series_id,
            details=draft.details,
            settlements=draft.settlements,
            statistical_areas=draft.statistical_areas,
            changed_at=now,
        )
    )
    session.flush()
