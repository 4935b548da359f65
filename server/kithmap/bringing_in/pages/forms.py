"""What the pages' forms send back, read once."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from fastapi import Request
from starlette.datastructures import FormData

from kithmap.basics.errors import BadInputError
from kithmap.basics.ids import is_id
from kithmap.basics.packing import DAMAGED
from kithmap.bringing_in.choices import AS_MEETING_PLACE, LEAVE_OUT, OF_KIND, Choices, Where
from kithmap.bringing_in.model import MOST_PLACES, Coordinates, Ground, Table
from kithmap.bringing_in.packed import MOST_PACKED_MEGABYTES, unpack
from kithmap.shared_map.model import Visibility

Chosen = TypeVar("Chosen", bound=StrEnum)

MOST_FIELDS = MOST_PLACES + 400
"""Of a form: a tick for each place, and what was chosen before."""

PROVENANCE = ("whose", "licence", "attribution", "day")
LONGEST = 300
"""Letters of each part of whose data it is."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came back.

    Attributes:
        form: its fields; None where a file was just read.
        packed: what was read of the file.
        tables: the same, unpacked.
        name: what the file is called.
        batch: the id under which its places come in.
    """

    form: FormData | None
    packed: str
    tables: tuple[Table, ...]
    name: str
    batch: str

    def text(self, field: str) -> str:
        """Return one field's text; empty where there is none."""
        value = "" if self.form is None else self.form.get(field, "")
        return value.strip() if isinstance(value, str) else ""

    def texts(self, field: str) -> list[str]:
        """Return all texts of a field that may come several times."""
        found = [] if self.form is None else self.form.getlist(field)
        return [value for value in found if isinstance(value, str)]

    @property
    def provenance(self) -> dict[str, str]:
        """Whose data it is, as it was typed."""
        return {name: " ".join(self.text(name).split())[:LONGEST] for name in PROVENANCE}

    @property
    def visibility(self) -> Visibility:
        """For whom the places are."""
        wish = self.text("visibility")
        return Visibility(wish) if wish in set(Visibility) else Visibility.PARTNERS

    @property
    def rows(self) -> set[int]:
        """The rows that were ticked."""
        return {int(text) for text in self.texts("rows") if text.isdecimal()}


async def sent(request: Request) -> Sent:
    """Read a form.

    Raises:
        TooLargeError: if there is more in it than any file may hold.
        BadInputError: if it did not come back whole.
    """
    form = await request.form(max_fields=MOST_FIELDS, max_part_size=MOST_PACKED_MEGABYTES * 1_000_000)
    packed, batch = form.get("packed", ""), form.get("batch", "")
    name = form.get("name", "")
    if not isinstance(packed, str) or not isinstance(batch, str) or not is_id(batch):
        raise BadInputError(DAMAGED)
    # Of the largest file it takes a third of a second, in which the rooms go on.
    tables = await asyncio.to_thread(unpack, packed)
    if not tables:
        raise BadInputError(DAMAGED)
    return Sent(form, packed, tables, name[:200] if isinstance(name, str) else "", batch)


def choices_of(given: Sent, table: Table, ground: Ground) -> Choices:
    """Return how somebody chose to have a file read.

    Raises:
        BadInputError: if something is missing, or no choice.
    """
    width = len(table.columns)

    def column(field: str) -> int:
        text = given.text(field)
        if not text.isdecimal() or int(text) >= width:
            raise BadInputError("Please choose a column of the file.")
        return int(text)

    where = _one_of(given.text("where"), Where) or (Where.SHAPES if table.has_shapes else Where.NUMBERS)
    kind = None if given.text("kind") == "" else column("kind")
    numbers = where is Where.NUMBERS
    return Choices(
        title=column("title"),
        where=where,
        x=column("x") if numbers else 0,
        y=column("y") if numbers else 0,
        wkt=column("wkt") if where is Where.WKT else 0,
        coordinates=_one_of(given.text("coordinates"), Coordinates) or Coordinates.DEGREES,
        note=None if given.text("note") == "" else column("note"),
        kind=kind,
        one_kind=_target(given.text("one_kind"), ground) if kind is None else "",
        kinds=_kinds(given.texts("word"), given.texts("means"), ground),
        as_points=given.text("shapes") == "points",
    )


def _one_of(text: str, kind: type[Chosen]) -> Chosen | None:
    return kind(text) if text in set(kind) else None


def _kinds(words: Sequence[str], means: Sequence[str], ground: Ground) -> Mapping[str, str]:
    if len(words) != len(means):
        raise BadInputError(DAMAGED)
    return {word: _target(meant, ground) for word, meant in zip(words, means, strict=True)}


def _target(text: str, ground: Ground) -> str:
    known = {AS_MEETING_PLACE, LEAVE_OUT, *(f"{OF_KIND}{key}" for key in ground.kinds)}
    if text not in known:
        raise BadInputError("Please choose one of the kinds shown.")
    return text
