import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.lettering import LETTERING, lettered, text_width, wrapped
from kithmap.basemap.model import Kind

# Widths of Liberation Sans (the metrics of Arial) at 13.5 px, measured in Chromium.
MEASURED = {"Church Street": 83.3, "Melton Road": 76.5, "illicit": 25.5, "Mammoth Way": 90.3}


@pytest.mark.parametrize("name", MEASURED)
def test_a_name_is_never_wider_than_its_estimate_and_not_much_narrower(name: str) -> None:
    assert 1.0 <= text_width(Kind.MINOR, name) / MEASURED[name] <= 1.36


def test_settlements_are_in_capitals_and_towns_are_not() -> None:
    assert lettered(Kind.SUBURB, "Southgate") == "SOUTHGATE"
    assert lettered(Kind.TOWN, "Oakham") == "Oakham"


def test_every_name_is_legible_in_a_hall_when_tiles_are_doubled() -> None:
    assert min(style.size for style in LETTERING.values()) * 2 >= 24


def test_names_wrap_into_lines_of_like_length() -> None:
    assert wrapped(Kind.HALL, "Rutland Memorial Hospital", 110) == ("Rutland Memorial", "Hospital")
    assert wrapped(Kind.HALL, "Library", 110) == ("Library",)


words = st.lists(
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=8
)


@given(words, st.sampled_from(sorted(LETTERING)))
def test_wrapping_loses_no_word_and_widens_nothing(parts: list[str], kind: Kind) -> None:
    name = " ".join(parts)
    lines = wrapped(kind, name, 110)
    assert " ".join(lines).split() == name.split()
    assert 1 <= len(lines) <= 3
    assert max(text_width(kind, line) for line in lines) <= text_width(kind, name) + 1e-9
