"""What to look at before a draft is signed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAbout:
    """Something that a finding is about.

    Attributes:
        title: what people call it.
        workshop: of which it is, or empty.
    """

    title: str
    workshop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """Something to look at.

    Attributes:
        key: names it.
        about: what it is about.
        quote: the words that it is about, or empty.
        count: how many things it is about, where they are not named.
        settled: what was decided, in words; empty where nothing was.
        reason: why.
    """

    key: str
    about: tuple[ShownAbout, ...]
    quote: str
    count: int
    settled: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """Findings of one sort that offer the same choices.

    Attributes:
        name: of the sort, unique on the page.
        words: what was found.
        choices: what can be decided, as value and words; empty where it is only to be known.
        open: those about which somebody has to decide.
        settled: those that were decided, or are left out because of another decision.
        known: those that are only to be known.
    """

    name: str
    words: str
    choices: tuple[tuple[str, str], ...]
    open: tuple[ShownFinding, ...]
    settled: tuple[ShownFinding, ...]
    known: tuple[ShownFinding, ...]
