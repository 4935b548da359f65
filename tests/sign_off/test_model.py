from datetime import UTC, datetime

from kithmap.sign_off.model import Signature


def test_a_release_keeps_who_signed_as_what_and_when() -> None:
    signature = Signature("researcher", "ria", "sum", datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert signature.as_kept() == {"role": "researcher", "account": "ria", "at": "2026-11-23T10:00:00+00:00"}
