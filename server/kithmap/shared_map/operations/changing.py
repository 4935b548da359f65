"""What the map's operations share: finding, guarding, putting with the right audience, removing and restoring whole."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.basics.actors import Actor
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked
from kithmap.basics.records import Change, Changes, Put, Record, Remove, View
from kithmap.shared_map.model import Source, for_its_audience
from kithmap.workshop.model import is_hiding

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Expected = Annotated[
    dict[str, Any],
    Field(max_length=20, description="what the fields must still hold: an undo restores only its own"),
]


class Part(BaseModel):
    """A part of a payload."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


def by_id(records: Iterable[Record]) -> list[Record]:
    """Return records in an order that does not depend on how the view keeps them, so that a replay gives the same changes."""
    return sorted(records, key=lambda record: record.id)


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
    record = view.get(record_id)
    if record is not None and record.kind in kinds and record.seen_by(actor.person, actor.role):
        return record
    gone = view.removed(record_id)
    if gone is not None and gone.kind in kinds and gone.seen_by(actor.person, actor.role):
        raise Refused(Reason.REMOVED, f"This {words} was removed meanwhile.")
    raise Refused(Reason.NOT_FOUND, f"There is no such {words} on this map.")


def require_own(record: Record, actor: Actor, words: str) -> None:
    """Let only the author and those who lead the room change a record.

    Raises:
        Refused: to anyone else.
    """
    if not actor.leads and record.author != actor.person:
        raise Refused(
            Reason.NOT_YOURS, f"Someone else added this {words}. Only they or the facilitator can change it."
        )


def require_expected(record: Record, expected: Mapping[str, Any]) -> None:
    """Hold an undo back where somebody changed the field meanwhile.

    Raises:
        Refused: naming that it was changed.
    """
    if any(record.fields.get(field) != value for field, value in expected.items()):
        raise Refused(Reason.CHANGED_SINCE, "Someone changed this after you, so it was left as it is now.")


def source_of(source: Source, actor: Actor) -> str:
    """Return how something came onto the map; only those who lead may enter for others.

    Raises:
        Refused: if a participant claims to.
    """
    if source is not Source.PHONE and not actor.leads:
        raise Refused(Reason.NOT_ALLOWED, "Only the facilitator can enter for somebody else.")
    return source.value


def placed_in(workshop: Record, source: str) -> dict[str, Any]:
    """Return the circumstances under which something comes onto the map."""
    current = workshop.fields["round"]
    return {"round": current["number"], "blind": is_hiding(workshop), "revealed": False, "source": source}


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
    """Remove a record and what stands on it. Its last form says who removed it, which decides who may restore it."""
    above = [Remove(other.id) for other in by_id(view.standing_on(record.id))]
    return (Put(record.with_fields(removed_by=asked.actor.person)), *above, Remove(record.id))


def restored(view: View, record_id: str, kinds: Collection[str], asked: Asked, words: str) -> Changes:
    """Put a removed record back, and what went with it where its other ends are still there.

    Raises:
        Refused: if it is not removed, not theirs, or was removed by someone who leads the room.
    """
    gone = view.removed(record_id)
    actor = asked.actor
    if gone is None or gone.kind not in kinds or not gone.seen_by(actor.person, actor.role):
        raise Refused(Reason.NOT_FOUND, f"There is no removed {words} to bring back.")
    require_own(gone, actor, words)
    if not actor.leads and gone.fields.get("removed_by") != actor.person:
        raise Refused(Reason.NOT_ALLOWED, f"The facilitator removed this {words}. Please ask them.")
    if any(view.get(end) is None for end in gone.stands_on):
        raise Refused(Reason.REMOVED, f"This {words} joins places that are no longer on the map.")
    fields = {name: value for name, value in gone.fields.items() if name != "removed_by"}
    back = [for_its_audience(replace(gone, fields=fields), view)]
    for other in by_id(view.removed_with(gone.version)):
        if record_id in other.stands_on and all(end == record_id or view.get(end) for end in other.stands_on):
            back.append(for_its_audience(other, With(view, back)))
    return tuple(Put(record) for record in back)


class With:
    """A view in which some records stand as given."""

    def __init__(self, under: View, records: Iterable[Record]) -> None:
        """Lay the records over the view."""
        self._under = under
        self._records = {record.id: record for record in records}

    def get(self, record_id: str) -> Record | None:
        """Return the record as given, or as it stands below."""
        return self._records.get(record_id) or self._under.get(record_id)

    def removed(self, record_id: str) -> Record | None:
        """Return a removed record, unless it was given."""
        return None if record_id in self._records else self._under.removed(record_id)

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the records of a kind."""
        below = (record for record in self._under.of_kind(kind) if record.id not in self._records)
        return [*below, *(record for record in self._records.values() if record.kind == kind)]

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the records that stand on this one."""
        below = (record for record in self._under.standing_on(record_id) if record.id not in self._records)
        return [*below, *(record for record in self._records.values() if record_id in record.stands_on)]

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return what an entry removed, unless it was given."""
        return [record for record in self._under.removed_with(number) if record.id not in self._records]
