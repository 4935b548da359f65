from datetime import date

import pytest

from kithmap.basics.errors import BadInputError
from kithmap.programme.model import Wave
from kithmap.programme.pages.forms import WaveForm, read_day


@pytest.mark.parametrize(("typed", "day"), [("", None), (" ", None), ("2026-11-23", date(2026, 11, 23))])
def test_a_day_is_read_or_left_out(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize("typed", ["23.11.2026", "2026-02-30", "tomorrow", "0", "-1-1-1", "9" * 50])
def test_what_is_no_day_is_said(typed: str) -> None:
    with pytest.raises(BadInputError, match="year-month-day"):
        read_day(typed)


def test_a_wave_is_read() -> None:
    assert WaveForm(name="final", ends="2029-01-01").wave("w") == Wave("w", "final", None, date(2029, 1, 1))
