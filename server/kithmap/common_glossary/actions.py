"""What changes rounds: each action looks at the round's phase and at what it was made against, in one transaction.

Who may is settled at the door, by ``access``. Releases of areas are handed in: they are read elsewhere and never change.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import product

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.words import said
from kithmap.common_glossary import store
from kithmap.common_glossary.carrying import Releases, carried
from kithmap.common_glossary.model import (
    FEWEST_AREAS,
    LONGEST_DEFINITION,
    LONGEST_LABEL,
    LONGEST_REASON,
    MOST_AREAS,
    Answer,
    Group,
    Held,
    Phase,
    Round,
    Sheet,
    Source,
    checked_members,
    checked_share,
    in_order,
    plain,
)
from kithmap.common_glossary.standing import hindrances
from kithmap.glossary.model import Match, Version

ReleasesOf = Callable[[Iterable[Source]], Releases]
"""Reads the releases that areas bring."""

CHANGED = "Somebody changed this a moment ago. Nothing of yours was kept. Please look at it again."

WRONG_PHASE = {
    Phase.GROUPING: said(
        "The second round has begun, so groups stay as they are. An admin can go back to the first round."
    ),
    Phase.ANSWERING: said("Areas can answer only while the second round is open. Nothing was changed."),
    Phase.CLOSED: said("This can be done only when the second round is closed. Nothing was changed."),
    Phase.RELEASED: said("Another round is still going on. Nothing was changed."),
}

# The round itself.


def begin(
    session: Session, programme_id: str, sources: Iterable[Source], releases_of: ReleasesOf, now: datetime
) -> Round:
    """Begin a round with what areas have published; groups of the round before come along.

    Raises:
        ConflictError: if a round is going on.
        BadInputError: if there are fewer than two areas, or more than can be read side by side.
    """
    last = store.newest_round(session, programme_id)
    if last is not None and last.phase is not Phase.RELEASED:
        raise ConflictError(WRONG_PHASE[Phase.RELEASED])
    areas = in_order(sources)
    if not FEWEST_AREAS <= len(areas) <= MOST_AREAS:
        raise BadInputError(
            f"A common glossary is for {FEWEST_AREAS} to {MOST_AREAS} areas. Nothing was begun."
        )
    begun = Round(new_id(), programme_id, 1, sources=areas)
    if last is not None:
        begun = replace(begun, number=last.number + 1, share=last.share)
    store.add_round(session, begun, now)
    if last is not None:
        _bring_along(session, store.sheet(session, last), begun, releases_of, now)
    return begun


def _bring_along(
    session: Session, before: Sheet, begun: Round, releases_of: ReleasesOf, now: datetime
) -> None:
    """Begin where the last round ended. Areas are asked anew where something changed, or where it came to nothing."""
    old, new = releases_of(before.round.sources), releases_of(begun.sources)
    known = {group.id: group for group in before.groups}
    for group in carried(before.groups, old, new):
        again = replace(group, id=new_id())
        store.set_group(session, begun.id, again, now)
        if group.concept and group.revision == known[group.id].revision:
            store.copy_answers(session, group.id, again.id)
    store.set_apart(session, begun.id, before.apart)


def take_newest(
    session: Session, round_id: str, sources: Iterable[Source], releases_of: ReleasesOf, now: datetime
) -> None:
    """Let the round stand on what areas have published by now.

    Raises:
        ConflictError: if the second round is open.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    sheet = store.sheet(session, round_)
    newer = replace(round_, sources=in_order(sources))
    groups = carried(sheet.groups, releases_of(round_.sources), releases_of(newer.sources))
    kept = {group.id: group for group in groups}
    for group in sheet.groups:
        if group.id not in kept:
            store.remove_group(session, group.id)
        elif kept[group.id] != group:
            store.set_group(session, round_id, kept[group.id], now)
    store.set_round(session, newer)


def set_share(session: Session, round_id: str, of: int, among: int) -> None:
    """Say how many of how many areas must hold a term.

    Raises:
        ConflictError: once the second round has been opened: the rule is known before anybody answers.
        BadInputError: if it is no share.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    if round_.opened_at is not None:
        raise ConflictError("Areas have begun to answer under this rule, so it stays as it is in this round.")
    store.set_round(session, replace(round_, share=checked_share(of, among)))


def open_answers(session: Session, round_id: str, now: datetime) -> None:
    """Open the second round.

    Raises:
        BadInputError: if there is nothing to answer to.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    hindered = hindrances(store.sheet(session, round_))
    if hindered:
        raise BadInputError(hindered[0])
    store.set_round(session, replace(round_, phase=Phase.ANSWERING, opened_at=round_.opened_at or now))


