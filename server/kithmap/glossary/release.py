"""The next release of a glossary: its number by rule, and in which version each concept came."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kithmap.glossary.changes import Differences, differences, next_version
from kithmap.glossary.document import as_document
from kithmap.glossary.model import Concept, Indicator, Release, Scheme


def every_concept(release: Release | None) -> tuple[Concept, ...]:
    """Return a release's concepts, those of its indicators among them; none where there is no release."""
    if release is None:
        return ()
    return (*release.concepts, *(each.concept for each in release.indicators))


def since(last: Release | None, concepts: Iterable[Concept], indicators: Iterable[Indicator]) -> Differences:
    """Return what is different from the last release.

    Args:
        last: the release before, or None for the first.
        concepts: of the later state, without those of its indicators.
        indicators: of the later state.
    """
    asked = tuple(indicators)
    return differences(
        every_concept(last),
        (*concepts, *(each.concept for each in asked)),
        () if last is None else last.indicators,
        asked,
    )


def next_release(
    last: Release | None,
    scheme: Scheme,
    concepts: Iterable[Concept],
    indicators: Iterable[Indicator],
    on: date,
    note: str = "",
) -> Release:
    """Return the release that follows: numbered by rule, each new concept marked with the version in which it came.

    Args:
        last: the release before, or None for the first.
        scheme: whose glossary it is.
        concepts: all, withdrawn ones too.
        indicators: all, in the order in which they are asked.
        on: the day of publishing.
        note: what is new, in plain words.
    """
    given, asked = tuple(concepts), tuple(indicators)
    version = next_version(last.version if last else None, since(last, given, asked))
    known = {each.id: each.first for each in every_concept(last)}

    def marked(concept: Concept) -> Concept:
        return replace(concept, first=known.get(concept.id) or version)

    return Release(
        scheme=scheme,
        version=version,
        on=on,
        concepts=tuple(sorted(map(marked, given), key=lambda each: each.id)),
        indicators=tuple(replace(each, concept=marked(each.concept)) for each in asked),
        previous=last.version if last else None,
        note=note,
    )


def checksum_of(release: Release) -> str:
    """Return the SHA-256 of a release's document, in hexadecimal figures."""
    return hashlib.sha256(as_document(release)).hexdigest()
