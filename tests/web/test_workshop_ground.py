import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kithmap.glossary.release import checksum_of
from kithmap.layers.ground import Mapped
from kithmap.layers.model import Source
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.sync.content import Content
from kithmap.sync.log import Batch
from kithmap.web.workshop_ground import (
    AT_ONCE,
    glossary_in_force,
    mapped,
    opened_on,
    quotable_records,
    unkept_records,
)
from kithmap.workshop.joining import Listed
from tests.glossary.published import BASE, publish
from tests.support.entries import NOON, entry
from tests.support.installation import START, Installation
from tests.support.mapped_evenings import MappedEvening, new_wave

LISTED = Listed("lane", "a", None, "First", "fern river 10", NOON - timedelta(days=9))


def held_on(*kinds: str) -> date:
    """Return the day of a workshop whose log holds entries of these kinds, one a day from the day after noon's on."""
    log = MemoryLog()
    entries = (
        replace(entry(number), kind=kind, at=NOON + timedelta(days=number))
        for number, kind in enumerate(kinds, 1)
    )
    assert log.append([Batch("lane", tuple(entries))]) == [True]
    return asyncio.run(opened_on(log, LISTED))


@pytest.mark.parametrize("before", [0, 1, AT_ONCE - 1, AT_ONCE, 2 * AT_ONCE])
def test_a_workshop_is_of_the_day_on_which_it_opened_first(before: int) -> None:
    kinds = ["note.put"] * before + ["workshop.open", "workshop.close", "workshop.open"]
    assert held_on(*kinds) == (NOON + timedelta(days=before + 1)).date()


@pytest.mark.parametrize("entries", [1, AT_ONCE])
def test_one_that_never_opened_is_of_the_day_on_which_it_was_made(entries: int) -> None:
    assert held_on(*["note.put"] * entries) == LISTED.made_at.date()
    assert asyncio.run(opened_on(MemoryLog(), LISTED)) == LISTED.made_at.date()


@pytest.fixture
def evening(installation: Installation) -> MappedEvening:
    """Return a workshop with three people: one has all kept and quoted, one is not quoted, of one nothing is kept."""
    evening = MappedEvening.begun(installation, new_wave(installation), people=1)
    evening.come(quote=False)
    evening.come(keep=False)
    for seat in range(3):
        evening.asset(f"Place {seat}", -0.73, 52.67, seat=seat)
    return evening


def content_of(evening: MappedEvening) -> Content:
    portal = evening.installation.main.portal
    assert portal is not None
    found: Content = portal.call(evening.installation.services.rooms.read, evening.workshop.id)
    return found


def test_what_somebody_did_not_want_kept_is_not_on_the_map_and_only_what_may_be_is_quoted(
    evening: MappedEvening,
) -> None:
    content = content_of(evening)
    source = Source(evening.workshop.id, "First", START.date(), content.number)
    found: Mapped = evening.installation.do(mapped, source, content)
    by_title = {each.fields["title"]: each.id for each in content.of_kind("asset")}
    assert found.source == source
    assert {each.fields["title"] for each in found.view.of_kind("asset")} == {"Place 0", "Place 1"}
    assert found.quoted & set(by_title.values()) == {by_title["Place 0"], by_title["Place 2"]}


def test_records_are_known_by_what_their_author_agreed_to(evening: MappedEvening) -> None:
    do, workshop, content = evening.installation.do, evening.workshop.id, content_of(evening)
    by_title = {each.fields["title"]: each.id for each in content.of_kind("asset")}
    unkept, quotable = (do(find, workshop, content) for find in (unkept_records, quotable_records))
    assert by_title["Place 2"] in unkept
    assert not unkept & {by_title["Place 0"], by_title["Place 1"]}
    assert by_title["Place 1"] not in quotable


def test_an_area_that_published_no_glossary_uses_none(installation: Installation) -> None:
    assert installation.do(glossary_in_force, installation.area.id) is None


def test_the_glossary_in_force_is_named_by_its_newest_version_with_address_and_checksum(
    installation: Installation,
) -> None:
    installation.do(publish, installation.area, START)
    found = installation.do(glossary_in_force, installation.area.id)
    assert found is not None
    used, release = found
    assert (used.name, used.version) == ("oakham", release.version)
    assert used.address == f"{BASE}versions/{release.version}"
    assert used.checksum == checksum_of(release)
