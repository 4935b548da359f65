"""What changes the list of workshops: each function is one transaction's worth."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.signing import Signing, fingerprint
from kithmap.workshop import store
from kithmap.workshop.codes import new_join_code
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import Life

LONGEST_TITLE = 120
JOIN_LINK = "join"
PROJECTOR_LINK = "projector"


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What a facilitator fills in.

    Attributes:
        area: the area's id.
        wave: the wave's id, or None.
        title: what it is called.
    """

    area: str
    wave: str | None
    title: str


def make_workshop(session: Session, new: NewWorkshop, signing: Signing, by: str, now: datetime) -> Listed:
    """List a new workshop under a code and a link of its own. Its log is begun by ``workshop.begin``.

    Args:
        session: the transaction.
        new: what was filled in.
        signing: makes the link's token.
        by: the account's id.
        now: the time.

    Raises:
        BadInputError: if the title cannot be used.
    """
    title = " ".join(new.title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise BadInputError(f"Please give the workshop a title of at most {LONGEST_TITLE} letters.")
    workshop = Listed(new_id(), new.area, new.wave, title, _free_code(session), now)
    store.add_workshop(session, workshop, fingerprint(join_token(signing, workshop.id)), by)
    return workshop


def join_token(signing: Signing, workshop_id: str) -> str:
    """Return the token of a workshop's join link: it can be shown again at any time, and is stored nowhere."""
    return signing.token(JOIN_LINK, workshop_id)


def projector_key(signing: Signing, workshop_id: str) -> str:
    """Return the key of a workshop's projector link."""
    return signing.token(PROJECTOR_LINK, workshop_id)


def _free_code(session: Session) -> str:
    while store.is_code_taken(session, code := new_join_code(secrets.randbelow)):
        pass
    return code


def note_life(session: Session, workshop_id: str, life: Life, now: datetime) -> Listed:
    """Let the list follow what the log says: the code dies with a workshop, and lives again if it is opened again.

    Raises:
        NotFoundError: if there is no such workshop.
    """
    workshop = require_workshop(session, workshop_id)
    if (life is Life.CLOSED) == (workshop.closed_at is not None):
        return workshop
    if life is not Life.CLOSED and store.is_code_taken(session, workshop.code):
        # Another workshop has the code by now.
        store.set_code(session, workshop_id, _free_code(session))
    store.set_closed(session, workshop_id, now if life is Life.CLOSED else None)
    session.expire_all()
    return require_workshop(session, workshop_id)


def require_workshop(session: Session, workshop_id: str) -> Listed:
    """Return a workshop.

    Raises:
        NotFoundError: if there is none of this id.
    """
    workshop = store.workshop(session, workshop_id)
    if workshop is None:
        raise NotFoundError("There is no such workshop. Please check the address, or join by its code.")
    return workshop
