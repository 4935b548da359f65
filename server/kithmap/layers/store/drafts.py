"""What people decided for the next release of a series, and who stands for it as it is."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from kithmap.glossary.model import Signature
from kithmap.layers.details import StoredDraft
from kithmap.layers.tables import LayerDraftRow, LayerSignatureRow

__all__ = ["StoredDraft", "draft", "set_draft", "sign", "signatures", "take_back_signatures"]


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


def signatures(session: Session, series_id: str) -> list[Signature]:
    """Return who stands for a draft of this series, by role; the draft may have changed since."""
    rows = session.exec(
        select(LayerSignatureRow)
        .where(LayerSignatureRow.series == series_id)
        .order_by(LayerSignatureRow.role)
    )
    return [Signature(row.role, row.account, row.checksum, row.at) for row in rows]


def sign(session: Session, series_id: str, signature: Signature) -> None:
    """Store that somebody stands for a draft, in place of whoever did in this role."""
    session.merge(
        LayerSignatureRow(
            series=series_id,
            role=signature.role,
            account=signature.account,
            checksum=signature.checksum,
            at=signature.at,
        )
    )
    session.flush()


def take_back_signatures(session: Session, series_id: str, account: str | None = None) -> None:
    """Forget who stands for a draft: one account's, or all."""
    gone = delete(LayerSignatureRow).where(col(LayerSignatureRow.series) == series_id)
    if account is not None:
        gone = gone.where(col(LayerSignatureRow.account) == account)
    session.exec(gone)
