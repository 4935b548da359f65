"""What a workshop agreed on, read from its records, as far as people may be told of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kithmap.agreement.items import ITEM, STATEMENT, ItemState, ItemType, state_of
from kithmap.basics.quotes import is_taken_back
from kithmap.basics.records import Record, View
from kithmap.basics.words import said
from kithmap.glossary.draft import Agreed
from kithmap.glossary.model import Decision

TAKEN_BACK = said("Somebody did not agree, and has taken back what they said.")
NOT_QUOTED = said("Somebody did not agree, and does not want to be quoted.")
"""What stands in the place of a statement: that there was one is never hidden."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """What rooms agreed on, each oldest first.

    Attributes:
        terms: terms.
        indicators: what to ask or count.
        wishes: indicators that a room wants and whose licence nobody holds yet.
    """

    terms: tuple[Agreed, ...] = ()
    indicators: tuple[Agreed, ...] = ()
    wishes: tuple[Agreed, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """What may be told of a workshop outside its room.

    Attributes:
        workshop: the workshop's id.
        title_of: the title of a place that may be shown to all, or None for one that may not.
        may_quote: whether a person's own words may be quoted; of None, that nobody in particular said them.
    """

    workshop: str
    title_of: Callable[[str], str | None]
    may_quote: Callable[[str | None], bool]


def adopted(view: View, asking: Asking) -> Adopted:
    """Return what a workshop agreed on.

    Args:
        view: its records.
        asking: what may be told of it.
    """
    items = sorted(view.of_kind(ITEM), key=_when)
    agreed = [item for item in items if state_of(item) in _ADOPTED]
    return Adopted(
        terms=tuple(_agreed(view, item, asking) for item in agreed if item.fields["type"] == ItemType.TERM),
        indicators=tuple(
            _agreed(view, item, asking) for item in agreed if item.fields["type"] == ItemType.INDICATOR
        ),
        wishes=tuple(_agreed(view, item, asking) for item in items if state_of(item) is ItemState.WISH_LIST),
    )


def not_adopted(view: View, asking: Asking) -> tuple[Agreed, ...]:
    """Return what a workshop parked or did not agree on, with how it came to that, oldest first.

    Args:
        view: its records.
        asking: what may be told of it.
    """
    items = sorted(view.of_kind(ITEM), key=_when)
    return tuple(_agreed(view, item, asking) for item in items if state_of(item) in _NOT_ADOPTED)


def together(each: Iterable[Adopted]) -> Adopted:
    """Return what several workshops agreed on, oldest first whichever workshop it was."""
    all_of = list(each)
    return Adopted(
        terms=_in_order(term for one in all_of for term in one.terms),
        indicators=_in_order(term for one in all_of for term in one.indicators),
        wishes=_in_order(term for one in all_of for term in one.wishes),
    )


_ADOPTED = frozenset({ItemState.ADOPTED, ItemState.ADOPTED_WITH_DISSENT})
_NOT_ADOPTED = frozenset({ItemState.PARKED, ItemState.NOT_ADOPTED})


def _in_order(agreed: Iterable[Agreed]) -> tuple[Agreed, ...]:
    # Workshops hold them in the order of deciding already, and sorting keeps that within a day.
    return tuple(sorted(agreed, key=lambda each: each.decision.on))


def _when(item: Record) -> tuple[str, str]:
    return str(item.fields["since"]), item.id


def _agreed(view: View, item: Record, asking: Asking) -> Agreed:
    present = item.fields["wordings"][-1]
    earlier = [wording["label"] for wording in item.fields["wordings"][:-1]]
    titles = (asking.title_of(place) for place in item.fields["examples"])
    shown = tuple(title for title in titles if title)
    return Agreed(
        label=present["label"],
        meaning=present["meaning"],
        others=tuple(dict.fromkeys([*earlier, *_merged_labels(view, item, asking)])),
        concept=item.fields["concept"],
        examples=shown,
        decision=_decision(view, item, shown, asking),
    )


def _merged_labels(view: View, item: Record, asking: Asking) -> Iterator[str]:
    """Yield how others had called it whose proposals were made one with it."""
    for other in sorted(view.of_kind(ITEM), key=lambda each: each.id):
        if other.fields["merged_into"] == item.id and asking.may_quote(other.author):
            yield other.fields["wordings"][-1]["label"]


def _decision(view: View, item: Record, shown: tuple[str, ...], asking: Asking) -> Decision:
    result = item.fields["result"]
    return Decision(
        workshop=asking.workshop,
        item=item.id,
        on=date.fromisoformat(str(item.fields["since"])[:10]),
        # Of a wish, what the room would have adopted.
        outcome=result["outcome"],
        counts=dict(result["counts"]),
        sentence=result["sentence"],
        minority=tuple(_statement(view, each["id"], each, asking) for each in item.fields["minority"]),
        room=result.get("room", ""),
        examples=shown,
    )


def _statement(view: View, statement: str, written: dict[str, str | bool], asking: Asking) -> str:
    record = view.get(statement)
    if is_taken_back(written) or record is None or record.kind != STATEMENT:
        return TAKEN_BACK
    if written.get("hidden"):
        return str(written["text"])
    return str(written["text"]) if asking.may_quote(record.author) else NOT_QUOTED
