"""Who may do what in a round, and what the likely pairs are: worked out once for the same releases."""

from collections.abc import Collection, Iterable

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.basics.kept import Kept
from kithmap.common_glossary import store
from kithmap.common_glossary.carrying import Releases, language_of
from kithmap.common_glossary.model import Phase, Round, Source
from kithmap.glossary.matching import Candidate, candidates
from kithmap.glossary.model import Version
from kithmap.people.model import Account

MOST_PAIRS = 200_000
"""Pairs that stay worked out, of all programmes together: some 50 MB."""

_PAIRS: Kept[list[Candidate]] = Kept(MOST_PAIRS)


def common_role(account: Account, areas: Iterable[str]) -> Role | None:
    """Return as what an account deals with a programme's common glossary, or None if it has no business there.

    Admins lead a round. Researchers of any of the areas group and word, since they work across areas. Facilitators answer for
    their own area and read the rest.
    """
    if account.admin:
        return Role.ADMIN
    roles = {account.roles.get(area) for area in areas}
    return next((role for role in (Role.RESEARCHER, Role.FACILITATOR) if role in roles), None)


def require_grouping(account: Account, areas: Iterable[str]) -> None:
    """Let pass whoever groups and words.

    Raises:
        NotAllowedError: if the account does not.
    """
    if common_role(account, areas) not in (Role.ADMIN, Role.RESEARCHER):
        raise NotAllowedError("Admins and researchers put words together. You can look at everything.")


def require_answering(account: Account, area: str) -> None:
    """Let pass whoever answers for an area.

    Raises:
        NotAllowedError: if the account does not run workshops there.
    """
    if not account.runs(area):
        raise NotAllowedError("For an area its own facilitators answer. You can look at everything.")


def answers_for(account: Account, round_: Round) -> tuple[Source, ...]:
    """Return the areas of a round for which an account answers."""
    return tuple(source for source in round_.sources if account.runs(source.area))


def round_under_way(session: Session, programme_id: str) -> Round:
    """Return the round that goes on.

    Raises:
        NotFoundError: if none does.
    """
    found = store.newest_round(session, programme_id)
    if found is None or found.phase is Phase.RELEASED:
        raise NotFoundError("No round is going on. An admin can begin one.")
    return found


def released_round(session: Session, programme_id: str, version: Version | None = None) -> Round:
    """Return the round of which a common release came; without a version, of the newest.

    Raises:
        NotFoundError: if none came, or not this one.
    """
    released = [each for each in store.rounds(session, programme_id) if each.released is not None]
    for each in released:
        if version is None or each.released == version:
            return each
    raise NotFoundError(
        "There is no such version of the common glossary. The newest is at the address without a version."
        if released
        else "The areas have published no common glossary yet."
    )


def likely_pairs(releases: Releases, checksums: Collection[tuple[str, str]]) -> list[Candidate]:
    """Return which concepts of different areas may mean the same.

    Args:
        releases: by area.
        checksums: areas with the checksums of those releases, by which the pairs are kept: releases never change.
    """
    name = " ".join(f"{area}:{checksum}" for area, checksum in sorted(checksums))
    found = _PAIRS.get(name)
    if found is None:
        found = candidates(
            {area: release.concepts for area, release in releases.items()}, language_of(releases)
        )
        _PAIRS.keep(name, found, len(found))
    return found
