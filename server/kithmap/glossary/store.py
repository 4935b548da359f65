"""Every query about glossaries: releases are added and read, and nothing here changes or removes one."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from kithmap.basics.errors import ConflictError
from kithmap.glossary.document import as_document, from_document
from kithmap.glossary.model import Glossary, Published, Release, Version
from kithmap.glossary.tables import (
    GlossaryDraftRow,
    GlossaryReleaseRow,
    GlossaryRow,
    GlossarySignatureRow,
)
from kithmap.sign_off.model import Signature
from kithmap.storage.signatures import Signatures

SIGNATURES = Signatures(GlossarySignatureRow, "glossary")
"""Who stands for the draft of a glossary."""

NEWEST_FIRST = (
    col(GlossaryReleaseRow.major).desc(),
    col(GlossaryReleaseRow.minor).desc(),
    col(GlossaryReleaseRow.patch).desc(),
)


def glossary(session: Session, glossary_id: str) -> Glossary | None:
    """Return a glossary."""
    row = session.get(GlossaryRow, glossary_id)
    return None if row is None else _glossary(row)


def glossary_called(session: Session, name: str) -> Glossary | None:
    """Return the glossary of a name, as it stands in addresses."""
    row = session.exec(select(GlossaryRow).where(GlossaryRow.name == name)).first()
    return None if row is None else _glossary(row)


def glossary_of_area(session: Session, area_id: str) -> Glossary | None:
    """Return an area's glossary, if it has founded one."""
    row = session.exec(select(GlossaryRow).where(GlossaryRow.area == area_id)).first()
    return None if row is None else _glossary(row)


def common_glossary(session: Session, programme_id: str) -> Glossary | None:
    """Return a programme's common glossary, if it has founded one."""
    wanted = select(GlossaryRow).where(GlossaryRow.programme == programme_id, col(GlossaryRow.area).is_(None))
    row = session.exec(wanted).first()
    return None if row is None else _glossary(row)


def glossaries(session: Session, programme_id: str | None = None) -> list[Glossary]:
    """Return the glossaries of a programme, or all, by name: areas' and common ones."""
    wanted = select(GlossaryRow).order_by(GlossaryRow.name)
    if programme_id is not None:
        wanted = wanted.where(GlossaryRow.programme == programme_id)
    return [_glossary(row) for row in session.exec(wanted)]


def add_glossary(session: Session, glossary: Glossary, now: datetime) -> None:
    """Store a new glossary.

    Raises:
        ConflictError: if the area has one, or the name is taken.
    """
    session.add(
        GlossaryRow(
            id=glossary.id,
            programme=glossary.programme,
            area=glossary.area,
            name=glossary.name,
            base=glossary.base,
            language=glossary.language,
            made_at=now,
        )
    )
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError("Somebody founded this glossary a moment ago. Please open it again.") from None


def take_turns(session: Session, glossary_id: str) -> None:
    """Let others who would change this glossary wait until this transaction ends.

    SQLite lets one transaction write at a time anyhow, and reads no further than this word.
    """
    session.exec(select(GlossaryRow.id).where(GlossaryRow.id == glossary_id).with_for_update()).first()


# Releases.


def published(session: Session, glossary_id: str) -> list[Published]:
    """Return what a glossary has published, the newest first."""
    wanted = select(
        GlossaryReleaseRow.major,
        GlossaryReleaseRow.minor,
        GlossaryReleaseRow.patch,
        GlossaryReleaseRow.day,
        GlossaryReleaseRow.checksum,
        GlossaryReleaseRow.note,
    )  # type: ignore[call-overload]  # its overloads end at four columns
    rows = session.exec(wanted.where(GlossaryReleaseRow.glossary == glossary_id).order_by(*NEWEST_FIRST))
    return [
        Published(Version(major, minor, patch), day, checksum, note)
        for major, minor, patch, day, checksum, note in rows
    ]


def release(session: Session, glossary_id: str, version: Version | None = None) -> Release | None:
    """Return a release of a glossary; without a version the newest."""
    document = release_document(session, glossary_id, version)
    return None if document is None else from_document(document)


def release_document(session: Session, glossary_id: str, version: Version | None = None) -> bytes | None:
    """Return a release's document as it was stored; without a version the newest."""
    wanted = select(GlossaryReleaseRow.document).where(GlossaryReleaseRow.glossary == glossary_id)
    if version is not None:
        wanted = wanted.where(
            GlossaryReleaseRow.major == version.major,
            GlossaryReleaseRow.minor == version.minor,
            GlossaryReleaseRow.patch == version.patch,
        )
    document = session.exec(wanted.order_by(*NEWEST_FIRST).limit(1)).first()
    return None if document is None else document.encode()


def add_release(
    session: Session, glossary_id: str, release: Release, now: datetime, signed_by: Sequence[Signature] = ()
) -> Published:
    """Store a release, for ever.

    Args:
        session: the transaction.
        glossary_id: whose.
        release: what is published.
        now: the time.
        signed_by: who stands for it; readers learn their roles alone.

    Raises:
        ConflictError: if this version is published.
    """
    document = as_document(release)
    row = GlossaryReleaseRow(
        glossary=glossary_id,
        major=release.version.major,
        minor=release.version.minor,
        patch=release.version.patch,
        day=release.on,
        note=release.note,
        document=document.decode(),
        checksum=checksum_of(document),
        published_at=now,
        signed_by=[each.as_kept() for each in signed_by],
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError(
            f"Version {release.version} is published already. It stays as it is; nothing else was changed."
        ) from None
    return Published(release.version, row.day, row.checksum, row.note)


def checksum_of(document: bytes) -> str:
    """Return the checksum of a document: SHA-256 in hexadecimal."""
    return hashlib.sha256(document).hexdigest()


def signed_by(session: Session, glossary_id: str, version: Version) -> tuple[str, ...]:
    """Return the roles of those who stood for a release."""
    row = session.get(GlossaryReleaseRow, (glossary_id, version.major, version.minor, version.patch))
    return () if row is None else tuple(each["role"] for each in row.signed_by)


# The draft of the next one.


def edits(session: Session, glossary_id: str) -> list[dict[str, Any]]:
    """Return what people changed for the next release, oldest first."""
    row = session.get(GlossaryDraftRow, glossary_id)
    return [] if row is None else list(row.edits)


def set_edits(session: Session, glossary_id: str, edits: Sequence[dict[str, Any]], now: datetime) -> None:
    """Store the edits of the next release in place of those before."""
    session.merge(GlossaryDraftRow(glossary=glossary_id, edits=list(edits), changed_at=now))
    session.flush()


def _glossary(row: GlossaryRow) -> Glossary:
    return Glossary(row.id, row.programme, row.area, row.name, row.base, row.language)
