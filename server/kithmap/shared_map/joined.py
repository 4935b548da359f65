"""Places that were joined as one: the one that was kept stands for all, and each original stays in the record.

A joined place names the one that it went into (``merged``); these names form trees, whose roots stand on the map. A connection
shows between the roots of the two places that it was drawn between, and remembers those (``drawn``). A person's "me too" shows
once at a root, and remembers the places that it was given to (``through``). So a merge that is taken back leaves no trace.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kithmap.basics.records import Audience, Changes, Record, Remove, View
from kithmap.shared_map.model import ASSET, CONNECTION, ME_TOO, MEETING_PLACE, Source, mark_id
from kithmap.shared_map.overlay import With, by_id, together
from kithmap.shared_map.withheld import merged_into, without

ENDS = ("start", "end", "where")
"""Fields of a connection that name places."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's "me too" on one place.

    Attributes:
        person: whose.
        origin: the id of the place that they gave it to.
        placed: the circumstances.
        rest: whatever else the mark's record holds.
    """

    person: str
    origin: str
    placed: Mapping[str, Any]
    rest: Mapping[str, Any]


def root_of(view: View, place: str) -> str:
    """Return the id of the place that stands for this one: itself, unless it was joined with another."""
    record = view.get(place) or view.removed(place)
    into = None if record is None else merged_into(record.fields)
    return place if into is None else root_of(view, into)


def children_of(view: View, place: str) -> list[Record]:
    """Return the places that were joined with this one directly."""
    places = (record for kind in (ASSET, MEETING_PLACE) for record in view.of_kind(kind))
    return by_id(record for record in places if merged_into(record.fields) == place)


def pointed(view: View, connection: Record) -> Record | None:
    """Return a connection between the roots of the places that it was drawn between; None if those are one and the same."""
    fields = connection.fields
    drawn = fields.get("drawn") or {name: fields[name] for name in ENDS}
    roots = {name: root_of(view, _known(view, drawn[name], fields[name])) for name in ENDS}
    if roots["start"] == roots["end"]:
        return None
    moved = {} if roots == drawn else {"drawn": drawn}
    ends = (roots["start"], roots["end"])
    return replace(connection, fields={**without(fields, "drawn"), **roots, **moved}, stands_on=ends)


def join(view: View, keep: Record, others: list[Record]) -> Changes:
    """Join places as one.

    Connections and marks move to the one that is kept. A person counts once there; whoever placed one of the others, or had
    it placed for them, counts as saying "me too". A connection between two of them is laid away.

    Args:
        view: the state before.
        keep: the place that will stand for all; a root.
        others: the places that go into it; roots.
    """
    roots = {keep.id, *(other.id for other in others)}
    above = With(view, [_gone_into(other, keep) for other in others])
    connections = _connections_at(view, roots)
    shown = {connection.id: pointed(above, connection) for connection in connections}
    folded = [connection for connection in connections if shown[connection.id] is None]
    voices = _voices_on(view, roots)
    gone = []
    for other in others:
        kept = {
            voice.origin: voice.placed
            for voice in voices
            if voice.person == keep.author and root_of(view, voice.origin) == other.id
        }
        laid_away = [connection.id for connection in folded if other.id in connection.stands_on]
        gone.append(_gone_into(other, keep, laid_away, kept))
    marks, unmarked = _marks(view, above, roots, [*voices, *_voices_of_authors(others)])
    moved = [each for each in shown.values() if each is not None]
    away = [Remove(connection.id) for connection in folded]
    return (*together(view, [*gone, *moved, *marks]), *away, *unmarked)


def split(view: View, places: list[Record], *, going: Collection[str] = ()) -> Changes:
    """Take joined places apart again: each stands for itself, with what was drawn and marked on it.

    Args:
        view: the state before.
        places: joined places.
        going: ids of places that are about to be removed: what was laid away and would go with them stays laid away.
    """
    released = [replace(place, fields=without(place.fields, "merged")) for place in places]
    above = With(view, released)
    roots = {root_of(view, place.id) for place in places}
    moved = [pointed(above, connection) for connection in _connections_at(view, roots)]
    voices = _voices_on(view, roots)
    left = [place for place in places if merged_into(place.fields) not in going]
    voices += [voice for place in left for voice in _keepers_voices(view, place)]
    marks, unmarked = _marks(view, above, roots, voices)
    laid_away = [
        record for record in _laid_away(view, above, places) if not set(going) & set(record.stands_on)
    ]
    back = [each for each in (*moved, *laid_away) if each is not None]
    return (*together(view, [*released, *back, *marks]), *unmarked)


def marks_again(view: View, mark: Record, place: str) -> Record | None:
    """Return a mark that comes back with its place, for as much of it as still belongs there; None for nothing."""
    through = mark.fields.get("through")
    if through is None:
        return mark
    still = {origin: placed for origin, placed in through.items() if root_of(view, origin) == place}
    return (
        _mark(place, [Voice(str(mark.author), *each, _rest(mark)) for each in still.items()])
        if still
        else None
    )


def _gone_into(
    other: Record, keep: Record, folded: list[str] | None = None, marks: Mapping[str, Any] | None = None
) -> Record:
    return other.with_fields(merged={"into": keep.id, "folded": folded or [], "marks": marks or {}})


def _connections_at(view: View, places: set[str]) -> list[Record]:
    """Return the connections that end or happen at these places. One whose author withdrew names none."""
    return by_id(
        connection
        for connection in view.of_kind(CONNECTION)
        if any(connection.fields.get(name) in places for name in ENDS)
    )


def _laid_away(view: View, above: View, places: list[Record]) -> list[Record]:
    """Return the connections that a merge had laid away, as far as they can come back."""
    ids = {each for place in places for each in place.fields["merged"]["folded"]}
    gone = (view.removed(each) for each in sorted(ids))
    pointing = [pointed(above, record) for record in gone if record is not None and "start" in record.fields]
    return [
        record
        for record in pointing
        if record is not None and all(above.get(end) is not None for end in record.stands_on)
    ]


def _voices_on(view: View, places: set[str]) -> list[Voice]:
    marks = by_id(record for place in places for record in view.standing_on(place) if record.kind == ME_TOO)
    return [
        Voice(str(mark.author), _known(view, origin, mark.stands_on[0]), placed, _rest(mark))
        for mark in marks
        if mark.fields
        for origin, placed in _through(mark).items()
    ]


def _known(view: View, origin: str, now: str) -> str:
    """Return the place that something was first on, or the one that it is on now if nothing is known of that.

    Whoever withdraws leaves no trace of their places, but what others did with them has moved on.
    """
    record = view.get(origin) or view.removed(origin)
    return now if record is None or not record.fields else origin


def _through(mark: Record) -> Mapping[str, Any]:
    through: Mapping[str, Any] = mark.fields.get("through", {mark.stands_on[0]: mark.fields["placed"]})
    return through


def _rest(mark: Record) -> dict[str, Any]:
    return without(mark.fields, "placed", "through")


def _voices_of_authors(places: Iterable[Record]) -> list[Voice]:
    """Whoever placed it thinks of it, too. What a facilitator entered is somebody's only where they said whose."""
    return [
        Voice(place.author, place.id, {**place.fields["placed"], "blind": False, "revealed": False}, {})
        for place in places
        if place.author is not None and _is_of_author(place.fields["placed"])
    ]


