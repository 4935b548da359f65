"""Reading what forms send: which concepts are ticked, and how each is like the others."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from kithmap.basics.errors import BadInputError
from kithmap.common_glossary.model import MATCHES, Held
from kithmap.glossary.model import Match

MATCH_OF = "match-"
"""Begins the name of the field that says how a concept is like the others; the concept's key follows."""

MOST_FIELDS = 600
"""Of one form: a group of all areas, what is near it, and what was found."""


async def sent(request: Request) -> Mapping[str, Any]:
    """Return a form's fields, those that come several times as lists."""
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as form:
        return {name: [str(each) for each in form.getlist(name)] for name in form}


def ticked(form: Mapping[str, Any]) -> dict[Held, Match]:
    """Return the concepts that are ticked, with how each is like the others.

    Raises:
        BadInputError: if a part is none that our forms send.
    """
    return {held_of(key): _match(form, key) for key in form.get("member", [])}


def shown(form: Mapping[str, Any]) -> set[Held]:
    """Return all concepts that the form offered, ticked or not.

    Raises:
        BadInputError: if a part is none that our forms send.
    """
    return {held_of(key) for key in form.get("shown", [])}


def one(form: Mapping[str, Any], name: str) -> str:
    """Return a field that comes once; empty if it did not come."""
    return str(next(iter(form.get(name, [])), ""))


def number(form: Mapping[str, Any], name: str) -> int:
    """Return a whole number of some figures.

    Raises:
        BadInputError: if it is none.
    """
    text = one(form, name).strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - far below what a database counts to
        raise BadInputError("Please write a whole number, such as 5.")
    return int(text)


def held_of(key: str) -> Held:
    """Return the concept of a key.

    Raises:
        BadInputError: if it is none.
    """
    area, slash, concept = key.partition("/")
    if not (area and slash and concept):
        raise BadInputError("This form is not as it was made. Please load the page again.")
    return area, concept


def _match(form: Mapping[str, Any], key: str) -> Match:
    text = one(form, f"{MATCH_OF}{key}") or Match.EXACT.value
    if text not in {each.value for each in MATCHES}:
        raise BadInputError("Please choose how each word is like the others.")
    return Match(text)
