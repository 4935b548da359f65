"""What each viewer is told of each change, as JSON that tests in Python and in TypeScript both read."""

from collections.abc import Iterator
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Change, Put, Record, Remove
from kithmap.sync.audience import Touched, Viewer, seen
from kithmap.sync.entry import change_to_json, record_to_json

Json = dict[str, Any]

VIEWERS = {
    "the author": Viewer("ann", Role.PARTICIPANT),
    "another participant": Viewer("bob", Role.PARTICIPANT),
    "a facilitator": Viewer("fay", Role.FACILITATOR),
    "an admin": Viewer("ada", Role.ADMIN),
    "a researcher": Viewer("ray", Role.RESEARCHER),
    "the projector": Viewer("wall", Role.PROJECTOR),
}


def projection_vectors() -> list[Json]:
    """Return every projection vector: each change as each viewer is told of it."""
    return [
        {
            "name": f"{name}: {who}",
            "viewer": {"person": viewer.person, "role": viewer.role.value},
            "before": None if touched.before is None else record_to_json(touched.before),
            "change": change_to_json(touched.change),
            "seen": None if (told := seen(touched, viewer)) is None else told.model_dump(mode="json"),
        }
        for name, touched in _changes()
        for who, viewer in VIEWERS.items()
    ]


def _changes() -> Iterator[tuple[str, Touched]]:
    forms = {audience: _place(audience) for audience in Audience}
    for after in Audience:
        yield f"put for {after}", Touched(Put(forms[after]), None)
    for before in Audience:
        for after in Audience:
            yield f"from {before} to {after}", Touched(Put(forms[after]), forms[before])
        yield f"removed, was for {before}", Touched(_removal(), forms[before])
    yield "removed, was not there", Touched(_removal(), None)


def _place(audience: Audience) -> Record:
    return Record("asset", "place-1", "ann", audience, {"title": "Fern Hall"}, ("place-0",), 7)


def _removal() -> Change:
    return Remove("place-1")