def back_to_grouping(session: Session, round_id: str) -> None:
    """Let groups be changed again. Answers stay with the groups that nobody changes."""
    round_ = _in_phase(session, round_id, Phase.ANSWERING)
    store.set_round(session, replace(round_, phase=Phase.GROUPING))


def close_answers(session: Session, round_id: str) -> None:
    """Close the second round: what enters is fixed."""
    round_ = _in_phase(session, round_id, Phase.ANSWERING)
    store.set_round(session, replace(round_, phase=Phase.CLOSED))


def back_to_answers(session: Session, round_id: str) -> None:
    """Open the second round again."""
    round_ = _in_phase(session, round_id, Phase.CLOSED)
    store.set_round(session, replace(round_, phase=Phase.ANSWERING))


def closed_round(session: Session, round_id: str) -> Round:
    """Return a round that is closed, and let nobody open it again until this transaction ends.

    Raises:
        ConflictError: if it is not closed.
    """
    return _in_phase(session, round_id, Phase.CLOSED)


def mark_released(session: Session, round_id: str, version: Version, concept_of: Mapping[str, str]) -> None:
    """Say which version came of a round, and which concept of each group.

    Raises:
        ConflictError: if the round is not closed, or something came of it already.
    """
    round_ = _in_phase(session, round_id, Phase.CLOSED)
    store.set_concepts(session, concept_of.items())
    store.set_round(session, replace(round_, phase=Phase.RELEASED, released=version))


def end_without_release(session: Session, round_id: str) -> None:
    """End a round that came to nothing new; the next one begins where it ended."""
    round_ = _in_phase(session, round_id, Phase.CLOSED)
    store.set_round(session, replace(round_, phase=Phase.RELEASED))


# Groups.


def confirm(
    session: Session,
    round_id: str,
    members: Mapping[Held, Match],
    left_out: Collection[Held],
    known: Collection[Held],
    now: datetime,
) -> Group:
    """Put concepts together. This is the yes that a proposal needs.

    Args:
        session: the transaction.
        round_id: of which round.
        members: how each is like the common term.
        left_out: concepts that were proposed with them and are not the same: they are not proposed with them again.
        known: all concepts in use of the round's areas.
        now: the time.

    Raises:
        BadInputError: if the members cannot be a group.
        ConflictError: if one is in a group already, or the second round is open.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    group = Group(new_id(), checked_members(members, round_))
    _require_known(members, known)
    store.set_group(session, round_id, group, now)
    keep_apart(session, round_id, product(members, left_out))
    return group


def keep_apart(session: Session, round_id: str, pairs: Iterable[tuple[Held, Held]]) -> None:
    """Say that concepts are not the same, two by two; those of one area never are."""
    _in_phase(session, round_id, Phase.GROUPING)
    store.set_apart(session, round_id, {frozenset(pair) for pair in pairs if pair[0][0] != pair[1][0]})


def propose_again(session: Session, round_id: str) -> None:
    """Let all that was said not to be the same be proposed once more."""
    _in_phase(session, round_id, Phase.GROUPING)
    store.forget_apart(session, round_id)


def change_members(
    session: Session,
    round_id: str,
    group_id: str,
    revision: int,
    members: Mapping[Held, Match],
    known: Collection[Held],
    now: datetime,
) -> None:
    """Give a group other members, or say otherwise how they are like the term.

    Raises:
        NotFoundError: if there is no such group.
        BadInputError: if these cannot be a group.
        ConflictError: if somebody changed it since, or one is in another group.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    group = _group(store.sheet(session, round_), group_id, revision)
    checked = checked_members(members, round_)
    _require_known(members, known)
    if checked != dict(group.members):
        store.set_group(session, round_id, replace(group, members=checked, revision=revision + 1), now)


