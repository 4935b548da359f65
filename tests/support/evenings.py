"""Workshops drawn at random from a seed: people who place, edit, move, connect, withdraw, and those who lead them.

Everything goes through the rules of the room, as it does from phones. What somebody marked as private carries a word that no release
may ever hold, and places that are not shown exactly lie where nothing else does.
"""

import random
from dataclasses import dataclass, field
from typing import Any

from kithmap.shared_map.model import METRES, Precision
from kithmap.sync.content import Content
from tests.support.hall import Hall, Phone, connection, point

SECRET_WORD = "Quintessimal"
"""Stands in all words that may not be told outside."""

VISIBILITIES = ("public", "public", "partners", "room", "facilitators")
PRECISIONS = ("exact", "exact", "100m", "street", "neighbourhood")
WEST, SOUTH = -0.9, 52.1


@dataclass
class Evening:
    """A workshop, and what is known of it from within.

    Attributes:
        hall: where it took place.
        people: its participants.
        quotable: ids of those who agreed to be quoted.
        true: positions that no outsider may ever read to five decimals, of places that are not shown exactly: where they are and
            every corner of their shape, now and before they were moved.
        hidden: titles of places that are in no edition.
        withdrawn: people who took everything back.
    """

    hall: Hall
    people: list[Phone]
    quotable: set[str]
    true: list[tuple[float, float]] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    count: int = 0

    @property
    def content(self) -> Content:
        """The records as they stand."""
        return self.hall.host.room.content


def evening(seed: int, *, steps: int = 50, people: int = 5) -> Evening:
    """Return a workshop drawn from a seed."""
    chance = random.Random(seed)
    hall = Hall(blind=chance.random() < 0.2)
    joined = [hall.join(number) for number in range(2, 2 + people)]
    found = Evening(hall, joined, {each.person for each in joined if chance.random() < 0.5})
    go_on(found, chance, steps)
    return found


def go_on(found: Evening, chance: random.Random, steps: int) -> None:
    """Let people do some more; at the end those who lead may show what was placed blind."""
    doings = (
        place,
        place,
        place,
        meeting,
        connect,
        connect,
        like,
        like,
        edit,
        move,
        merge,
        hide,
        withdraw,
        wait,
    )
    for _ in range(steps):
        chance.choice(doings)(found, chance)
    if chance.random() < 0.7:
        found.hall.do(found.hall.facilitator, "places.reveal")


def place(found: Evening, chance: random.Random) -> None:
    """Somebody places an asset."""
    author = chance.choice(found.people)
    given = _given(found, chance, author)
    found.hall.do(author, "asset.place", asset_kind="physical_place", **given)


def meeting(found: Evening, chance: random.Random) -> None:
    """Somebody places a meeting place."""
    author = chance.choice(found.people)
    given = _given(found, chance, author)
    who = _words(found, author)
    found.hall.do(author, "meeting_place.place", meeting={"who": who, "how_many": "few"}, **given)


def connect(found: Evening, chance: random.Random) -> None:
    """Somebody connects two places that they see."""
    author = chance.choice(found.people)
    places = _places(author)
    if len(places) < 3:
        return
    start, end, where = chance.sample(places, 3)
    given = connection(
        author.new_id(), start, end, result={"outcome": "learned", "words": _words(found, author)}
    )
    given["where"] = where if chance.random() < 0.5 else "no_fixed_place"
    found.hall.do(author, "connection.draw", **given)


def like(found: Evening, chance: random.Random) -> None:
    """Some people say "me too" of one place."""
    chosen = chance.choice(_places(found.people[0]) or [""])
    for each in chance.sample(found.people, chance.randint(1, len(found.people))):
        if chosen in each.records:
            found.hall.do(each, "me_too.add", place=chosen)


def edit(found: Evening, chance: random.Random) -> None:
    """Somebody renames a place of theirs, or says otherwise who may see it."""
    author, record = _own(found, chance)
    if record is None:
        return
    kind = "asset.edit" if record["kind"] == "asset" else "meeting_place.edit"
    visibility = chance.choice(VISIBILITIES)
    found.hall.do(author, kind, place=record["id"], set={"title": _title(found), "visibility": visibility})


