"""What changes glossaries: founding one, editing its draft, signing it, publishing it. Who may is settled at the door.

A draft is worked out within the transaction that signs or publishes it, from what is stored then: nobody signs or publishes
anything but what is there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, NotAllowedError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.glossary import store
from kithmap.glossary.checks import Fault
from kithmap.glossary.edits import MOST, Edit, as_stored, read_edit
from kithmap.glossary.founding import base_of, name_of
from kithmap.glossary.model import Glossary, Published, Release
from kithmap.sign_off.model import Signature
from kithmap.sign_off.standing import may_be_published, signs_as, standings

CHANGED = "The draft was changed meanwhile. Nothing was signed or published. Please read it again first."


@dataclass(frozen=True, slots=True)
class Before:
    """What a draft is worked out from.

    Attributes:
        glossary: which glossary.
        last: its last release, or None.
        edits: people's, oldest first.
    """

    glossary: Glossary
    last: Release | None
    edits: tuple[Edit, ...]


class Proposed(Protocol):
    """What is signed and published: a draft of an area's glossary, or of the common one."""

    @property
    def release(self) -> Release:
        """The release, with its number by rule."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What keeps it from being published."""

    @property
    def is_new(self) -> bool:
        """Whether it says anything that the last release does not."""

    @property
    def checksum(self) -> str:
        """Of the draft, whatever the day."""


Build = Callable[[Before], Proposed]
"""Works out the draft."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is asked when a draft is published.

    Attributes:
        build: works out the draft.
        seen: checksum of the draft that is meant.
        roles: of accounts in the area as they are now, by their ids.
        kept: the edits that outlast the release.
    """

    build: Build
    seen: str
    roles: Mapping[str, Role | None]
    kept: Callable[[tuple[Edit, ...]], list[Edit]] = lambda _: []


@dataclass(frozen=True, slots=True)
class Founding:
    """What is asked when a glossary is founded.

    Attributes:
        programme: the programme's id.
        area: the area's id; None for the common glossary.
        called: the area's name; the programme's title for the common one.
        public_address: under which others reach this server; empty where nobody set one.
        language: the first language of its words.
    """

    programme: str
    area: str | None
    called: str
    public_address: str = ""
    language: str = "en"


def found(session: Session, asked: Founding, now: datetime) -> Glossary:
    """Found a glossary.

    Raises:
        ConflictError: if there is one already.
    """
    there = (
        store.common_glossary(session, asked.programme)
        if asked.area is None
        else store.glossary_of_area(session, asked.area)
    )
    if there is not None:
        raise ConflictError("This glossary is there already. Please open it again.")
    name = name_of(asked.called, {each.name for each in store.glossaries(session)})
    base = base_of(name, asked.public_address)
    glossary = Glossary(new_id(), asked.programme, asked.area, name, base, asked.language)
    store.add_glossary(session, glossary, now)
    return glossary


def before(session: Session, glossary_id: str) -> Before:
    """Return what a draft is worked out from.

    Raises:
        NotFoundError: if there is no such glossary.
    """
    glossary = store.glossary(session, glossary_id)
    if glossary is None:
        raise NotFoundError("There is no such glossary.")
    edits = tuple(read_edit(each) for each in store.edits(session, glossary_id))
    return Before(glossary, store.release(session, glossary_id), edits)


def signed(session: Session, glossary_id: str) -> list[Signature]:
    """Return who stands for a draft of a glossary; it may have changed since."""
    return store.SIGNATURES.of(session, glossary_id)


def add_edit(session: Session, glossary_id: str, written: Mapping[str, Any], now: datetime) -> Edit:
    """Change the draft.

    Args:
        session: the transaction.
        glossary_id: whose.
        written: an edit without its id; see :mod:`kithmap.glossary.edits`.
        now: the time.

    Raises:
        BadInputError: if it cannot be understood.
        ConflictError: if there are too many already.
    """
    edit = read_edit({**written, "id": new_id()})
    store.take_turns(session, glossary_id)
    known = store.edits(session, glossary_id)
    if len(known) >= MOST:
        raise ConflictError(
            f"This draft has {MOST} changes, and no more can be kept. Please publish it, or take some back."
        )
    store.set_edits(session, glossary_id, [*known, as_stored(edit)], now)
    return edit


def take_back_edit(session: Session, glossary_id: str, edit_id: str, now: datetime) -> None:
    """Take a change of the draft back; one that is gone already stays gone."""
    store.take_turns(session, glossary_id)
    known = store.edits(session, glossary_id)
    store.set_edits(session, glossary_id, [each for each in known if each["id"] != edit_id], now)


def sign(
    session: Session,
    glossary_id: str,
    build: Build,
    signer: tuple[str, Role | None],
    seen: str,
    now: datetime,
) -> Signature:
    """Stand for a draft.

    Args:
        session: the transaction.
        glossary_id: whose.
        build: works out the draft.
        signer: the account, and its role in the area.
        seen: checksum of the draft that they read.
        now: the time.

    Raises:
        NotAllowedError: if nobody in this role signs.
        BadInputError: if something is wrong with the draft.
        ConflictError: if it is another draft by now, or there is nothing new in it.
    """
    account, role = signer
    signing_as = signs_as(role)
    if signing_as is None:
        raise NotAllowedError("A facilitator and a researcher of this area sign its glossary.")
    store.take_turns(session, glossary_id)
    draft = _sound(build(before(session, glossary_id)), seen)
    signature = Signature(signing_as, account, draft.checksum, now)
    store.SIGNATURES.sign(session, glossary_id, signature)
    return signature


def publish(session: Session, glossary_id: str, asked: Publishing, now: datetime) -> Published:
    """Publish a draft that both signed, as a release that never changes: the only way to one.

    Two who press at once: the first publishes, and the second learns that there is nothing new any more.

    Raises:
        BadInputError: if something is wrong with the draft.
        ConflictError: if a signature is missing or lapsed, it is another draft by now, or there is nothing new in it.
    """
    store.take_turns(session, glossary_id)
    ground = before(session, glossary_id)
    draft = _sound(asked.build(ground), asked.seen)
    signatures = store.SIGNATURES.of(session, glossary_id)
    if not may_be_published(standings(signatures, draft.checksum, asked.roles)):
        raise ConflictError(
            "Two people have to sign this draft before it is published: a facilitator and a researcher. Nothing was published."
        )
    published = store.add_release(session, glossary_id, draft.release, now, signatures)
    store.SIGNATURES.take_back(session, glossary_id)
    store.set_edits(session, glossary_id, [as_stored(each) for each in asked.kept(ground.edits)], now)
    return published


def _sound(draft: Proposed, seen: str) -> Proposed:
    if not draft.is_new:
        raise ConflictError("There is nothing new to publish. What was published stays as it is.")
    if draft.checksum != seen:
        raise ConflictError(CHANGED)
    if draft.faults:
        raise BadInputError("Something in this draft has to be mended first. It is told beside each term.")
    return draft
