"""Who stands for drafts. Each sort of draft has a table of its own, handed in by its feature, and what is asked of them is the same."""

from sqlalchemy import ColumnElement, delete, insert, or_
from sqlmodel import Session, select

from kithmap.sign_off.model import Signature
from kithmap.storage.base import Table, metadata


class Signatures:
    """Signatures for drafts of one sort.

    Args:
        row: their table, with ``role``, ``account``, ``checksum`` and ``at``. Each draft has one row for each role.
        draft: the column that names the draft.
    """

    def __init__(self, row: type[Table], draft: str) -> None:
        """Find the table."""
        self._table = metadata.tables[str(row.__tablename__)]
        self._draft = draft

    def of(self, session: Session, draft_id: str) -> list[Signature]:
        """Return who stands for a draft, by role; it may have changed since."""
        columns = self._table.c
        wanted = select(columns.role, columns.account, columns.checksum, columns.at)
        rows = session.exec(wanted.where(self._is(draft_id)).order_by(columns.role))
        return [Signature(role, account, checksum, at) for role, account, checksum, at in rows]

    def sign(self, session: Session, draft_id: str, signature: Signature) -> None:
        """Store that somebody stands for a draft, in place of whoever did in this role and of what they signed before."""
        columns = self._table.c
        before = or_(columns.role == signature.role, columns.account == signature.account)
        session.exec(delete(self._table).where(self._is(draft_id), before))
        values = {
            self._draft: draft_id,
            "role": signature.role,
            "account": signature.account,
            "checksum": signature.checksum,
            "at": signature.at,
        }
        session.exec(insert(self._table).values(values))

    def take_back(self, session: Session, draft_id: str, account: str | None = None) -> None:
        """Forget who stands for a draft: one account, or all."""
        gone = delete(self._table).where(self._is(draft_id))
        if account is not None:
            gone = gone.where(self._table.c.account == account)
        session.exec(gone)

    def _is(self, draft_id: str) -> ColumnElement[bool]:
        return self._table.c[self._draft] == draft_id
