"""The rule's arithmetic as sentences that a person can read out."""

from collections.abc import Mapping

from kithmap.agreement.model import Check, Outcome, Tally

_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ADOPTED: "So it is agreed.",
    Outcome.ADOPTED_WITH_DISSENT: "So it is agreed, and what the others say stands beside it.",
    Outcome.PARKED: "So it is parked for another day.",
    Outcome.NOT_ADOPTED: "So it is not agreed.",
    Outcome.TOO_FEW: "So nothing is decided yet.",
    Outcome.REWORD: "So we look for clearer words.",
    Outcome.INTEGRATE: "So we look once more for words that take this in.",
}

_QUESTIONS = {"matters": "that it matters here", "fair": "that it can be asked fairly"}


def arithmetic(tally: Tally) -> str:
    """Return how the outcome came about, one sentence for each check that was made, and what follows."""
    return " ".join([*map(_sentence, tally.checks), _OUTCOMES[tally.outcome]])


def _sentence(check: Check) -> str:  # noqa: PLR0911 - a table of sentences
    # As pages write English numbers: what stands in the record is what stood on the wall.
    count, of, needed = f"{check.share.count:,}", f"{check.share.of:,}", f"{check.needed:,}"
    percent = f"{count} of {of}, {check.share.percent} in 100"
    match check.name:
        case "quorum":
            return f"{count} of {of} people answered; {needed} are needed."
        case "clear":
            return f"It is not clear to {count} of {of}; from {needed} in 100 on it goes back."
        case "support":
            return f"{percent}, are for it or can live with it; {needed} in 100 are needed."
        case "acceptable":
            return "Nobody says they cannot accept it." if check.passed else _objections(check.share.count)
        case "group":
            return f"Among {check.group}, {percent}, support it; {needed} in 100 are needed."
        case "rated_low":
            return f"{percent}, doubt {_QUESTIONS[check.group or '']}; it must stay under {needed} in 100."
        case name:
            return f"{percent}, are sure {_QUESTIONS[name]}; {needed} in 100 are needed."


def _objections(count: int) -> str:
    return "1 person cannot accept it." if count == 1 else f"{count:,} people cannot accept it."
