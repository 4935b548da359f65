from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.layers.details import (
    DRAFTED,
    MOST_CREATORS,
    Details,
    Setting,
    address_of,
    as_stored,
    attribution_of,
    creators_of,
    from_stored,
    header_of,
    licence_of,
    read_details,
    slug_of,
    with_workshops,
)
from kithmap.layers.model import LICENCES
from tests.support.layers import HEADER

SETTING = Setting(
    area_id="a",
    area="Oakham",
    programme="Seven places",
    wave_id="w",
    wave="Baseline",
    slug="oakham-baseline",
    address="https://kithmap.example/layers/oakham-baseline",
    partners=("Voluntary Action Oakham", "The council"),
)
DAY = date(2026, 5, 11)


@pytest.mark.parametrize(
    ("area", "wave", "taken", "slug"),
    [
        ("Oakham", "Baseline", (), "oakham-baseline"),
        ("Llanfair PG", "Year 2: after", (), "llanfair-pg-year-2-after"),
        ("Oakham", "Baseline", ("oakham-baseline",), "oakham-baseline-2"),
        ("Oakham", "Baseline", ("oakham-baseline", "oakham-baseline-2"), "oakham-baseline-3"),
        ("!", "?", (), "term"),
        ("Compare", "", (), "compare-2"),
    ],
)
def test_a_slug_is_made_of_area_and_wave_and_is_nobody_elses(
    area: str, wave: str, taken: tuple[str, ...], slug: str
) -> None:
    assert slug_of(area, wave, taken) == slug


def test_a_slug_stands_in_addresses() -> None:
    assert address_of("x", "https://maps.example/") == "https://maps.example/layers/x"
    assert address_of("x", "") == "https://kithmap.example/layers/x"


def test_makers_are_the_partners_unless_somebody_says_otherwise() -> None:
    assert creators_of(SETTING, Details()) == ("Voluntary Action Oakham", "The council")
    assert creators_of(SETTING, Details(creators=("Us",))) == ("Us",)
    assert creators_of(replace(SETTING, partners=()), Details()) == ("People of Oakham",)


def test_the_attribution_names_what_stands_beside_too() -> None:
    line = "Residents of Oakham with Voluntary Action Oakham, The council, CC-BY-4.0"
    assert attribution_of(SETTING, Details()) == line
    beside = replace(SETTING, beside=("© OpenStreetMap contributors", "Source: ONS. "))
    assert attribution_of(beside, Details()) == f"{line}. © OpenStreetMap contributors. Source: ONS"
    assert attribution_of(beside, Details(attribution="Ours.")).startswith("Ours. ©")


def test_a_header_has_its_sources_by_day_and_a_threshold_that_an_area_may_raise_only() -> None:
    late, early = replace(HEADER.sources[0], held_on=DAY), HEADER.sources[0]
    header = header_of(SETTING, Details(note="New."), [late, early], HEADER.glossary, DAY)
    assert header.sources == (early, late)
    assert (header.version, header.previous, header.day, header.note) == (DRAFTED, None, DAY, "New.")
    assert (header.glossary, header.licence) == (HEADER.glossary, LICENCES[0])
    assert header.threshold == 10
    assert header_of(replace(SETTING, least_shown=5), Details(), [], None, DAY).threshold == 10
    assert header_of(replace(SETTING, least_shown=20), Details(), [], None, DAY).threshold == 20


def test_details_are_read_from_a_form() -> None:
    typed = {
        "licence": "CC0-1.0",
        "note": " Two\r\nlines ",
        "creators": "One  Two\r\n\r\n Three",
        "attribution": "  By us ",
        "more": "is passed over",
    }
    assert read_details(typed) == Details("CC0-1.0", "Two\nlines", ("One Two", "Three"), "By us")
    assert read_details({}) == Details()


@pytest.mark.parametrize(
    "typed",
    [
        {"licence": "none"},
        {"note": "x" * 5_001},
        {"attribution": "x" * 301},
        {"creators": "x" * 301},
        {"creators": "\n".join(map(str, range(MOST_CREATORS + 1)))},
    ],
)
def test_what_is_too_long_or_unknown_is_refused(typed: dict[str, str]) -> None:
    with pytest.raises(BadInputError):
        read_details(typed)


def test_a_licence_is_one_of_the_list() -> None:
    assert licence_of("OGL-UK-3.0").title == "Open Government Licence v3.0"
    with pytest.raises(BadInputError):
        licence_of("")


def test_whoever_chooses_what_the_rule_chooses_goes_on_by_the_rule() -> None:
    offered, closed = {"a", "b", "c"}, {"a", "b"}
    assert with_workshops(Details(), {"a"}, offered, closed).workshops == ("a",)
    assert with_workshops(Details(), {"a", "b", "x"}, offered, closed).workshops is None
    assert with_workshops(Details(), offered, offered, closed).workshops == ("a", "b", "c")
    with pytest.raises(BadInputError, match="at least one"):
        with_workshops(Details(), {"x"}, offered, closed)


lines = st.text(max_size=20)


@given(
    st.builds(
        Details,
        licence=st.sampled_from([each.id for each in LICENCES]),
        note=lines,
        creators=st.none() | st.lists(lines, min_size=1, max_size=3).map(tuple),
        attribution=st.none() | lines,
        workshops=st.none() | st.lists(lines, min_size=1, max_size=3).map(tuple),
    )
)
def test_details_are_read_as_they_were_kept(details: Details) -> None:
    stored: dict[str, Any] = as_stored(details)
    assert from_stored(stored) == details


def test_without_anything_kept_nothing_was_decided() -> None:
    assert from_stored({}) == Details()
