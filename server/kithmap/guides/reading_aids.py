"""What makes a long text easy to use: parts that can be linked to, and tables that stay tables however narrow the page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

TAKEN = frozenset({"main", "run-sheet", "parts"})
"""Names that the page gives to parts of its own."""

_NO_NAME = re.compile(r"[^\w\- ]")

ROLES = {
    "table_open": "table",
    "thead_open": "rowgroup",
    "tbody_open": "rowgroup",
    "tr_open": "row",
    "th_open": "columnheader",
    "td_open": "cell",
}
"""Said again in words: browsers forget what a table's parts are once a style sheet lays them out one below the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text.

    Attributes:
        name: what stands after the ``#`` in a link to it.
        title: its heading, as plain text.
    """

    name: str
    title: str


def name_parts(tokens: Sequence[Token]) -> tuple[Part, ...]:
    """Give every heading of the second rank a name to link to, as GitHub forms it, and return them in order.

    Args:
        tokens: of a whole text; their attributes are set.
    """
    found: list[Part] = []
    taken = set(TAKEN)
    for opening, inside in pairwise(tokens):
        if opening.type != "heading_open" or opening.tag != "h2":
            continue
        title = _plain(inside)
        name = _free(_NO_NAME.sub("", title.lower()).strip().replace(" ", "-") or "part", taken)
        taken.add(name)
        opening.attrSet("id", name)
        found.append(Part(name, title))
    return tuple(found)


def label_tables(tokens: Iterable[Token]) -> None:
    """Say of each part of a table what it is, and give each cell its column's heading, for a page too narrow for columns."""
    headings: list[str] = []
    column = 0
    within_head = False
    for token in tokens:
        if token.type in ROLES:
            token.attrSet("role", ROLES[token.type])
        match token.type:
            case "table_open":
                headings = []
            case "tr_open":
                column = 0
            case "th_open":
                within_head = True
            case "inline" if within_head:
                headings.append(_plain(token))
                within_head = False
            case "td_open":
                if column < len(headings):
                    token.attrSet("data-heading", headings[column])
                column += 1
            case _:
                pass


def _plain(inline: Token) -> str:
    return "".join(
        " " if each.type == "softbreak" else each.content
        for each in inline.children or ()
        if each.type in {"text", "code_inline", "softbreak"}
    )


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