def split(
    session: Session, round_id: str, group_id: str, revision: int, taken: Collection[Held], now: datetime
) -> Group:
    """Take some members of a group into one of their own; its words stay where they are.

    Raises:
        BadInputError: if that would leave one of the two without members.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    group = _group(store.sheet(session, round_), group_id, revision)
    out = {held: match for held, match in group.members.items() if held in taken}
    left = {held: match for held, match in group.members.items() if held not in taken}
    if not out or not left:
        raise BadInputError("Tick some of the words, and leave some: a group of their own needs both.")
    store.set_group(session, round_id, replace(group, members=left, revision=revision + 1), now)
    made = Group(new_id(), out)
    store.set_group(session, round_id, made, now)
    return made


def join(session: Session, round_id: str, group_id: str, revision: int, other_id: str, now: datetime) -> None:
    """Put another group's members into this one. This one's words stay; where it has none it takes the other's.

    Raises:
        NotFoundError: if one of the groups is not there.
        BadInputError: if two words of one area would then mean the same.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    sheet = store.sheet(session, round_)
    group, other = _group(sheet, group_id, revision), _group(sheet, other_id)
    if group.id == other.id:
        raise BadInputError("Choose another group than this one.")
    words = group if group.label else other
    joined = replace(
        group,
        members=checked_members({**other.members, **group.members}, round_),
        label=words.label,
        definition=words.definition,
        taken_from=words.taken_from,
        revision=revision + 1,
        concept=group.concept or other.concept,
    )
    store.remove_group(session, other.id)
    store.set_group(session, round_id, joined, now)


def dissolve(session: Session, round_id: str, group_id: str, revision: int) -> None:
    """Take a group apart: its concepts may be proposed again.

    Raises:
        NotFoundError: if there is no such group.
        ConflictError: if somebody changed it since.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING)
    store.remove_group(session, _group(store.sheet(session, round_), group_id, revision).id)


def word(
    session: Session,
    round_id: str,
    group_id: str,
    revision: int,
    label: str,
    definition: str,
    taken_from: str,
    now: datetime,
) -> None:
    """Give a group its common words. In the second round, areas are then asked about it again.

    Raises:
        BadInputError: if a part is missing or too long.
        ConflictError: if another group is called so, or somebody changed it since.
    """
    round_ = _in_phase(session, round_id, Phase.GROUPING, Phase.ANSWERING)
    sheet = store.sheet(session, round_)
    group = _group(sheet, group_id, revision)
    name = plain(label, LONGEST_LABEL)
    meaning = plain(definition, LONGEST_DEFINITION)
    if not name or not meaning:
        raise BadInputError("A common term needs a name and a meaning. Please write both.")
    if any(each.id != group.id and each.label.casefold() == name.casefold() for each in sheet.groups):
        raise ConflictError(
            f"Another group is called “{name}” already. Choose another name, or join the two groups."
        )
    worded = replace(group, label=name, definition=meaning, taken_from=taken_from)
    if worded != group:
        store.set_group(session, round_id, replace(worded, revision=revision + 1), now)


# Answers.


def answer(session: Session, round_id: str, given: Answer, account_id: str) -> None:
    """Keep what an area says of a common wording, in place of what it said before.

    Raises:
        NotFoundError: if there is no such group.
        BadInputError: if the area is none of the round, or objects without a reason.
        ConflictError: if the second round is not open, or the wording changed since.
    """
    round_ = _in_phase(session, round_id, Phase.ANSWERING)
    _group(store.sheet(session, round_), given.group, given.revision)
    if round_.source(given.area) is None:
        raise BadInputError("This area is not part of this round.")
    reason = "" if given.accepts else plain(given.reason, LONGEST_REASON)
    if not given.accepts and not reason:
        raise BadInputError("Please say why your area objects, so that the others can find better words.")
    store.set_answer(session, replace(given, reason=reason), account_id)


# What they share.


def _in_phase(session: Session, round_id: str, *phases: Phase) -> Round:
    round_ = store.round_for_change(session, round_id)
    if round_ is None:
        raise NotFoundError("There is no such round.")
    if round_.phase not in phases:
        raise ConflictError(WRONG_PHASE[phases[0]])
    return round_


def _group(sheet: Sheet, group_id: str, revision: int | None = None) -> Group:
    found = sheet.group(group_id)
    if found is None:
        raise NotFoundError("This group is not there any more. Somebody may have joined it with another.")
    if revision is not None and found.revision != revision:
        raise ConflictError(CHANGED)
    return found


def _require_known(members: Iterable[Held], known: Collection[Held]) -> None:
    if any(held not in known for held in members):
        raise BadInputError("One of these words is in use no more. Please look at the list again.")
