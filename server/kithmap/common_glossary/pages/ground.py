"""What every page of a round stands on: the round, the areas' releases, and who is asking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import Request
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.common_glossary import store
from kithmap.common_glossary.access import common_role, likely_pairs
from kithmap.common_glossary.carrying import Releases, concepts_of, language_of
from kithmap.common_glossary.model import Held, Round, Sheet, Source, in_order
from kithmap.glossary.access import Library
from kithmap.glossary.matching import Candidate
from kithmap.glossary.model import Concept, Glossary
from kithmap.people.model import Account
from kithmap.programme.access import all_areas, readable_programme
from kithmap.programme.model import Programme


@dataclass(frozen=True, slots=True)
class Bookshelf:
    """Reads what areas have published.

    Attributes:
        library: the application's.
        session: the transaction.
    """

    library: Library
    session: Session

    def sources(self, programme_id: str) -> list[Source]:
        """Return the areas of a programme with what they published last."""
        glossaries = {each.area: each for each in self._glossaries(programme_id)}
        return [
            self._source(area.id, area.name, glossaries.get(area.id))
            for area in all_areas(self.session, programme_id)
        ]

    def common(self, programme_id: str) -> Glossary | None:
        """Return the programme's common glossary, if it was founded."""
        return next((each for each in self._glossaries(programme_id) if each.area is None), None)

    def releases(self, sources: Iterable[Source]) -> Releases:
        """Return the releases that areas bring, by area."""
        found = {}
        for source in sources:
            if source.version is not None:
                glossary = self.library.glossary(self.session, source.glossary)
                published = self.library.publication(self.session, glossary, str(source.version))
                found[source.area] = self.library.release(self.session, glossary, published)
        return found

    def pairs(self, round_: Round, releases: Releases) -> list[Candidate]:
        """Return which concepts of a round may mean the same."""
        checksums = []
        for source in round_.sources:
            if source.version is not None:
                glossary = self.library.glossary(self.session, source.glossary)
                published = self.library.publication(self.session, glossary, str(source.version))
                checksums.append((source.area, published.checksum))
        return likely_pairs(releases, checksums)

    def _glossaries(self, programme_id: str) -> list[Glossary]:
        return [each for each in self.library.glossaries(self.session) if each.programme == programme_id]

    def _source(self, area: str, name: str, glossary: Glossary | None) -> Source:
        if glossary is None:
            return Source(area, name)
        published = self.library.publications(self.session, glossary)
        return Source(area, name, glossary.name, glossary.base, published[0].version if published else None)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a page of a round is drawn from.

    Attributes:
        programme: the programme.
        account: who asks.
        role: as what they deal with it.
        sheet: all that stands in the newest round, or None before the first.
        releases: the areas' releases on which the round stands.
        concepts: those in use of all areas.
        language: in which areas' words are read side by side.
    """

    programme: Programme
    account: Account
    role: Role | None
    sheet: Sheet | None
    releases: Releases
    concepts: Mapping[Held, Concept]
    language: str

    @property
    def groups(self) -> bool:
        """Whether whoever asks puts words together."""
        return self.role in (Role.ADMIN, Role.RESEARCHER)

    @property
    def leads(self) -> bool:
        """Whether whoever asks leads the round."""
        return self.role is Role.ADMIN


def shelf_of(request: Request, session: Session) -> Bookshelf:
    """Return what reads releases, for a request."""
    library = request.app.state.glossaries
    assert isinstance(library, Library)
    return Bookshelf(library, session)


def ground(session: Session, request: Request, account: Account, programme_id: str) -> Ground:
    """Return what a page of the newest round is drawn from.

    Raises:
        NotFoundError: if there is no such programme, or the account has no role in it.
    """
    programme = readable_programme(session, account, programme_id)
    shelf = shelf_of(request, session)
    round_ = store.newest_round(session, programme.id)
    releases = {} if round_ is None else shelf.releases(round_.sources)
    return Ground(
        programme=programme,
        account=account,
        role=common_role(account, (area.id for area in all_areas(session, programme.id))),
        sheet=None if round_ is None else store.sheet(session, round_),
        releases=releases,
        concepts=concepts_of(releases),
        language=language_of(releases),
    )


def newer(round_: Round, now: Iterable[Source]) -> tuple[Source, ...]:
    """Return the areas that bring something else by now than what the round stands on."""
    known = {each.area: each for each in round_.sources}
    return in_order(each for each in now if known.get(each.area) != each)
