from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.clock import from_iso, iso, system_clock


@given(seconds=st.integers(0, 7_000_000_000), microseconds=st.integers(0, 999_999))
def test_a_written_moment_reads_back_to_the_millisecond(seconds: int, microseconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=microseconds)
    written = iso(moment)
    assert written.endswith("Z")
    assert from_iso(written) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def test_the_present_is_in_utc() -> None:
    assert system_clock().tzinfo is UTC


def test_a_moment_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        from_iso("2026-05-01T12:00:00")
