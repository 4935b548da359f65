"""Seven areas, what they have published, and rounds on it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kithmap.common_glossary.model import Answer, Group, Held, Phase, Round, Sheet, Source
from kithmap.glossary.model import Concept, Match, Release, Version
from tests.glossary.support import SCHEME, concept, release

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FIRST = Version(1, 0, 0)
AREAS = ("ash", "birch", "cedar", "dogwood", "elm", "fir", "gorse")


def source(area: str, version: Version | None = FIRST) -> Source:
    """Return an area that has published."""
    return Source(area, area.title(), area, f"https://example.org/glossary/{area}/", version)


def a_round(*areas: str, **more: Any) -> Round:
    """Return a round of these areas, of all seven without any."""
    return Round("r", "p", 1, sources=tuple(map(source, areas or AREAS)), **more)


def everywhere(*ids: str, areas: tuple[str, ...] = AREAS) -> dict[str, Release]:
    """Return releases of areas that have the same concepts."""
    return {area: area_release(area, *map(concept, ids)) for area in areas}


def area_release(area: str, *concepts: Concept) -> Release:
    """Return what an area published."""
    scheme = replace(SCHEME, base=f"https://example.org/glossary/{area}/")
    return replace(release(*concepts), scheme=scheme)


def held_by(count: int, concept_id: str = "hub") -> dict[Held, Match]:
    """Return members: the first areas, each with a concept that means the same."""
    return {(area, concept_id): Match.EXACT for area in AREAS[:count]}


def worded(group_id: str, members: Mapping[Held, Match], label: str = "Hub", **more: Any) -> Group:
    """Return a group with a common wording."""
    return Group(group_id, members, label, f"What {label} is.", **more)


def answer(group: Group, area: str, *, accepts: bool = True) -> Answer:
    """Return what an area says of a group as it is."""
    return Answer(
        group.id, area, accepts, "" if accepts else "It is too wide.", group.revision, "facilitator", NOW
    )


def accepted(*groups: Group, phase: Phase = Phase.ANSWERING, **more: Any) -> Sheet:
    """Return a round in which every area that holds a term accepts it."""
    answers = tuple(answer(group, area) for group in groups for area, _ in group.members)
    return Sheet(a_round(phase=phase), groups, answers, **more)