def _is_of_author(placed: Mapping[str, Any]) -> bool:
    return placed["source"] == Source.PHONE or "on_behalf" in placed


def _keepers_voices(view: View, place: Record) -> list[Voice]:
    merged = place.fields["merged"]
    keep = view.get(merged["into"])
    if keep is None or keep.author is None:
        return []
    return [Voice(keep.author, origin, placed, {}) for origin, placed in merged["marks"].items()]


def _marks(
    view: View, above: View, places: set[str], voices: Iterable[Voice]
) -> tuple[list[Record], list[Remove]]:
    """Return the marks that are others now, and the removals of those that are no more."""
    grouped: dict[str, tuple[str, list[Voice]]] = {}
    for voice in voices:
        root = above.get(root_of(above, voice.origin))
        if root is not None and root.author != voice.person:
            grouped.setdefault(mark_id(root.id, voice.person), (root.id, []))[1].append(voice)
    before = {
        record.id: record
        for place in sorted(places)
        for record in by_id(view.standing_on(place))
        if record.kind == ME_TOO and record.fields
    }
    now = {each: _mark(root, theirs) for each, (root, theirs) in grouped.items()}
    others = [mark for each, mark in now.items() if each not in before or mark.fields != before[each].fields]
    return by_id(others), [Remove(each) for each in before if each not in now]


def _mark(root: str, voices: list[Voice]) -> Record:
    """Return one person's mark on a root, from all that they said of the places that it stands for."""
    through = {voice.origin: voice.placed for voice in sorted(voices, key=lambda voice: voice.origin)}
    first = root if root in through else next(iter(through))
    rest = next((voice.rest for voice in voices if voice.rest), {})
    fields = {"placed": through[first], **rest, **({} if set(through) == {root} else {"through": through})}
    person = voices[0].person
    return Record(ME_TOO, mark_id(root, person), person, Audience.AUTHOR, fields, (root,))
