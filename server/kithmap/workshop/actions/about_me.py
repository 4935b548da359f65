"""What people say about themselves, and forgetting it: each function is one transaction's worth."""

from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.workshop import store
from kithmap.workshop.actions.seats import require_seat


def save_about_me(session: Session, workshop_id: str, person: str, answers: dict[str, str]) -> None:
    """Keep what a participant says about themselves, in place of what they said before.

    Raises:
        NotFoundError: if the workshop has no such participant, or they left.
    """
    if require_seat(session, workshop_id, person).ended:
        raise NotFoundError("This workshop has no such participant.")
    before = store.about_me(session, person)
    if before is not None and before[0] == answers:
        return
    if before is not None and before[1]:
        store.note_gone(session, workshop_id)
    if answers:
        store.set_about_me(session, workshop_id, person, answers)
    else:
        store.erase_about_me(session, person)


def erase_about_me(session: Session, workshop_id: str, person: str) -> None:
    """Forget what a participant said about themselves."""
    before = store.about_me(session, person)
    if before is not None and before[1]:
        store.note_gone(session, workshop_id)
    store.erase_about_me(session, person)


def erase_names(session: Session, workshop_id: str) -> int:
    """Forget all names of a workshop, and what its people said about themselves; return how many had a name."""
    store.erase_all_about_me(session, workshop_id)
    return store.erase_names(session, workshop_id)
