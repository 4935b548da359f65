"""Which workshops there are, for pages of the programme."""

from collections.abc import Collection

from sqlmodel import Session

from kithmap.workshop import store
from kithmap.workshop.joining import Listed


def workshops_of(session: Session, areas: Collection[str]) -> list[Listed]:
    """Return the workshops of some areas, the newest first. Whose areas they are was settled before."""
    return store.workshops(session, areas)
