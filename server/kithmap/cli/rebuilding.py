"""Building published layers again from the log, to see that nothing of them was altered."""

from sqlmodel import Session

from kithmap.cli.saying import say
from kithmap.cli.upkeep import opened
from kithmap.glossary.access import Library
from kithmap.glossary.model import Release
from kithmap.layers.access import published, rebuild
from kithmap.layers.model import GlossaryUsed
from kithmap.layers.origin import Differing, Rebuilt
from kithmap.people.actions import masking_secret
from kithmap.settings import Settings
from kithmap.storage.oplog.sql import SqlLog
from kithmap.web.assets import content_folder


def rebuild_layers(settings: Settings, slug: str, version: str | None) -> bool:
    """Build a release again, tell what was found, and return whether it is as it was published, byte by byte.

    Args:
        settings: where the data lie.
        slug: of the layers, as it stands in their address.
        version: which; None for the newest.

    Raises:
        NotFoundError: if there is no such release.
    """
    library = Library(content_folder("indicator_glossary"))
    with opened(settings) as database:
        with database.session() as session:
            masking = masking_secret(session)
        with database.reading() as session:
            release = published(session, slug, version)
            used = _glossary(session, library, release.header.glossary)
            found = rebuild(session, SqlLog(database), release, used, masking)
    for each in found.differing:
        say(_told(each))
    say(f"{release.header.name}: {_verdict(found)}")
    return not found.differing


def _glossary(session: Session, library: Library, used: GlossaryUsed | None) -> Release | None:
    if used is None:
        return None
    glossary = library.glossary(session, used.name)
    return library.release(session, glossary, library.publication(session, glossary, str(used.version)))


def _told(each: Differing) -> str:
    parts = [
        f"{len(ids)} {words}"
        for ids, words in ((each.missing, "cannot be given any more"), (each.other, "are told otherwise"))
        if ids
    ]
    return f"{each.edition.value}, {each.layer.value}: {', '.join(parts)}."


def _verdict(found: Rebuilt) -> str:
    if not found.differing:
        return "as it was published, byte by byte."
    return "not as it was published. What is out stays as it is; what somebody withdrew since is missing from the log."
