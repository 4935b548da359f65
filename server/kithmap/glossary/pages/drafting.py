"""An area's draft, as its pages need it: who asks, what rooms agreed on, and how the draft is worked out."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.glossary import actions, store
from kithmap.glossary.access import STARTING, Library
from kithmap.glossary.actions import Before
from kithmap.glossary.adopted import Adopted
from kithmap.glossary.drafting import Draft, Start, drafted
from kithmap.glossary.edits import Edit
from kithmap.glossary.founding import scheme_of
from kithmap.glossary.model import Glossary, Published, Release, Scheme
from kithmap.glossary.pages.gathering import gathered
from kithmap.glossary.touched import Touched
from kithmap.people.model import Account
from kithmap.programme.access import programme_title, readable_area
from kithmap.programme.model import Area
from kithmap.sign_off.model import Standing
from kithmap.sign_off.standing import standings
from kithmap.web.dependencies import Services
from kithmap.web.signers import signers_of


@dataclass(frozen=True, slots=True)
class Desk:
    """What is on the table when somebody works on an area's glossary.

    Attributes:
        account: who asks.
        area: the area.
        programme: the title of its programme.
        glossary: the area's glossary; None before it is founded.
        adopted: what its rooms agreed on.
        touched: what hangs on each concept on its maps, by its id.
        start: the words that come with Kithmap.
        starting: whose those are.
        today: the day.
    """

    account: Account
    area: Area
    programme: str
    glossary: Glossary | None
    adopted: Adopted
    touched: Mapping[str, Touched]
    start: Start
    starting: Scheme
    today: date

    @property
    def role(self) -> Role | None:
        """The role of who asks in the area."""
        return self.account.role_in(self.area.id)

    @property
    def founded(self) -> Glossary:
        """The area's glossary.

        Raises:
            NotFoundError: if it is not founded yet.
        """
        if self.glossary is None:
            raise NotFoundError("This area has not begun its glossary yet. Please begin it first.")
        return self.glossary

    def build(self, ground: Before) -> Draft:
        """Work out the draft."""
        created = ground.last.scheme.created if ground.last else self.today
        scheme = scheme_of(ground.glossary, self.area.name, self.programme, created)
        return drafted(scheme, ground.last, self.start, self.adopted, ground.edits, self.today)


@dataclass(frozen=True, slots=True)
class OnTable:
    """A draft and all that stands beside it.

    Attributes:
        draft: the draft.
        edits: people's, oldest first.
        published: what is out, the newest first.
        signatures: how things stand with both.
        signers: names of those who signed, by account.
    """

    draft: Draft
    edits: tuple[Edit, ...]
    published: tuple[Published, ...]
    signatures: tuple[Standing, ...]
    signers: Mapping[str, str]


async def desk_of(services: Services, library: Library, account: Account, area_id: str) -> Desk:
    """Return what is on the table for somebody who has a role in the area.

    Raises:
        NotFoundError: if there is no such area.
        NotAllowedError: if they have no role there.
    """
    area = await services.read(readable_area, account, area_id)
    starting = await services.read(starting_release, library)
    come = await gathered(services, area.id)
    return Desk(
        account=account,
        area=area,
        programme=await services.read(programme_title, area.programme),
        glossary=await services.read(store.glossary_of_area, area.id),
        adopted=come.adopted,
        touched=come.touched,
        start=Start(
            {each.id: each for each in starting.concepts},
            {each.concept.id: each for each in starting.indicators},
        ),
        starting=starting.scheme,
        today=services.clock().date(),
    )


def starting_release(session: Session, library: Library) -> Release:
    """Return the words that come with Kithmap, as they were last released."""
    glossary = library.glossary(session, STARTING)
    return library.release(session, glossary, library.newest(session, glossary))


async def on_table(services: Services, desk: Desk) -> OnTable:
    """Return the area's draft as it is now, with its signatures.

    Raises:
        NotFoundError: if the glossary is not founded yet.
    """
    glossary = desk.founded
    ground = await services.read(actions.before, glossary.id)
    # A glossary of thousands of terms takes a second, in which rooms go on.
    draft = await asyncio.to_thread(desk.build, ground)
    signatures = await services.read(store.SIGNATURES.of, glossary.id)
    signers = await signers_of(services, signatures, desk.area.id)
    return OnTable(
        draft=draft,
        edits=ground.edits,
        published=tuple(await services.read(store.published, glossary.id)),
        signatures=standings(signatures, draft.checksum, signers.roles),
        signers=signers.names,
    )


async def roles_of_signers(services: Services, desk: Desk) -> Mapping[str, Role | None]:
    """Return the roles that those who signed have in the area now."""
    signatures = await services.read(store.SIGNATURES.of, desk.founded.id)
    return (await signers_of(services, signatures, desk.area.id)).roles
