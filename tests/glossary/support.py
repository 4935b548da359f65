"""Glossaries to compare, write and check."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kithmap.glossary.model import Concept, Indicator, Organisation, Release, Scheme, Version
from kithmap.glossary.written import read_concepts, read_indicators

ROOT = Path(__file__).resolve().parents[2] / "indicator_glossary"
DAY = date(2026, 11, 23)
MAKER = Organisation("https://example.org/makers", "The makers")
SCHEME = Scheme(
    "https://example.org/glossary/",
    {"en": "Words we agree on"},
    {"en": "What we mean by our words."},
    MAKER,
    MAKER,
    "https://creativecommons.org/licenses/by/4.0/",
    "en",
    DAY,
)


def concept(concept_id: str, **more: Any) -> Concept:
    """Return a concept that has all it needs."""
    words = concept_id.replace("_", " ")
    return Concept(
        **{"id": concept_id, "label": {"en": words}, "definition": {"en": f"What {words} is."}, **more}
    )


FIRST = Version(1, 0, 0)


def release(*concepts: Concept, version: Version = FIRST, **more: Any) -> Release:
    """Return a release of some concepts."""
    return Release(SCHEME, version, DAY, tuple(sorted(concepts, key=lambda each: each.id)), **more)


def starting_concepts() -> list[Concept]:
    """Return the terms that the project starts with."""
    return list(_starting_concepts())


@lru_cache(maxsize=1)
def _starting_concepts() -> tuple[Concept, ...]:
    return tuple(
        each
        for file in sorted((ROOT / "concepts").glob("*.yaml"))
        for each in read_concepts(file.read_text(encoding="utf-8"), file.name, "en")
    )


def starting_indicators() -> list[Indicator]:
    """Return the indicators that the project starts with."""
    file = ROOT / "indicators.yaml"
    return read_indicators(file.read_text(encoding="utf-8"), file.name, "en")


ids = st.sampled_from([f"concept_{letter}" for letter in "abcdefgh"])

vocabularies = st.lists(
    st.builds(
        concept,
        ids,
        broader=st.lists(ids, max_size=3).map(tuple),
        related=st.lists(ids, max_size=2).map(tuple),
        meaning=st.integers(1, 2),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)
"""Vocabularies of which many are unsound."""