def move(found: Evening, chance: random.Random) -> None:
    """Somebody moves a place of theirs."""
    author, record = _own(found, chance)
    if record is not None:
        geometry = _spot(found, chance, record["fields"]["precision"])
        found.hall.do(author, "place.move", place=record["id"], geometry=geometry)


def merge(found: Evening, chance: random.Random) -> None:
    """Those who lead join two places."""
    places = [each["id"] for each in found.hall.facilitator.records.values() if each["kind"] == "asset"]
    if len(places) > 1 and chance.random() < 0.3:
        keep, other = chance.sample(sorted(places), 2)
        found.hall.do(found.hall.facilitator, "places.merge", keep=keep, others=[other])


def hide(found: Evening, chance: random.Random) -> None:
    """Somebody raises an alarm, or those who lead put something aside."""
    author = chance.choice(found.people)
    if (places := _places(author)) and chance.random() < 0.3:
        found.hall.do(author, "place.alarm", place=chance.choice(places))


def withdraw(found: Evening, chance: random.Random) -> None:
    """Somebody takes back all that they added, rarely."""
    author = chance.choice(found.people)
    if chance.random() < 0.15:
        found.hall.do(author, "person.withdraw", person=author.person)
        found.withdrawn.add(author.person)


def wait(found: Evening, chance: random.Random) -> None:
    """Those who lead begin a round in which what is placed waits."""
    if chance.random() < 0.2:
        moderated = chance.random() < 0.5
        found.hall.do(
            found.hall.facilitator, "workshop.start_round", blind=not moderated, moderated=moderated
        )


def _places(phone: Phone) -> list[str]:
    return sorted(each["id"] for each in phone.records.values() if each["kind"] in {"asset", "meeting_place"})


def _own(found: Evening, chance: random.Random) -> tuple[Phone, dict[str, Any] | None]:
    author = chance.choice(found.people)
    mine = sorted(
        (
            each
            for each in author.records.values()
            if each["kind"] in {"asset", "meeting_place"} and each.get("author") == author.person
        ),
        key=lambda each: str(each["id"]),
    )
    return author, chance.choice(mine) if mine else None


def _given(found: Evening, chance: random.Random, author: Phone) -> dict[str, Any]:
    visibility, precision = chance.choice(VISIBILITIES), chance.choice(PRECISIONS)
    return {
        "place": author.new_id(),
        "title": _title(found),
        "note": _words(found, author),
        "geometry": _spot(found, chance, precision),
        "visibility": visibility,
        "precision": precision,
    }


def _title(found: Evening) -> str:
    found.count += 1
    return f"Place number {found.count:04}"


def _words(found: Evening, author: Phone) -> str:
    return "A fine thing" if author.person in found.quotable else f"A {SECRET_WORD} thing"


def _spot(found: Evening, chance: random.Random, precision: str) -> dict[str, Any]:
    """Return a point, line or outline; of what is not shown exactly, every corner is noted as a secret."""
    lon, lat = (round(WEST + chance.random() * 0.8, 7), round(SOUTH + chance.random() * 0.8, 7))
    step = 0.0012345
    shapes = (
        point(lon, lat),
        {"type": "LineString", "coordinates": [[lon, lat], [round(lon + step, 7), round(lat + step, 7)]]},
        {
            "type": "Polygon",
            "coordinates": [
                [[lon, lat], [round(lon + step, 7), lat], [lon, round(lat + step, 7)], [lon, lat]]
            ],
        },
    )
    geometry: dict[str, Any] = chance.choice(shapes)
    if METRES[Precision(precision)]:
        corners = {"Point": [[lon, lat]], "LineString": geometry["coordinates"]}.get(
            geometry["type"], geometry["coordinates"][0]
        )
        found.true += [(x, y) for x, y in corners]
        found.true.append((round(lon + step / 2, 7), round(lat + step / 2, 7)))
    return geometry
