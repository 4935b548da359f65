"""Releases that come back from a folder, or from another installation: taken in as they are, or refused."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.errors import ConflictError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.glossary import store
from kithmap.glossary.founding import name_of
from kithmap.glossary.model import Glossary, Release
from kithmap.glossary.release import checksum_of


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a glossary becomes that is not here yet.

    Attributes:
        programme: the programme's id.
        area: the area's id; None for the programme's common glossary.
    """

    programme: str
    area: str | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a release.

    Attributes:
        glossary: to which it belongs.
        is_new: whether it was taken in; it was here already if not.
    """

    glossary: Glossary
    is_new: bool


def take_in(session: Session, release: Release, whose: Whose | None, now: datetime) -> TakenIn:
    """Take a release in, under the address that it has.

    Args:
        session: the transaction.
        release: sound, as ``folder.from_folder`` gives it.
        whose: to whom the glossary belongs, if it is not here yet.
        now: the time.

    Raises:
        NotFoundError: if the glossary is not here and nobody said whose it is.
        ConflictError: if another release has this version, if one between is missing, or if whose it is has another glossary.
    """
    known = next((each for each in store.glossaries(session) if each.base == release.scheme.base), None)
    if known is None:
        known = _found(session, release, whose, now)
    elif _is_here(session, known, release):
        return TakenIn(known, is_new=False)
    store.add_release(session, known.id, release, now)
    return TakenIn(known, is_new=True)


def _is_here(session: Session, glossary: Glossary, release: Release) -> bool:
    """Tell whether this very release is here; if not, whether it can follow those that are."""
    store.take_turns(session, glossary.id)
    published = store.published(session, glossary.id)
    same = next((each for each in published if each.version == release.version), None)
    if same is not None:
        if same.checksum == checksum_of(release):
            return True
        raise ConflictError(
            f"Another version {release.version} of this glossary is here already, and a version never changes. "
            "Nothing was changed."
        )
    newest = published[0].version if published else None
    if newest is not None and release.previous != newest:
        after = f"follows {release.previous}" if release.previous else "follows none"
        raise ConflictError(
            f"Version {release.version} {after}, and the newest one here is {newest}. Nothing was changed. "
            "Please bring in the versions one after the other."
        )
    return False


def _found(session: Session, release: Release, whose: Whose | None, now: datetime) -> Glossary:
    base = release.scheme.base
    if whose is None:
        raise NotFoundError(f"The glossary {base} is not here yet. Please say whose it is.")
    there = (
        store.common_glossary(session, whose.programme)
        if whose.area is None
        else store.glossary_of_area(session, whose.area)
    )
    if there is not None:
        raise ConflictError(f"There is another glossary already: {there.base}. Nothing was changed.")
    stem = base.rstrip("/").rpartition("/")[2]
    name = name_of(stem, {each.name for each in store.glossaries(session)})
    made = Glossary(new_id(), whose.programme, whose.area, name, base, release.scheme.language)
    store.add_glossary(session, made, now)
    return made
