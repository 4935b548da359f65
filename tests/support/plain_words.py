"""Finds sentences that pass the catalogues by: in templates, and in the pages' scripts."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

WORD = re.compile(r"[^\W\d_]{2}")
READ_ALOUD = frozenset({"title", "placeholder", "alt", "aria-label", "aria-description"})
"""Attributes that people read or hear."""

OURS = "Kithmap"
"""The one word that is the same in every language."""

_TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\{%-?\s*endtrans\s*-?%\}", re.DOTALL)
_HIDDEN = re.compile(
    r"\{#.*?#\}|\{% block main_class %\}[^{]*\{% endblock %\}|<script\b.*?</script>|<style\b.*?</style>",
    re.DOTALL,
)
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_GIVEN = re.compile(r"(?:\b_|\bn?p?gettext)\((?:\s*\"[^\"]*\",?)+")
_SENTENCE = re.compile(r"\"([A-Z][^\"]*[a-z][^\"]*)\"")


class _Readable(HTMLParser):
    """Collects what a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self._see(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in READ_ALOUD:
                self._see(value or "")

    def _see(self, text: str) -> None:
        words = text.replace(OURS, "").strip()
        if WORD.search(words):
            self.found.append(words)


def in_template(source: str) -> list[str]:
    """Return what a template shows in English in every language.

    Args:
        source: the template. Text between tags counts, and attributes that are read aloud, and sentences that are handed to a
            macro; what stands in ``{% trans %}`` or ``_()`` does not.
    """
    plain = _HIDDEN.sub("", _TRANSLATED.sub("", source))
    handed = [
        found[1]
        for each in _EXPRESSION.finditer(plain)
        for found in _SENTENCE.finditer(_GIVEN.sub("", each[1]))
    ]
    readable = _Readable()
    readable.feed(_STATEMENT.sub("", _EXPRESSION.sub("", plain)))
    readable.close()
    return [*handed, *readable.found]


_PIECE = re.compile(
    r'(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<markup>`(?:[^`\\]|\\.)*`)|//[^\n]*|/\*.*?\*/', re.DOTALL
)
_TABLE = re.compile(r"(?<![\w.])words\(")
_FILLED = re.compile(r"\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
_SPOKEN = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')
_WORDS_OF_ERRORS = re.compile(r"Error\(\s*$")


def in_script(source: str) -> list[str]:
    """Return the sentences of a page's script that stand in no table of words.

    Args:
        source: the TypeScript. A sentence is a capital letter and at least two words, or text between the tags of a template.
            What an error says to programmers does not count.
    """
    found: list[str] = []
    rest = _without_tables(source)
    for piece in _PIECE.finditer(rest):
        if _WORDS_OF_ERRORS.search(rest[: piece.start()][-20:]):
            continue
        if piece["text"]:
            found += re.findall(r"^\"([A-Z][\w’]* \w.*[a-z]{2}.*)\"$", piece["text"])
        elif piece["markup"]:
            found += _in_markup(piece["markup"])
    return found


def _in_markup(markup: str) -> Iterator[str]:
    plain = _FILLED.sub("", markup.strip("`"))
    texts = re.findall(r">([^<>]*)<", plain) + _SPOKEN.findall(plain)
    return (text.strip() for text in texts if WORD.search(text))


def _without_tables(source: str) -> str:
    """Return a script without what stands between the brackets of `words(...)`."""
    kept: list[str] = []
    here = 0
    for call in _TABLE.finditer(source):
        if call.end() > here:
            kept.append(source[here : call.end()])
            here = _end_of(source, call.end())
    return "".join([*kept, source[here:]])


def _end_of(source: str, begin: int) -> int:
    depth = 1
    for found in re.finditer(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|[()]', source[begin:], re.DOTALL):
        depth += (found[0] == "(") - (found[0] == ")")
        if depth == 0:
            return begin + found.start()
    return len(source)
