"""The ways in which something can be refused, each with a sentence a person can act on.

``web/errors.py`` gives each class its status code; nothing else does.
"""

from enum import StrEnum


class KithmapError(Exception):
    """A refusal with words for a person.

    Args:
        message: what happened, what was kept, and what to do, in plain English.
        code: a short constant name for programs; defaults to the class's.
    """

    code = "problem"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        """Keep the sentence and, where given, a more exact code."""
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class BadInputError(KithmapError):
    """What was sent cannot be understood or used."""

    code = "bad_input"


class NotSignedInError(KithmapError):
    """Nobody is known to be asking."""

    code = "not_signed_in"


class NotAllowedError(KithmapError):
    """The person asking may not do this."""

    code = "not_allowed"


class NotFoundError(KithmapError):
    """There is no such thing, or the person asking may not know of it."""

    code = "not_found"


class ConflictError(KithmapError):
    """It was changed meanwhile, or stands in the way of something."""

    code = "conflict"


class GoneError(KithmapError):
    """It was there and is over: a used link, an ended workshop."""

    code = "gone"


class TooLargeError(KithmapError):
    """More was sent than is accepted."""

    code = "too_large"


class TooManyError(KithmapError):
    """Too many tries; wait.

    Args:
        message: the sentence.
        retry_after: seconds until another try makes sense.
    """

    code = "too_many"

    def __init__(self, message: str, *, retry_after: int = 60) -> None:
        """Keep how long to wait."""
        super().__init__(message)
        self.retry_after = retry_after


class UnavailableError(KithmapError):
    """Storage or another server does not answer; trying later may help."""

    code = "unavailable"


class Reason(StrEnum):
    """Why an operation was refused: the closed list that the browser puts into words of its own where it knows more."""

    UNKNOWN_KIND = "unknown_kind"
    BAD_FIELDS = "bad_fields"
    NOT_ALLOWED = "not_allowed"
    NOT_YOURS = "not_yours"
    NOT_FOUND = "not_found"
    REMOVED = "removed"
    CHANGED_SINCE = "changed_since"
    ALREADY_THERE = "already_there"
    PAUSED = "paused"
    NOT_OPEN = "not_open"
    CLOSED = "closed"
    WRONG_STAGE = "wrong_stage"
    TOO_FAST = "too_fast"
    TOO_MUCH = "too_much"
    TOO_FEW = "too_few"
    """Shown now, it could point to a person."""
    NOT_STORED = "not_stored"
    """Storage fails just now: sent again, it may be accepted."""
    FAULT = "fault"
    """A rule of ours is broken: sending it again does not help."""
    WITH_OTHERS = "with_others"


class Refused(KithmapError):  # noqa: N818 - a refusal is an answer, and reads as one where it is raised
    """An operation that the rules do not accept.

    Args:
        reason: from the closed list.
        message: the sentence for the person who asked.
    """

    code = "refused"

    def __init__(self, reason: Reason, message: str) -> None:
        """Keep the reason beside the sentence."""
        super().__init__(message, code=reason.value)
        self.reason = reason
