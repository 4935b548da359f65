"""What agreement's operations share: words, finding, guarding."""

from collections.abc import Collection
from typing import Annotated

from pydantic import StringConstraints

from kithmap.agreement.items import ITEM, ItemState, ItemType, revision_of, state_of
from kithmap.basics.actors import Actor
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.records import Record, View
from kithmap.workshop.model import Stage
from kithmap.workshop.rules import require_running

AGREEING = frozenset({Stage.TERMS, Stage.INDICATORS})
"""Stages in which people propose, ask, reword and rate; those who lead may prepare at any."""

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Meaning = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]


def require_agreeing(view: View, actor: Actor) -> None:
    """Let people take part while the room is agreeing.

    Raises:
        Refused: with the reason why not now.
    """
    require_running(view, actor, AGREEING)


def find_item(view: View, item_id: str, states: Collection[ItemState], otherwise: str) -> Record:
    """Return an item that stands where it has to.

    Args:
        view: the state.
        item_id: which.
        states: where it may stand.
        otherwise: what to say where it stands elsewhere.

    Raises:
        Refused: if there is none, or it stands elsewhere.
    """
    item = view.get(item_id)
    if item is None or item.kind != ITEM:
        raise Refused(Reason.NOT_FOUND, "This word is not on the list.")
    if state_of(item) not in states:
        raise Refused(Reason.CHANGED_SINCE, otherwise)
    return item


def require_revision(item: Record, revision: int) -> None:
    """Hold back what was meant for other words: a rating or a rewording is of one wording.

    Raises:
        Refused: if the wording changed meanwhile.
    """
    if revision_of(item) != revision:
        raise Refused(
            Reason.CHANGED_SINCE,
            "The words were changed meanwhile. Please read them again; what you wrote is kept.",
        )


def is_indicator(item: Record) -> bool:
    """Tell whether an item is an indicator."""
    return bool(item.fields["type"] == ItemType.INDICATOR)
