"""What the map's operations share: finding, guarding, putting with the right audience, removing and restoring whole."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.basics.actors import CONTRIBUTING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Change, Changes, Put, Record, Remove, View
from kithmap.basics.words import said
from kithmap.shared_map.joined import children_of, marks_again, pointed, split
from kithmap.shared_map.model import CONNECTION, ME_TOO, Source, for_its_audience, is_place
from kithmap.shared_map.overlay import With, by_id
from kithmap.shared_map.withheld import Review, merged_into, review_of, without
from kithmap.workshop.model import glossary_version, is_hiding, is_moderated

WAITING = {"state": Review.WAITING.value}
NAMED = frozenset({said("place"), said("connection")})
"""What a refusal can name; `find` and the others are told which."""

OWN_AFFAIR = frozenset({"visibility", "precision"})

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Expected = Annotated[
    dict[str, Any],
    Field(max_length=20, description="what the fields must still hold: an undo restores only its own"),
]


class Part(BaseModel):
    """A part of a payload."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


def find(view: View, record_id: str, kinds: Collection[str], actor: Actor, words: str) -> Record:
    """Return a record that the actor may see.

    Args:
        view: the state.
        record_id: which.
        kinds: of these kinds.
        actor: who asks; what they may not see is as good as absent.
        words: what it is, for the sentence: "place".

    Raises:
        Refused: not found, or removed.
    """
    assert words in NAMED
    record = view.get(record_id)
    if record is not None and record.kind in kinds and record.seen_by(actor.person, actor.role):
        return record
    gone = view.removed(record_id)
    if gone is not None and gone.kind in kinds and gone.seen_by(actor.person, actor.role):
        raise Refused(Reason.REMOVED, f"This {words} was removed meanwhile.")
    raise Refused(Reason.NOT_FOUND, f"There is no such {words} on this map.")


def find_own(view: View, record_id: str, kinds: Collection[str], actor: Actor, words: str) -> Record:
    """Return a record that the actor may change or take off the map; see `find` and `require_own`.

    Raises:
        Refused: not found, removed, or somebody else's.
    """
    record = find(view, record_id, kinds, actor, words)
    require_own(record, actor, words)
    return record


def find_to_change(
    view: View,
    record_id: str,
    kinds: Collection[str],
    actor: Actor,
    words: str,
    expected: Mapping[str, Any],
) -> Record:
    """Return a record that the actor may change now; see `find_own`, `require_single` and `require_expected`.

    Raises:
        Refused: not found, removed, somebody else's, joined with another one, or changed meanwhile.
    """
    record = find_own(view, record_id, kinds, actor, words)
    require_single(record, words)
    require_expected(record, expected)
    return record


def require_own(record: Record, actor: Actor, words: str) -> None:
    """Let only the author and those who lead the room change a record.

    Raises:
        Refused: to anyone else.
    """
    if not actor.leads and record.author != actor.person:
        raise Refused(
            Reason.NOT_YOURS, f"Someone else added this {words}. Only they or the facilitator can change it."
        )


def require_single(record: Record, words: str) -> None:
    """Let only what stands for itself be changed: of places that were joined, that is the one that was kept.

    Raises:
        Refused: if it was joined with another.
    """
    if merged_into(record.fields) is not None:
        raise Refused(
            Reason.CHANGED_SINCE, f"This {words} was joined with another one. Please go on with that one."
        )


def require_expected(record: Record, expected: Mapping[str, Any]) -> None:
    """Hold an undo back where somebody changed the field meanwhile.

    Raises:
        Refused: naming that it was changed.
    """
    if any(record.fields.get(field) != value for field, value in expected.items()):
        raise Refused(Reason.CHANGED_SINCE, "Someone changed this after you, so it was left as it is now.")


class Adding(Operation):
    """What puts something new on the map: by one's own hand or, by those who lead, for somebody else."""

    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    source: Source = Source.PHONE
    on_behalf: Id | None = Field(
        default=None, description="whose it is: somebody without a phone, for whom those who lead place it"
    )

    def author(self, actor: Actor) -> str:
        """Return whose the new record is."""
        return actor.person if self.on_behalf is None else self.on_behalf

    def placed(self, workshop: Record, actor: Actor) -> dict[str, Any]:
        """Return the circumstances under which it comes onto the map.

        Raises:
            Refused: if a participant enters for others, or what is somebody else's is said to come from their phone.
        """
        if self.source is Source.BROUGHT_IN:
            raise Refused(
                Reason.BAD_FIELDS, "What comes from a file says whose data it is. Please bring the file in."
            )
        is_own = self.source is Source.PHONE
        if not actor.leads and not (is_own and self.on_behalf is None):
            raise Refused(Reason.NOT_ALLOWED, "Only the facilitator can enter for somebody else.")
        if is_own and self.on_behalf is not None:
            raise Refused(Reason.BAD_FIELDS, "Please say whether they told you, or wrote it on paper.")
        placed = placed_in(workshop, self.source.value)
        return placed if self.on_behalf is None else {**placed, "on_behalf": True}


