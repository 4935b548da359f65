"""The common draft as it is read, signed and published."""

from collections.abc import Mapping
from datetime import date

from fastapi import Request
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.common_glossary import store
from kithmap.common_glossary.access import common_role
from kithmap.common_glossary.drafting import CommonDraft, common_draft
from kithmap.common_glossary.model import Round
from kithmap.common_glossary.pages.contexts import ShownDraft
from kithmap.common_glossary.pages.ground import shelf_of
from kithmap.glossary.actions import Before, before, signed
from kithmap.glossary.founding import scheme_of
from kithmap.glossary.in_words import differences_in_words, preferred
from kithmap.glossary.model import Glossary
from kithmap.glossary.release import every_concept
from kithmap.people.model import Account
from kithmap.programme.access import known_programme
from kithmap.sign_off.standing import may_be_published, standings
from kithmap.web.dependencies import Services


class Preparing:
    """Works out the common draft of a closed round, always from what is stored.

    Args:
        session: the transaction.
        request: whose.
        round_: which round.
        on: the day of publishing.

    Raises:
        NotFoundError: if the common glossary was not founded.
    """

    def __init__(self, session: Session, request: Request, round_: Round, on: date) -> None:
        """Find the common glossary."""
        self._session, self._round, self._on = session, round_, on
        self._shelf = shelf_of(request, session)
        self._title = known_programme(session, round_.programme).title
        found = self._shelf.common(round_.programme)
        if found is None:
            raise NotFoundError("There is nothing to sign yet. The second round has to be closed first.")
        self.glossary: Glossary = found

    def build(self, ground: Before) -> CommonDraft:
        """Return the draft that follows a release."""
        last = ground.last
        scheme = last.scheme if last else scheme_of(self.glossary, self._title, self._title, self._on)
        sheet = store.sheet(self._session, self._round)
        return common_draft(sheet, self._shelf.releases(self._round.sources), last, scheme, self._on)

    def draft(self) -> CommonDraft:
        """Return the draft as it is now."""
        return self.build(before(self._session, self.glossary.id))

    def roles(self, services: Services) -> Mapping[str, Role | None]:
        """Return as what those who signed deal with the common glossary now."""
        accounts = services.accounts.by_ids(
            {each.account for each in signed(self._session, self.glossary.id)}
        )
        return {each.id: common_role(each, self._round.areas) for each in accounts.values()}


def shown_draft(
    session: Session, request: Request, services: Services, account: Account, round_: Round
) -> ShownDraft:
    """Return what would be published now, as the desk shows it to an account."""
    preparing = Preparing(session, request, round_, services.clock().date())
    glossary, draft = preparing.glossary, preparing.draft()
    both = standings(signed(session, glossary.id), draft.checksum, preparing.roles(services))
    known = {each.id: each for each in (*every_concept(draft.last), *draft.release.concepts)}

    def name(concept_id: str) -> str:
        return preferred(known[concept_id].label, glossary.language) if concept_id in known else concept_id

    return ShownDraft(
        version=draft.release.version,
        differences=tuple(differences_in_words(draft.found, known, glossary.language)),
        faults=tuple((name(each.concept), each.says) for each in draft.faults),
        is_new=draft.is_new,
        checksum=draft.checksum,
        signed=both,
        may_sign=common_role(account, round_.areas) in (Role.ADMIN, Role.RESEARCHER),
        may_publish=may_be_published(both),
    )
