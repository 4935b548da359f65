"""What is found before a release is published, and what of it has to be decided."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kithmap.basics.records import Record
from kithmap.glossary.model import Concept, Organisation, Release, Scheme, Version
from kithmap.layers.checks import WORDS, Finding, findings, unsettled
from kithmap.layers.ground import Ground, Settlement
from kithmap.layers.settling import Check, Choice
from kithmap.sync.content import Content
from tests.support.grounds import OTHER_WORKSHOP, ground, mapped
from tests.support.hall import Hall, Phone, connection, point

AWAY = point(-0.4)


def found(of: Ground, *checks: Check) -> list[Finding]:
    """Return the findings of some sorts."""
    return [each for each in findings(of) if each.check in checks]


def titles(of: Ground, *checks: Check) -> list[tuple[str, ...]]:
    """Return what some sorts of findings are about."""
    return [tuple(one.title for one in each.about) for each in found(of, *checks)]


def evening(**given: Any) -> tuple[Hall, Phone]:
    hall = Hall()
    anna = hall.join(2)
    if given:
        hall.place(anna, **{"visibility": "public", **given})
    return hall, anna


def glossary(*kinds: str) -> Release:
    body = Organisation("https://kithmap.example", "Kithmap")
    scheme = Scheme(
        "https://kithmap.example/glossary/", {}, {}, body, body, "https://x.example", "en", date(2026, 1, 1)
    )
    concepts = tuple(Concept(each, {"en": each}, {"en": each}) for each in kinds)
    return Release(scheme, Version(1, 0, 0), date(2026, 1, 1), concepts)


def test_the_same_hall_of_two_evenings_is_found_the_earlier_one_first() -> None:
    first, _ = evening(title="The Fern Hall")
    second, _ = evening(title="Fern hall", geometry=point(-0.5002))
    both = ground(mapped(first), mapped(second, workshop=OTHER_WORKSHOP, day=date(2026, 6, 1)))
    assert titles(both, Check.DUPLICATE) == [("The Fern Hall", "Fern hall")]
    swapped = ground(*reversed(both.workshops))
    assert titles(swapped, Check.DUPLICATE) == [("Fern hall", "The Fern Hall")]


def test_two_places_with_one_id_in_two_workshops_are_two_places() -> None:
    hall, _ = evening(title="Fern Hall")
    both = ground(mapped(hall), mapped(hall, workshop=OTHER_WORKSHOP))
    (finding,) = found(both, Check.DUPLICATE)
    assert finding.about[0].id != finding.about[1].id


def test_what_the_room_said_is_not_the_same_is_not_asked_again() -> None:
    hall, anna = evening()
    one, other = hall.place(anna, visibility="public"), hall.place(anna, visibility="public")
    assert len(found(ground(hall), Check.DUPLICATE)) == 1
    hall.do(hall.facilitator, "places.keep_apart", one=one, other=other)
    assert found(ground(hall), Check.DUPLICATE) == []


@pytest.mark.parametrize("precision", ["100m", "street", "neighbourhood"])
def test_a_place_that_is_not_shown_exactly_is_found_by_its_name_and_where_it_is_shown(precision: str) -> None:
    first, _ = evening(title="Fern Hall")
    second, _ = evening(title="the fern hall", precision=precision)
    other, _ = evening(title="Ferns Hall", precision=precision)
    both = ground(mapped(first), mapped(second, workshop=OTHER_WORKSHOP), mapped(other, workshop="third"))
    assert titles(both, Check.DUPLICATE) == [("Fern Hall", "the fern hall")]


def test_what_lies_outside_the_boundary_is_found_as_far_as_its_reader_can_see() -> None:
    hall, anna = evening(title="Far", geometry=point(0.3))
    reaching = {"type": "LineString", "coordinates": [[-0.1, 52.5], [0.1, 52.5]]}
    hall.place(anna, "Reaching", geometry=reaching)
    hall.place(anna, "Inside", geometry=AWAY)
    edge = [
        hall.place(anna, f"Edge {n}", geometry=point(-0.001), precision="neighbourhood") for n in range(8)
    ]
    outside = {title for (title,) in titles(ground(hall), Check.OUTSIDE)}
    seen = {
        one.title: one.lon for each in findings(ground(hall)) for one in each.about if one.lon is not None
    }
    assert {"Far", "Reaching"} <= outside
    assert "Inside" not in outside
    assert all(seen[title] > 0 for title in outside if title.startswith("Edge"))
    assert 0 < len([each for each in outside if each.startswith("Edge")]) < len(edge)


def test_a_shape_that_is_not_sound_can_only_be_left_out() -> None:
    hall, _ = evening(title="Lawn")
    (lawn,) = hall.host.room.content.of_kind("asset")
    bow = [[-0.5, 52.5], [-0.4, 52.6], [-0.4, 52.5], [-0.5, 52.6], [-0.5, 52.5]]
    crossed = lawn.with_fields(geometry={"type": "Polygon", "coordinates": [bow]})
    broken = mapped(
        Content(records=[each for each in hall.host.room.content if each is not lawn] + [crossed])
    )
    (finding,) = found(ground(broken), Check.INVALID)
    assert finding.choices == (Choice.LEAVE_OUT,)


def test_a_place_that_somebody_feared_for_and_that_was_shown_again_is_found() -> None:
    hall, anna = evening()
    bashir = hall.join(3)
    feared, other = hall.place(anna, "Refuge"), hall.place(anna, "Park", geometry=AWAY)
    hall.do(bashir, "place.alarm", place=feared)
    assert titles(ground(hall), Check.ALARM) == []
    hall.do(hall.facilitator, "alarm.answer", place=feared, answer="show")
    assert titles(ground(hall), Check.ALARM) == [("Refuge",)]
    assert other


def test_words_are_looked_at_only_where_they_would_be_published() -> None:
    hall, anna = evening()
    start = hall.place(anna, "Ama 07700 900123", note="Freda's house")
    end = hall.place(anna, "Park", geometry=AWAY)
    hall.do(
        anna,
        "connection.draw",
        **connection(anna.new_id(), start, end, result={"outcome": "learned", "words": "a@example.org"}),
    )
    sorts = (Check.PHONE, Check.EMAIL, Check.HOME, Check.ADDRESS)
    assert [(each.check, each.quote) for each in found(ground(hall), *sorts)] == [
        (Check.PHONE, "07700 900123")
    ]
    agreed = ground(mapped(hall, {anna.person}))
    assert {(each.check, each.quote) for each in found(agreed, *sorts)} == {
        (Check.PHONE, "07700 900123"),
        (Check.HOME, "Freda's house"),
        (Check.EMAIL, "a@example.org"),
    }
    assert titles(agreed, Check.EMAIL) == [("Ama 07700 900123 - Park",)]


def test_a_kind_that_the_glossary_does_not_hold_is_told_once_with_how_often_it_is_used() -> None:
    hall, anna = evening(title="A")
    hall.place(anna, "B", geometry=AWAY)
    hall.place(anna, "C", geometry=point(-0.3), asset_kind="association")
    (finding,) = found(ground(hall, glossary=glossary("association")), Check.KIND)
    assert (finding.about[0].title, finding.count) == ("physical_place", 2)
    assert found(ground(hall, glossary=glossary("association", "physical_place")), Check.KIND) == []
    (missing,) = found(ground(hall), Check.NO_GLOSSARY)
    assert not missing.must_be_settled


def test_an_open_workshop_and_what_waits_in_it_are_told() -> None:
    hall, anna = evening(title="A")
    hall.do(hall.facilitator, "workshop.start_round", blind=False, moderated=True)
    hall.place(anna, "Waits")
    hall.do(hall.facilitator, "workshop.start_round", blind=True, moderated=False)
    hall.place(anna, "Blind")
    counts = {each.check: each.count for each in findings(ground(hall))}
    assert (counts[Check.WAITING], counts[Check.HELD_BACK]) == (1, 1)
    (opened,) = found(ground(hall), Check.OPEN)
    assert opened.must_be_settled
    hall.do(hall.facilitator, "workshop.close")
    assert found(ground(hall), Check.OPEN) == []


def test_empty_layers_are_told() -> None:
    hall, _ = evening(title="A")
    assert titles(ground(hall), Check.EMPTY) == [("meeting_places",), ("connections",)]


def test_what_is_in_no_edition_is_in_no_finding() -> None:
    hall, anna = evening()
    for visibility in ("room", "facilitators"):
        hall.place(anna, "Ring 07700 900123", visibility=visibility, geometry=point(0.4))
    assert found(ground(hall), Check.PHONE, Check.OUTSIDE, Check.DUPLICATE) == []


def test_a_release_waits_until_everything_that_must_be_was_decided() -> None:
    hall, _ = evening(title="Ring 07700 900123", geometry=point(0.3))
    hall.do(hall.facilitator, "workshop.close")
    draft = ground(hall)
    waiting = unsettled(draft, findings(draft))
    assert {each.check for each in waiting} == {Check.OUTSIDE, Check.PHONE}
    outside, phone = waiting
    kept = replace(draft, settlements={outside.key: Settlement("keep", "It is ours.")})
    assert unsettled(kept, findings(kept)) == (phone,)
    assert {each.key for each in findings(kept)} == {each.key for each in findings(draft)}
    gone = replace(draft, settlements={phone.key: Settlement("leave_out", "A person.")})
    assert unsettled(gone, findings(gone)) == ()
    wrong = replace(draft, settlements={phone.key: Settlement("first_stands", "?")})
    assert len(unsettled(wrong, findings(wrong))) == 2


def test_findings_stand_in_one_order_those_to_be_settled_first() -> None:
    hall, anna = evening(title="Ring 07700 900123", geometry=point(0.3))
    hall.place(anna, "Write to a@example.org", geometry=AWAY)
    every = findings(ground(hall))
    assert every == findings(ground(hall))
    assert [each.check for each in every] == [
        Check.OUTSIDE,
        Check.PHONE,
        Check.EMAIL,
        Check.OPEN,
        Check.NO_GLOSSARY,
        Check.EMPTY,
        Check.EMPTY,
    ]
    assert all(each.words for each in every)


def test_every_sort_has_its_sentence() -> None:
    assert WORDS.keys() == set(Check)


def test_findings_name_features_and_not_records() -> None:
    hall, _ = evening(title="Ring 07700 900123")
    records: list[Record] = list(hall.host.room.content.of_kind("asset"))
    assert records[0].id not in repr(findings(ground(hall)))
