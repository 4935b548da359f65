"""The next release: its number by rule, and the checksum that people sign."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from enum import StrEnum

import orjson

from kithmap.basics.words import said
from kithmap.glossary.model import Version
from kithmap.layers.differences import Differences, differences
from kithmap.layers.geojson import feature_text
from kithmap.layers.model import Edition, Header, LayerName, ReleaseEdition

FIRST = Version(1, 0, 0)

Editions = Mapping[Edition, ReleaseEdition]
"""A release as all its kinds of readers have it."""


class Weight(StrEnum):
    """How much is different, the weightiest first."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"


WORDS: Mapping[Weight, str] = {
    Weight.MAJOR: said("Something went, is shown elsewhere, or is of another kind."),
    Weight.MINOR: said("Something is new."),
    Weight.PATCH: said("Only words and counts are different."),
}
"""A sentence for each: why a release has the number that it has."""


def next_version(before: Version | None, found: Iterable[Differences]) -> Version:
    """Return the number that a release deserves.

    Major where something went, is shown elsewhere or is of another kind; minor where something came; patch for words and counts. The
    first is 1.0.0. Both editions have one number, by the weightier of their differences.

    Args:
        before: the last release's number; None before the first.
        found: what is different in each edition.
    """
    if before is None:
        return FIRST
    match min((weight(each) for each in found), key=list(Weight).index, default=Weight.PATCH):
        case Weight.MAJOR:
            return Version(before.major + 1, 0, 0)
        case Weight.MINOR:
            return Version(before.major, before.minor + 1, 0)
        case Weight.PATCH:
            return Version(before.major, before.minor, before.patch + 1)


def weight(found: Differences) -> Weight:
    """Return how much is different in an edition."""
    of_another_kind = any(each.layer is LayerName.ASSETS and "kind" in each.columns for each in found.changed)
    if found.gone or found.moved or of_another_kind:
        return Weight.MAJOR
    return Weight.MINOR if found.added else Weight.PATCH


def since(last: Editions | None, draft: Editions) -> dict[Edition, Differences]:
    """Return what is different from the last release in each edition; ``last`` is None before the first."""
    return {
        edition: differences(None if last is None else last[edition], release)
        for edition, release in draft.items()
    }


def numbered(last: Editions | None, draft: Editions) -> dict[Edition, ReleaseEdition]:
    """Return a draft with the number that it deserves, and the number of the release before it."""
    previous = None if last is None else next(iter(last.values())).header.version
    version = next_version(previous, since(last, draft).values())
    return {
        edition: replace(release, header=replace(release.header, version=version, previous=previous))
        for edition, release in draft.items()
    }


def checksum_of(draft: Editions) -> str:
    """Return the SHA-256 of a release over all its editions, in hexadecimal figures: what people sign.

    The day is left out, so that what was signed today can be published tomorrow.
    """
    found = hashlib.sha256()
    for line in _lines(draft):
        found.update(line)
        found.update(b"\n")
    return found.hexdigest()


def _lines(draft: Editions) -> Iterator[bytes]:
    for edition in Edition:
        release = draft[edition]
        yield orjson.dumps(
            [edition.value, _said(release.header), asdict(release.report)], option=orjson.OPT_NON_STR_KEYS
        )
        for layer in release.layers:
            yield orjson.dumps([layer.name.value, len(layer.features)])
            yield from map(feature_text, layer.features)


def _said(header: Header) -> dict[str, object]:
    return {name: value for name, value in asdict(header).items() if name != "day"}
