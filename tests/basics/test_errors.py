from kithmap.basics.errors import KithmapError, Reason, Refused, TooManyError


def test_a_refusal_carries_its_reason_and_its_sentence() -> None:
    refused = Refused(Reason.PAUSED, "The facilitator has paused the workshop.")
    assert (refused.reason, refused.code, refused.message) == (Reason.PAUSED, "paused", str(refused))


def test_too_many_says_how_long_to_wait() -> None:
    assert TooManyError("Please wait.", retry_after=5).retry_after == 5


def test_a_more_exact_code_stands_over_the_classes_own() -> None:
    assert KithmapError("x").code == "problem"
    assert KithmapError("x", code="special").code == "special"
