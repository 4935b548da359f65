"""What people decide about findings before a release, and whether a decision still holds.

A finding is named by what it is about, as it was when somebody decided: once a place says something else, or lies elsewhere,
the decision about it holds no longer and the finding is there again. The name is made with the server's secret, since who reads it at
the desk may not know where every place is, and could otherwise try positions until one gives the same name.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import orjson

from kithmap.basics.records import Record
from kithmap.basics.words import said
from kithmap.layers.ground import Ground, Mapped
from kithmap.layers.privacy import SHOWN_TO, feature_id
from kithmap.shared_map.model import CONNECTION, METRES, PLACES, Precision

Key = tuple[str, str]
"""A record: its workshop's id and its own."""

FIGURES = 16
"""Hexadecimal figures of what a finding's name holds of a hash."""

UNSAID = frozenset({"placed", "photo", "review"})
"""Fields of a record that no finding is about."""


class Check(StrEnum):
    """What is looked for before publishing."""

    DUPLICATE = "duplicate"
    OUTSIDE = "outside"
    INVALID = "invalid"
    ALARM = "alarm"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    HOME = "home"
    KIND = "kind"
    OPEN = "open"
    WAITING = "waiting"
    HELD_BACK = "held_back"
    NO_GLOSSARY = "no_glossary"
    EMPTY = "empty"


class Choice(StrEnum):
    """What can be decided about a finding."""

    KEEP = "keep"
    LEAVE_OUT = "leave_out"
    LEAVE_OUT_FIRST = "leave_out_first"
    LEAVE_OUT_SECOND = "leave_out_second"
    FIRST_STANDS = "first_stands"
    """The two are the same place, and the first is shown for both."""
    SECOND_STANDS = "second_stands"


CHOICE_WORDS: Mapping[Choice, str] = {
    Choice.KEEP: said("Publish as it is"),
    Choice.LEAVE_OUT: said("Leave it out"),
    Choice.LEAVE_OUT_FIRST: said("Leave out the first"),
    Choice.LEAVE_OUT_SECOND: said("Leave out the second"),
    Choice.FIRST_STANDS: said("They are the same place: show the first for both"),
    Choice.SECOND_STANDS: said("They are the same place: show the second for both"),
}
"""What people choose."""


