from collections.abc import Mapping
from typing import Any

from kithmap.layers.model import Edition
from kithmap.layers.pages.contexts.desk import DeskPage
from kithmap.layers.pages.showing import begin_page, desk_page
from kithmap.layers.to_go import ToGo
from tests.support.layer_desk import Table


def shown(table: Table, edition: Edition = Edition.PUBLIC, gone: ToGo | None = None) -> DeskPage:
    desk = table.desk()
    return desk_page(desk, table.draft(desk), edition, gone or ToGo())


def counted(page: DeskPage) -> Mapping[str, int]:
    return dict(page.layers)


def test_beginning_tells_what_would_enter(table: Table) -> None:
    table.evening().close()
    table.evening(title="Second")
    page = begin_page(table.desk())
    assert (page.workshops, page.closed, page.has_address) == (2, 1, False)
    assert page.address == "https://kithmap.example/layers/oakham-baseline"


def mapped(table: Table, **more: Any) -> None:
    evening = table.evening(**more)
    evening.asset("The hall", -0.73, 52.67, note="Warm.")
    evening.asset("Vague", -0.72, 52.668, precision="100m")
    evening.asset("For partners", -0.726, 52.671, visibility="partners")
    evening.asset("Call 01572 123456", -0.72, 52.665)
    evening.asset("Ring 01572 654321", -0.721, 52.6652)
    evening.close()
    table.send()


def test_each_edition_has_its_own_counts_reasons_and_marks(table: Table) -> None:
    mapped(table)
    public, partners = shown(table), shown(table, Edition.PARTNERS)
    assert (counted(public)["Assets"], counted(partners)["Assets"]) == (4, 5)
    assert [(each.count, "partners" in each.words) for each in public.withheld] == [(1, True)]
    assert (public.withheld_count, partners.withheld_count) == (1, 0)
    assert public.masked == ((100, 1),)
    assert len(public.circles) == 1
    assert public.drawing.marks == 4
    assert len(public.context["places"]) == 4
    assert (public.counts_hidden, public.words_left_out, public.threshold) == (4, 0, 10)


def test_findings_of_a_sort_stand_together_open_ones_apart_from_decided_ones(table: Table) -> None:
    mapped(table)
    page = shown(table)
    (phones,) = [each for each in page.checks if "telephone" in each.words]
    assert [value for value, _ in phones.choices] == ["keep", "leave_out"]
    assert (len(phones.open), len(phones.settled), page.unsettled) == (2, 0, 2)
    assert {each.quote for each in phones.open} == {"01572 123456", "01572 654321"}
    table.send("/settlements", keys=[phones.open[0].key], choice="leave_out", reason="Private.")
    (phones,) = [each for each in shown(table).checks if "telephone" in each.words]
    assert (len(phones.open), len(phones.settled)) == (1, 1)
    assert (phones.settled[0].settled, phones.settled[0].reason) == ("Leave it out", "Private.")
    known = [each for each in page.checks if each.known]
    assert all(not each.choices and not each.open for each in known)


def test_differences_are_of_the_edition_and_only_from_what_is_out(table: Table) -> None:
    evening = table.evening()
    hall = evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    assert (shown(table).differences, shown(table).marks, shown(table).files) == ((), (), "")
    table.publish()
    evening.lead("workshop.reopen")
    evening.by(0, "place.move", place=hall, geometry={"type": "Point", "coordinates": [-0.73, 52.671]})
    evening.asset("For partners", -0.726, 52.671, visibility="partners")
    evening.close()
    public, partners = shown(table), shown(table, Edition.PARTNERS)
    assert [(each.what, each.title) for each in public.differences] == [("moved", "The hall")]
    assert public.differences[0].metres is not None
    assert round(public.differences[0].metres) == 111
    assert [each.what for each in partners.differences] == ["added", "moved"]
    assert [each.what for each in public.marks] == ["moved"]
    assert public.files == "/api/layers/oakham-baseline/versions/1.0.0/files"
    assert (public.published, public.version) == ("1.0.0", "2.0.0")


def test_what_is_to_go_is_told_in_numbers(table: Table) -> None:
    mapped(table)
    assert shown(table, gone=ToGo(2, 3)).gone == (2, 3)


def test_only_who_may_sign_is_offered_to_and_only_once_all_is_decided(table: Table) -> None:
    mapped(table)
    assert not any(each.may_sign for each in shown(table).signatures)
    keys = [each.key for check in shown(table).checks for each in check.open]
    table.send("/settlements", keys=keys, choice="keep", reason="Theirs.")
    assert [each.role for each in shown(table).signatures if each.may_sign] == ["facilitator"]
    table.sign_both()
    page = shown(table)
    assert page.may_publish
    assert [(each.state, each.name, each.is_mine) for each in page.signatures] == [
        ("signed", "Fay Finch", True),
        ("signed", "Ria Reed", False),
    ]
