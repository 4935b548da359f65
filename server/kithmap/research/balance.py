"""How like their areas rooms were: what may be told of them, laid beside the census profile, for several areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kithmap.basics.census import CENSUS
from kithmap.basics.words import said
from kithmap.programme.representativeness import Comparison
from kithmap.research.figures import Cell, Column, Drawn, Figure, Words

ATTRIBUTES: Mapping[str, Words] = {
    "age_band": Words(said("Age")),
    "sex": Words(said("Sex")),
    "ethnic_group": Words(said("Ethnic group")),
    "disability": Words(said("Disability")),
    "tenure": Words(said("Home")),
}
"""What the questions of the census are called."""

CATEGORIES: Mapping[str, Words] = {
    "under_16": Words(said("Under 16")),
    "16_to_24": Words(said("16 to 24")),
    "25_to_34": Words(said("25 to 34")),
    "35_to_49": Words(said("35 to 49")),
    "50_to_64": Words(said("50 to 64")),
    "65_and_over": Words(said("65 and over")),
    "female": Words(said("Female")),
    "male": Words(said("Male")),
    "asian": Words(said("Asian, Asian British or Asian Welsh")),
    "black": Words(said("Black, Black British, Black Welsh, Caribbean or African")),
    "mixed": Words(said("Mixed or multiple ethnic groups")),
    "white": Words(said("White")),
    "other": Words(said("Other ethnic group")),
    "limited_a_lot": Words(said("Disabled, limited a lot")),
    "limited_a_little": Words(said("Disabled, limited a little")),
    "not_disabled": Words(said("Not disabled")),
    "owned": Words(said("Owned")),
    "shared_ownership": Words(said("Shared ownership")),
    "social_rented": Words(said("Social rented")),
    "private_rented": Words(said("Private rented")),
    "rent_free": Words(said("Rent free")),
}
"""What their answers are called."""


@dataclass(frozen=True, slots=True)
class RoomBeside:
    """A workshop's room beside its area.

    Attributes:
        workshop: the workshop's title.
        compared: for each question that may be told of.
    """

    workshop: str
    compared: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class AreaBalance:
    """An area's rooms beside it.

    Attributes:
        area: what it is called.
        rooms: of its workshops; None where the reader may not know, or there is no census profile.
    """

    area: str
    rooms: tuple[RoomBeside, ...] | None

    @property
    def name(self) -> Words:
        """What it is called, as people wrote it."""
        return Words(self.area, own=True)

    def furthest(self, attribute: str) -> float | None:
        """Return the greatest index of dissimilarity of any of its rooms for a question; None where nothing may be told."""
        found = [
            each.dissimilarity
            for room in self.rooms or ()
            for each in room.compared
            if each.attribute == attribute
        ]
        return max(found, default=None)


def dissimilarity_figure(areas: Sequence[AreaBalance], drawn: Drawn) -> Figure:
    """Return how unlike its area each area's room was, by question: 0 is alike, 1 nothing alike."""
    rows: list[tuple[Cell, ...]] = [
        (ATTRIBUTES[attribute], *(area.furthest(attribute) for area in areas)) for attribute in CENSUS
    ]
    return Figure(
        "how-unlike-the-area",
        Words(said("How unlike its area the room was")),
        Words(
            said(
                "Index of dissimilarity: 0 where the room is like its area, 1 where it is nothing like it. 0.20 means that one person in "
                "five would have to be another. Where an area had several rooms, the one that was least like it. A dash stands where "
                "nothing may be told, and in areas in which you have no role."
            )
        ),
        Words(said("Question")),
        tuple(Column(area.name, decimals=2) for area in areas),
        tuple(row for row in rows if any(cell is not None for cell in row[1:])),
        drawn,
    )


def absent_figure(areas: Sequence[AreaBalance]) -> Figure:
    """Return which groups of five in a hundred residents or more were missing from a room, or too few to be told of."""
    rows = [
        (area.name, Words(room.workshop, own=True), ATTRIBUTES[each.attribute], CATEGORIES[group.category], 100 * group.area_share)
        for area in areas
        for room in area.rooms or ()
        for each in room.compared
        for group in each.groups
        if group.missing
    ]  # fmt: skip
    return Figure(
        "groups-missing",
        Words(said("Groups that were missing, or too few to be told of")),
        Words(said("Groups of 5 in 100 residents or more.")),
        Words(said("Area")),
        (
            Column(Words(said("Workshop")), drawn=False),
            Column(Words(said("Question")), drawn=False),
            Column(Words(said("Group")), drawn=False),
            Column(Words(said("Of 100 residents")), decimals=1, drawn=False),
        ),
        tuple(rows),
    )
