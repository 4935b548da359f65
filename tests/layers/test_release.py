"""Numbers by rule, and the checksum that people sign."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kithmap.glossary.model import Version
from kithmap.layers.differences import Changed, Differences, Moved, Named
from kithmap.layers.model import Edition, Feature, Layer, LayerName, ReleaseEdition
from kithmap.layers.release import Weight, checksum_of, next_version, numbered, since, weight
from tests.support.layers import BAND, HALL, POINT, RELEASE

ASSETS = LayerName.ASSETS
NAMED = (Named(ASSETS, "a", "A", POINT),)
MOVED = (Moved(ASSETS, "a", "A", POINT, POINT, 1.0),)


def change(**columns: Any) -> tuple[Changed, ...]:
    return (Changed(ASSETS, "a", "A", columns),)


BEFORE = Version(2, 3, 4)


@pytest.mark.parametrize(
    ("found", "version"),
    [
        (Differences(gone=NAMED), "3.0.0"),
        (Differences(moved=MOVED), "3.0.0"),
        (Differences(added=NAMED, moved=MOVED), "3.0.0"),
        (Differences(changed=change(kind=("institution", "association"))), "3.0.0"),
        (Differences(added=NAMED), "2.4.0"),
        (Differences(added=NAMED, changed=change(title=("A", "B"))), "2.4.0"),
        (Differences(changed=change(title=("A", "B"))), "2.3.5"),
        (Differences(), "2.3.5"),
    ],
)
def test_the_number_follows_from_the_weightiest_difference(found: Differences, version: str) -> None:
    assert str(next_version(BEFORE, [found])) == version


def test_the_first_is_1_0_0_whatever_is_in_it() -> None:
    assert str(next_version(None, [Differences(added=NAMED)])) == "1.0.0"


def test_both_editions_have_one_number_by_the_weightier() -> None:
    assert str(next_version(BEFORE, [Differences(), Differences(gone=NAMED)])) == "3.0.0"
    assert weight(Differences()) is Weight.PATCH


def draft(*assets: Feature, day: date = RELEASE.header.day) -> dict[Edition, ReleaseEdition]:
    layers = tuple(Layer(ASSETS, assets) if each.name is ASSETS else each for each in RELEASE.layers)
    header = replace(RELEASE.header, day=day)
    return {edition: replace(RELEASE, edition=edition, layers=layers, header=header) for edition in Edition}


def test_a_draft_is_numbered_after_the_release_before_it() -> None:
    first = numbered(None, draft(HALL))
    assert {str(each.header.version) for each in first.values()} == {"1.0.0"}
    assert first[Edition.PUBLIC].header.previous is None
    second = numbered(first, draft(HALL, BAND))
    assert {str(each.header.version) for each in second.values()} == {"1.1.0"}
    assert second[Edition.PARTNERS].header.previous == Version(1, 0, 0)
    assert [len(each.added) for each in since(first, second).values()] == [1, 1]


def test_what_is_signed_covers_every_edition_and_not_the_day() -> None:
    one = draft(HALL, BAND)
    signed = checksum_of(one)
    assert checksum_of(draft(HALL, BAND, day=date(2027, 1, 1))) == signed
    assert checksum_of(draft(HALL)) != signed
    partly = {**one, Edition.PUBLIC: draft(HALL)[Edition.PUBLIC]}
    assert checksum_of(partly) != signed
    note = {
        edition: replace(each, header=replace(each.header, note="Other")) for edition, each in one.items()
    }
    assert checksum_of(note) != signed
