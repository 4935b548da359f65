"""How a dead line is noticed."""

from kithmap.live.heartbeat import GOODBYE_WITHIN, PING_EVERY, PONG_WITHIN


def test_a_phone_that_is_gone_is_dropped_within_thirty_seconds_or_so() -> None:
    assert PING_EVERY + PONG_WITHIN <= 30
    assert PING_EVERY + PONG_WITHIN + GOODBYE_WITHIN <= 35
