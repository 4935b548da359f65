from kithmap.shared_map.provenance import batch_of, is_brought_in, provenance_line
from tests.support.bringing_in import COUNCIL
from tests.support.hall import made_id


def test_the_line_tells_whose_of_which_day_on_what_terms_and_what_to_print() -> None:
    assert provenance_line({"provenance": COUNCIL}) == (
        "Fernside Council, 2026-03-01. Open Government Licence v3.0. Contains public sector information."
    )


def test_without_a_line_to_print_there_is_none() -> None:
    told = {**COUNCIL, "attribution": "", "licence": "CC0."}
    assert provenance_line({"provenance": told}) == "Fernside Council, 2026-03-01. CC0."


def test_what_people_mapped_themselves_has_none() -> None:
    fields = {"placed": {"source": "phone"}}
    assert provenance_line(fields) == ""
    assert not is_brought_in(fields)
    assert batch_of(fields) is None


def test_what_was_brought_in_knows_with_what_it_came() -> None:
    fields = {"placed": {"source": "brought_in", "batch": made_id(5)}}
    assert is_brought_in(fields)
    assert batch_of(fields) == made_id(5)


def test_what_a_withdrawal_blanked_was_not_brought_in() -> None:
    assert not is_brought_in({})
