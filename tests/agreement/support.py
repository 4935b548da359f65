"""Rooms and what they say."""

from collections.abc import Iterator

from kithmap.agreement.model import Choice, Rating


def room(size: int) -> list[str]:
    """Return so many people."""
    return [f"person {count}" for count in range(size)]


def said(*, silent: int = 0, **counts: int) -> tuple[list[str], list[Rating]]:
    """Return a room and its ratings: so many people for each choice, and so many who say nothing."""
    people = room(sum(counts.values()) + silent)
    each: Iterator[str] = iter(people)
    return people, [
        Rating(next(each), Choice(choice)) for choice, count in counts.items() for _ in range(count)
    ]
