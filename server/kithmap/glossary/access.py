"""What anybody may read of glossaries: what was published. Who may change the next one is asked elsewhere."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.basics.kept import Kept
from kithmap.glossary import store
from kithmap.glossary.catalogue import read_starting_releases
from kithmap.glossary.document import as_document, from_document
from kithmap.glossary.model import Glossary, Published, Release, Version
from kithmap.glossary.release import checksum_of

STARTING = "starting"
"""The name of the glossary that comes with Kithmap, and its id: it stands in files and in no table."""

MOST_READ = 24 * 1024 * 1024
"""Bytes of documents whose releases stay read; read, a release takes some five times as much memory."""

MOST_WRITTEN = 48 * 1024 * 1024
"""Bytes of exports that stay written."""


class Library:
    """Every glossary's releases, those read or written lately kept: neither ever changes.

    Args:
        starting: the folder of the glossary that comes with Kithmap.
        most_read: bytes of documents whose releases stay read.
        most_written: bytes of exports that stay written.
    """

    def __init__(self, starting: Path, most_read: int = MOST_READ, most_written: int = MOST_WRITTEN) -> None:
        """Begin with nothing; the files are read when somebody asks for them."""
        self._folder = starting
        self._read: Kept[Release] = Kept(most_read)
        self.written: Kept[bytes] = Kept(most_written)

    @cached_property
    def _starting(self) -> Sequence[Release]:
        return tuple(reversed(read_starting_releases(self._folder)))

    def glossaries(self, session: Session) -> list[Glossary]:
        """Return all glossaries by name, the one that comes with Kithmap last."""
        return [*store.glossaries(session), self._starting_glossary()]

    def glossary(self, session: Session, name: str) -> Glossary:
        """Return the glossary of a name, as it stands in addresses.

        Raises:
            NotFoundError: if there is none.
        """
        found = self._starting_glossary() if name == STARTING else store.glossary_called(session, name)
        if found is None:
            raise NotFoundError(
                "There is no glossary at this address. Please look for it in the list of all glossaries."
            )
        return found

    def publications(self, session: Session, glossary: Glossary) -> list[Published]:
        """Return what a glossary has published, the newest first."""
        if glossary.id != STARTING:
            return store.published(session, glossary.id)
        return [Published(each.version, each.on, checksum_of(each), each.note) for each in self._starting]

    def publication(self, session: Session, glossary: Glossary, version: str) -> Published:
        """Return what was published as a version.

        Args:
            session: the transaction.
            glossary: whose.
            version: as it stands in the address.

        Raises:
            NotFoundError: if there is no such version, or it is no version at all.
        """
        found = self.publications(session, glossary)
        one = next((each for each in found if each.version == _version(version)), None)
        if one is None:
            asked = version[:40]
            if not found:
                raise NotFoundError(
                    f"This glossary has no version {asked}. It has not published anything yet."
                )
            newest = found[0].version
            raise NotFoundError(f"This glossary has no version {asked}. The newest is {newest}.")
        return one

    def newest(self, session: Session, glossary: Glossary) -> Published:
        """Return what a glossary published last.

        Raises:
            NotFoundError: if it has not published anything.
        """
        found = self.publications(session, glossary)
        if not found:
            raise NotFoundError("This glossary has not published anything yet.")
        return found[0]

    def release(self, session: Session, glossary: Glossary, published: Published) -> Release:
        """Return a release, read once."""
        if glossary.id == STARTING:
            return next(each for each in self._starting if each.version == published.version)
        found = self._read.get(published.checksum)
        if found is None:
            document = self.document(session, glossary, published)
            found = self._read.keep(published.checksum, from_document(document), len(document))
        return found

    def document(self, session: Session, glossary: Glossary, published: Published) -> bytes:
        """Return a release's document, byte by byte as it was published.

        Raises:
            NotFoundError: if it is not there.
        """
        if glossary.id == STARTING:
            return as_document(self.release(session, glossary, published))
        document = store.release_document(session, glossary.id, published.version)
        if document is None:
            raise NotFoundError("There is no such version of this glossary.")
        return document

    def _starting_glossary(self) -> Glossary:
        scheme = self._starting[0].scheme
        return Glossary(
            id=STARTING, programme="", area=None, name=STARTING, base=scheme.base, language=scheme.language
        )


def _version(text: str) -> Version | None:
    try:
        return Version.parse(text)
    except BadInputError:
        return None
