"""The workshop's own record: its life, its stage and its round."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kithmap.basics.records import Record

KIND = "workshop"
RECORD = "workshop"
"""The id of the one record of this kind that every workshop has."""

BOUNDARY = "boundary"
"""Kind and id of the record that holds the area's boundary as it was when the workshop was made. It stands by itself, because
the workshop's record goes to everyone with every change of stage, and an authority's boundary is larger than all else in it."""


class Life(StrEnum):
    """Where a workshop stands in its life."""

    DRAFT = "draft"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Stage(StrEnum):
    """What the room is doing."""

    LOBBY = "lobby"
    PLACES = "places"
    CONNECTIONS = "connections"
    TERMS = "terms"
    INDICATORS = "indicators"
    REFLECT = "reflect"
    CLOSED = "closed"


MAPPING = frozenset({Stage.PLACES, Stage.CONNECTIONS})
"""Stages in which the map may be changed. People think of places while they connect them, and the other way round."""

SIX_KINDS = (
    ("gift_or_skill", "A person's gift or skill"),
    ("association", "A group or club"),
    ("institution", "An organisation or service"),
    ("physical_place", "A place or space"),
    ("exchange", "Sharing, swapping, trading"),
    ("story_or_culture", "A story or custom"),
)
"""The kinds of asset, after the six asset types of asset-based community development (Kretzmann and McKnight 1993,
with stories as the sixth)."""


def life_of(workshop: Record) -> Life:
    """Return where a workshop stands."""
    return Life(workshop.fields["life"])


def stage_of(workshop: Record) -> Stage:
    """Return what the room is doing."""
    return Stage(workshop.fields["stage"])


def is_hiding(workshop: Record) -> bool:
    """Tell whether what is placed now stays with its author until the facilitator shows everyone."""
    current = workshop.fields["round"]
    return bool(current["blind"]) and not current["revealed"]


def is_moderated(workshop: Record) -> bool:
    """Tell whether what participants place now waits until someone who leads has looked at it."""
    return bool(workshop.fields["round"].get("moderated", False))


def new_round(number: int, *, blind: bool, moderated: bool) -> dict[str, Any]:
    """Return the round that begins. A direct one says nothing of it, as rounds did before there were moderated ones."""
    begun = {"number": number, "blind": blind, "revealed": False}
    return {**begun, "moderated": True} if moderated else begun


def kind_keys(workshop: Record) -> set[str]:
    """Return the asset kinds that this workshop uses."""
    return {kind["key"] for kind in workshop.fields["asset_kinds"]}


def glossary_version(workshop: Record) -> str | None:
    """Return the version of the glossary by which this workshop names kinds; None where none was in force."""
    in_force: Mapping[str, str] | None = workshop.fields.get("glossary")
    return None if in_force is None else in_force["version"]


def kind_labels(workshop: Record) -> dict[str, str]:
    """Return what each asset kind was called in this workshop."""
    return {kind["key"]: kind["label"] for kind in workshop.fields["asset_kinds"]}