def placed_in(workshop: Record, source: str) -> dict[str, Any]:
    """Return the circumstances under which something comes onto the map."""
    current = workshop.fields["round"]
    placed = {"round": current["number"], "blind": is_hiding(workshop), "revealed": False, "source": source}
    version = glossary_version(workshop)
    # As places were placed before there were glossaries and moderated rounds, so are they where there are none.
    named = {} if version is None else {"glossary": version}
    return {**placed, **named, "moderated": True} if is_moderated(workshop) else {**placed, **named}


def under_review(workshop: Record, actor: Actor) -> dict[str, Any]:
    """Return the field of something new that waits to be looked at; none where the round is direct or its author leads."""
    return {"review": WAITING} if is_moderated(workshop) and not actor.leads else {}


def reviewed_again(
    workshop: Record, before: Record, details: Collection[str], actor: Actor
) -> dict[str, Any]:
    """Return the field of something that waits to be looked at once more after a change.

    What was given back and is corrected does, in whatever round. What was approved, or stood there before, does in a moderated
    round if what others read or where it stands is another: else a look at it would be worth nothing. Who may see it and how
    exactly is its author's own affair.
    """
    review = review_of(before.fields)
    if actor.leads or review is Review.WAITING or not set(details) - OWN_AFFAIR:
        return {}
    return {"review": WAITING} if review is Review.RETURNED or is_moderated(workshop) else {}


def new(view: View, record: Record) -> Changes:
    """Put a new record for its audience.

    Raises:
        Refused: if its id is taken or was.
    """
    if view.get(record.id) is not None or view.removed(record.id) is not None:
        raise Refused(Reason.ALREADY_THERE, "This is on the map already.")
    return (Put(for_its_audience(record, view)),)


def changed(view: View, before: Record, **fields: Any) -> Changes:
    """Put a changed record for its audience, and what stands on it for theirs."""
    after = for_its_audience(before.with_fields(**fields), view)
    return (Put(after), *_ripple(view, before, after))


def _ripple(view: View, before: Record, after: Record) -> Iterable[Change]:
    """A connection is as hidden as the more hidden of its ends."""
    if before.audience is after.audience:
        return
    above = With(view, [after])
    for record in by_id(view.standing_on(after.id)):
        yield Put(for_its_audience(record, above))


def removed(view: View, record: Record, asked: Asked) -> Changes:
    """Remove a record and what stands on it. Its last form says who removed it, which decides who may restore it.

    Places that were joined with it stand for themselves again: nobody takes away what others placed.
    """
    children = children_of(view, record.id) if is_place(record) else []
    freed = split(view, children, going={record.id}) if children else ()
    gone = {change.id for change in freed if isinstance(change, Remove)}
    after = With(view, [change.record for change in freed if isinstance(change, Put)])
    above = [Remove(each.id) for each in by_id(after.standing_on(record.id)) if each.id not in gone]
    return (*freed, Put(record.with_fields(removed_by=asked.actor.person)), *above, Remove(record.id))


def restored(view: View, record_id: str, kinds: Collection[str], asked: Asked, words: str) -> Changes:
    """Put a removed record back, and what went with it where its other ends are still there.

    Raises:
        Refused: if it is not removed, not theirs, or was removed by someone who leads the room.
    """
    gone = view.removed(record_id)
    actor = asked.actor
    known = gone is not None and gone.fields and gone.kind in kinds and gone.seen_by(actor.person, actor.role)
    if gone is None or not known:
        raise Refused(Reason.NOT_FOUND, f"There is no removed {words} to bring back.")
    require_own(gone, actor, words)
    if not actor.leads and gone.fields.get("removed_by") != actor.person:
        raise Refused(Reason.NOT_ALLOWED, f"The facilitator removed this {words}. Please ask them.")
    first = _back(view, replace(gone, fields=without(gone.fields, "removed_by")))
    if first is None:
        raise Refused(Reason.REMOVED, f"This {words} joins places that are no longer on the map.")
    back = [for_its_audience(first, view)]
    for other in by_id(view.removed_with(gone.version)):
        above = With(view, back)
        if record_id in other.stands_on and (record := _back(above, other)) is not None:
            back.append(for_its_audience(record, above))
    return tuple(Put(record) for record in back)


def _back(view: View, gone: Record) -> Record | None:
    """Return a removed record as it can come back while other places may have been joined or removed; None if it cannot."""
    record: Record | None = gone
    if gone.kind == CONNECTION:
        record = pointed(view, gone)
    elif gone.kind == ME_TOO:
        record = marks_again(view, gone, gone.stands_on[0])
    elif (into := merged_into(gone.fields)) is not None and view.get(into) is None:
        record = replace(gone, fields=without(gone.fields, "merged"))
    return record if record is None or all(view.get(end) for end in record.stands_on) else None
