"""A guide's Markdown as HTML: what is typed as HTML stays text, nothing is fetched from elsewhere, links between guides work."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kithmap.guides.reading_aids import Part, label_tables, name_parts

GUIDE_ADDRESS = "/guides/"

_OTHER_GUIDE = re.compile(r"^(?:\./)?(?:\d+_)?([a-z][a-z0-9_]*)\.md(#.*)?$")
"""A link as it works between the files themselves: ``06_mapping_ethics.md#homes``."""

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def to_html(markdown: str) -> str:
    """Return Markdown as HTML for a page that has a heading of the first rank already.

    A heading of the first rank at the very beginning is left out, as the page shows the title; any other becomes one of the
    second rank.
    """
    tokens = _parse(markdown)
    for token in tokens:
        for inner in token.children or ():
            _lead(inner)
    name_parts(tokens)
    label_tables(tokens)
    rendered: str = _markdown.renderer.render(tokens, _markdown.options, {})
    return rendered


def parts_of(markdown: str) -> tuple[Part, ...]:
    """Return the parts of a text in order, by the names that `to_html` gives them."""
    return name_parts(_parse(markdown))


def _parse(markdown: str) -> list[Token]:
    tokens = _without_title(_markdown.parse(markdown))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"} and token.tag == "h1":
            token.tag = "h2"
    return tokens


def _without_title(tokens: Sequence[Token]) -> list[Token]:
    begins_with_title = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return list(tokens[3:] if begins_with_title else tokens)


def _lead(token: Token) -> None:
    """Let a link to another guide's file lead to its page, and tell other sites nothing of where one comes from."""
    if token.type != "link_open":
        return
    address = str(token.attrGet("href") or "")
    other = _OTHER_GUIDE.match(address)
    if other is not None:
        token.attrSet("href", f"{GUIDE_ADDRESS}{other[1]}{other[2] or ''}")
    elif "://" in address:
        token.attrSet("rel", "noreferrer")
