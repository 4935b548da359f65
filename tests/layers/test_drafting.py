from dataclasses import replace
from datetime import date

from kithmap.glossary.model import Version
from kithmap.layers.drafting import drafted
from kithmap.layers.model import LICENCES, Edition
from kithmap.layers.settling import Check
from tests.support.grounds import ground
from tests.support.hall import Hall, point


def hall_with(*titles: str) -> Hall:
    hall = Hall()
    for number, title in enumerate(titles):
        author = hall.join(2 + number)
        hall.do(
            author,
            "asset.place",
            place=author.new_id(),
            asset_kind="physical_place",
            title=title,
            geometry=point(-0.73 + number / 100, 52.67),
            visibility="public",
        )
    return hall


def test_the_first_draft_is_new_and_has_the_first_number() -> None:
    draft = drafted(ground(hall_with("The hall")), None)
    assert (draft.header.version, draft.previous, draft.is_new) == (Version(1, 0, 0), None, True)
    assert draft.editions.keys() == draft.found.keys() == set(Edition)
    assert draft.header == draft.editions[Edition.PARTNERS].header


def test_a_draft_that_says_the_same_is_not_new_whatever_the_day_and_the_note() -> None:
    hall = hall_with("The hall")
    first = ground(hall)
    last = drafted(first, None).editions
    later = replace(first, header=replace(first.header, day=date(2027, 1, 1), note="Another note."))
    assert not drafted(later, last).is_new
    licensed = replace(first, header=replace(first.header, licence=LICENCES[1]))
    assert drafted(licensed, last).is_new
    assert drafted(licensed, last).header.version == Version(1, 0, 1)


def test_what_has_to_be_decided_is_named_until_it_is() -> None:
    hall = hall_with("Call 01572 123456")
    draft = drafted(ground(hall), None)
    (phone,) = [each for each in draft.findings if each.check is Check.PHONE]
    assert phone.key in draft.unsettled
    assert draft.unsettled <= {each.key for each in draft.findings if each.must_be_settled}


def test_the_checksum_is_that_of_what_is_published_and_not_of_the_day() -> None:
    first = ground(hall_with("The hall"))
    draft = drafted(first, None)
    tomorrow = drafted(replace(first, header=replace(first.header, day=date(2027, 1, 1))), None)
    assert draft.checksum == tomorrow.checksum
    assert draft.checksum != drafted(ground(hall_with("The mill")), None).checksum
