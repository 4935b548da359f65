import json
from dataclasses import replace

from kithmap.layers.build import editions
from kithmap.layers.geojson import feature_text
from kithmap.layers.ground import Ground, Settlement, StatisticalArea
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.origin import Differing, Lines, as_document, compared, ground_again
from kithmap.layers.unkept import without
from tests.support.evenings import evening
from tests.support.grounds import ground, mapped
from tests.support.hall import BOUNDARY, WORKSHOP

AREA = StatisticalArea("E01", "Oakham", BOUNDARY)


def some_ground() -> Ground:
    one = evening(11, steps=90)
    whole = mapped(one.content, one.quotable)
    hidden = sorted(record.id for record in one.content.of_kind("asset"))[:1]
    return ground(
        replace(whole, view=without(whole.view, hidden)),
        areas=(AREA,),
        settlements={"phone.x.y": Settlement("keep", "Theirs.")},
    )


def lines_of(from_ground: Ground) -> Lines:
    return {
        (edition, layer.name): tuple(map(feature_text, layer.features))
        for edition, release in editions(from_ground).items()
        for layer in release.layers
    }


def test_the_same_ground_comes_back_from_what_is_kept_and_the_log() -> None:
    first = some_ground()
    content = evening(11, steps=90).content
    again = ground_again(as_document(first), first.header, {WORKSHOP: content}, None, first.masking)
    assert [each.view.of_kind("asset") for each in again.workshops] == [
        each.view.of_kind("asset") for each in first.workshops
    ]
    assert replace(again, workshops=()) == replace(first, workshops=())
    assert compared(editions(again), lines_of(first)).differing == ()


def test_what_is_kept_names_no_person() -> None:
    one = evening(11, steps=90)
    kept = as_document(some_ground())
    for person in one.people:
        assert person.person not in kept
    assert set(json.loads(kept)) == {"boundary", "statistical_areas", "settlements", "workshops"}


def test_what_is_missing_other_or_more_is_told_by_layer() -> None:
    first = some_ground()
    made, published = editions(first), dict(lines_of(first))
    key = (Edition.PARTNERS, LayerName.ASSETS)
    lines = published[key]
    assert len(lines) > 2
    ids = [json.loads(line)["id"] for line in lines]
    published[key] = (
        lines[0].replace(b"Place number", b"Spot number"),
        *lines[2:],
        lines[1].replace(ids[1].encode(), b"zzz"),
    )
    again = compared(made, published)
    assert again.differing == (Differing(*key, missing=("zzz",), other=(ids[0], ids[1])),)
    assert again.editions == made


def test_a_layer_that_is_not_built_any_more_is_missing_whole() -> None:
    first = some_ground()
    made = editions(replace(first, statistical_areas=()))
    differing = compared(made, lines_of(first)).differing
    gone = [each for each in differing if each.layer is LayerName.STATISTICAL_AREAS]
    assert [each.missing for each in gone] == [("E01",), ("E01",)]