@dataclass(frozen=True, slots=True)
class Located:
    """A record, with the workshop that it is of."""

    mapped: Mapped
    record: Record

    @property
    def key(self) -> Key:
        """The record's name among all workshops."""
        return (self.mapped.source.workshop, self.record.id)

    @property
    def metres(self) -> int:
        """The farthest that the place is shown from where it is."""
        return METRES[Precision(self.record.fields["precision"])]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided and still holds.

    Attributes:
        left_out: places and connections that are not published.
        same: places that are the same as another, each with the one that stands for both.
    """

    left_out: frozenset[Key] = frozenset()
    same: Mapping[Key, Key] = field(default_factory=dict)

    def standing_for(self, key: Key) -> Key:
        """Return the place that stands for this one: itself, unless it was found to be the same as another."""
        return self.same.get(key, key)


def key_of(ground: Ground, check: Check, about: Sequence[Located], context: str = "") -> str:
    """Return the name of a finding: the same for as long as what it is about stays as it is.

    Args:
        ground: whose finding it is.
        check: what was looked for.
        about: the records.
        context: what else the finding depends on.
    """
    ids = [feature_id(ground.mask(each.mapped), each.record.id) for each in about]
    said_ = orjson.dumps(
        [check.value, context, _around(ground, check), [_as_it_is(each) for each in about]],
        option=orjson.OPT_SORT_KEYS,
    )
    found = hmac.digest(ground.masking, b"kithmap finding 1\n" + said_, hashlib.sha256).hex()[:FIGURES]
    return ".".join((check.value, *ids, found))


def choices(check: Check, about: Sequence[Located]) -> tuple[Choice, ...]:
    """Return what can be decided about a finding; empty where it is only to be known.

    Of two places that are the same, one may stand for both only where that shows neither to more people, nor more exactly, than its
    author said.
    """
    match check:
        case Check.DUPLICATE:
            first, second = about
            stands = (
                *([Choice.FIRST_STANDS] if _may_stand_for(first, second) else []),
                *([Choice.SECOND_STANDS] if _may_stand_for(second, first) else []),
            )
            return (*stands, Choice.KEEP, Choice.LEAVE_OUT_FIRST, Choice.LEAVE_OUT_SECOND)
        case Check.INVALID:
            return (Choice.LEAVE_OUT,)
        case Check.OUTSIDE | Check.ALARM | Check.PHONE | Check.EMAIL | Check.ADDRESS | Check.HOME:
            return (Choice.KEEP, Choice.LEAVE_OUT)
        case Check.KIND | Check.OPEN:
            return (Choice.KEEP,)
        case _:
            return ()


def settled(ground: Ground) -> Settled:
    """Return what was decided and still holds."""
    if not ground.settlements:
        return Settled()
    known = _by_feature(ground)
    left_out: set[Key] = set()
    same: dict[Key, Key] = {}
    for key in sorted(ground.settlements):
        about, choice = _decided(ground, key, known)
        match choice:
            case Choice.LEAVE_OUT:
                left_out.update(each.key for each in about)
            case Choice.LEAVE_OUT_FIRST:
                left_out.add(about[0].key)
            case Choice.LEAVE_OUT_SECOND:
                left_out.add(about[1].key)
            case Choice.FIRST_STANDS:
                same[about[1].key] = about[0].key
            case Choice.SECOND_STANDS:
                same[about[0].key] = about[1].key
            case _:
                pass
    return Settled(frozenset(left_out), _resolved(same))


def _decided(
    ground: Ground, key: str, known: Mapping[str, Located]
) -> tuple[tuple[Located, ...], Choice | None]:
    """Return what a settlement is about and what was chosen; None if it does not hold any more."""
    name, *ids = key.split(".")[:-1] or [""]
    about = tuple(known[each] for each in ids if each in known)
    if name not in set(Check) or len(about) < len(ids) or not about:
        return (), None
    check, chosen = Check(name), ground.settlements[key].choice
    if key != key_of(ground, check, about) or chosen not in choices(check, about):
        return (), None
    return about, Choice(chosen)


def _resolved(same: Mapping[Key, Key]) -> dict[Key, Key]:
    """Return for each place the one that stands at the end; of places that stand for one another in a circle the first."""
    found = {}
    for start in same:
        way = [start]
        while way[-1] in same and same[way[-1]] not in way:
            way.append(same[way[-1]])
        circle = way[way.index(same[way[-1]]) :] if way[-1] in same else [way[-1]]
        found[start] = min(circle)
    return {start: end for start, end in found.items() if start != end}


def _may_stand_for(one: Located, other: Located) -> bool:
    shown = [edition for edition, visible in SHOWN_TO.items() if other.record.fields["visibility"] in visible]
    seen = all(one.record.fields["visibility"] in SHOWN_TO[edition] for edition in shown)
    return seen and one.metres >= other.metres


def _by_feature(ground: Ground) -> dict[str, Located]:
    # A record that a later withdrawal emptied says nothing any more, in a log that is replayed.
    return {
        feature_id(ground.mask(each.mapped), each.record.id): each
        for each in located(ground)
        if each.record.fields
    }


def located(ground: Ground) -> Iterator[Located]:
    """Go through all places and connections of all workshops, each in the order of ids."""
    for mapped in ground.workshops:
        for kind in (*sorted(PLACES), CONNECTION):
            for record in sorted(mapped.view.of_kind(kind), key=lambda record: record.id):
                yield Located(mapped, record)


def _as_it_is(each: Located) -> list[object]:
    fields = {name: value for name, value in each.record.fields.items() if name not in UNSAID}
    return [*each.key, each.record.id in each.mapped.quoted, fields]


def _around(ground: Ground, check: Check) -> object:
    """Return what a finding depends on besides its records."""
    return ground.boundary if check is Check.OUTSIDE else None
