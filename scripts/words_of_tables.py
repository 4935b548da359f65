"""Reads the tables of words in the pages' scripts: what stands in `words({...})`, and nothing else.

A strict reader of the little TypeScript that such a table is made of: braces, names, double-quoted sentences. Whatever else
turns up (a sentence put together of pieces, a template with `${}`) is an error, since no translator could make sense of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """One entry of the catalogue, in English.

    Attributes:
        text: the sentence, or its form for one.
        other: its form for any other count, or None where it has no count.
        context: what tells it from the same words elsewhere, or None.
    """

    text: str
    other: str | None = None
    context: str | None = None


class TableError(Exception):
    """A table of words holds what is no word; the message says where."""


_TOKEN = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*")
    |(?P<name>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|\d+)
    |(?P<sign>\.\.\.|[{}\[\]():,<>|;?&=])
    """,
    re.VERBOSE | re.DOTALL,
)

_GAP = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[^\W\d_]{2}")

_CALL = re.compile(r"(?<![\w.])words\(")


def sentences_in(source: str, path: str) -> Iterator[Sentence]:
    """Yield the sentences of every table in a script.

    Args:
        source: the TypeScript.
        path: where it lies, for the message of an error.

    Raises:
        TableError: if a table cannot be read.
    """
    if path.endswith("components/words.ts"):
        return
    for call in _CALL.finditer(_without_comments(source)):
        yield from _Table(source, call.end(), path).read()


def _without_comments(source: str) -> str:
    """Return the script with its comments blanked, every letter at its place."""
    return re.sub(
        r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.*?\*/',
        lambda found: found[1] or " " * len(found[0]),
        source,
        flags=re.DOTALL,
    )


class _Table:
    """Reads one table, from after its opening bracket."""

    def __init__(self, source: str, begin: int, path: str) -> None:
        self._source, self._path = source, path
        self._tokens = self._tokenise(begin)
        self._here = 0

    def read(self) -> list[Sentence]:
        found = self._value()
        context = None
        if self._is(","):
            self._here += 1
            if not self._is(")"):
                context = self._text()
                if self._is(","):
                    self._here += 1
        self._expect(")")
        return [Sentence(each.text, each.other, context) for each in found]

    def _value(self) -> list[Sentence]:
        kind, text = self._tokens[self._here]
        if kind == "text":
            return self._whole_text()
        if text == "{":
            return self._braces()
        if text == "[":
            return self._brackets()
        if kind == "name":
            # Another table's part, read where it stands.
            self._here += 1
            self._casts()
            return []
        raise self._error(f"has {text!r} where a sentence is expected")

    def _whole_text(self) -> list[Sentence]:
        text = self._text()
        self._casts()
        # A key of the keyboard, a dot between two facts: nothing to translate.
        return [Sentence(text)] if _WORD.search(_GAP.sub("", text)) else []

    def _braces(self) -> list[Sentence]:
        self._expect("{")
        parts: dict[str, list[Sentence]] = {}
        while not self._is("}"):
            if self._is("..."):
                self._here += 2
            else:
                name = self._name()
                self._expect(":")
                parts[name] = self._value()
            if not self._is("}"):
                self._expect(",")
        self._expect("}")
        self._casts()
        if parts.keys() == {"one", "other"} and all(len(part) == 1 for part in parts.values()):
            return [Sentence(parts["one"][0].text, parts["other"][0].text)]
        return [each for part in parts.values() for each in part]

    def _brackets(self) -> list[Sentence]:
        self._expect("[")
        found: list[Sentence] = []
        while not self._is("]"):
            found += self._value()
            if not self._is("]"):
                self._expect(",")
        self._expect("]")
        self._casts()
        return found

    def _casts(self) -> None:
        """Pass over `as const`, `as Choices<Kind>`, `satisfies ...`: up to what ends the value."""
        if self._tokens[self._here][1] not in ("as", "satisfies"):
            return
        depth = 0
        while depth or self._tokens[self._here][1] not in (",", ")", "]", "}"):
            text = self._tokens[self._here][1]
            depth += (text in "<([{") - (text in ">)]}")
            self._here += 1

    def _text(self) -> str:
        kind, text = self._tokens[self._here]
        if kind != "text":
            raise self._error(f"has {text!r} where a sentence is expected")
        self._here += 1
        return str(json.loads(text))

    def _name(self) -> str:
        kind, text = self._tokens[self._here]
        self._here += 1
        if kind == "text":
            return str(json.loads(text))
        if kind == "name":
            return text
        raise self._error(f"has {text!r} where a name is expected")

    def _is(self, sign: str) -> bool:
        return self._tokens[self._here] == ("sign", sign)

    def _expect(self, sign: str) -> None:
        if not self._is(sign):
            raise self._error(f"has {self._tokens[self._here][1]!r} where {sign!r} is expected")
        self._here += 1

    def _error(self, what: str) -> TableError:
        return TableError(f"{self._path}: a table of words {what}. Sentences stand whole, in double quotes.")

    def _tokenise(self, begin: int) -> list[tuple[str, str]]:
        """Return the tokens up to the bracket that ends the call."""
        tokens: list[tuple[str, str]] = []
        depth, here = 1, begin
        while depth:
            found = _TOKEN.match(self._source, here)
            if found is None:
                raise self._error(f"has {self._source[here : here + 12]!r}, which is no sentence")
            here = found.end()
            kind, text = str(found.lastgroup), found[0]
            if kind != "space":
                tokens.append((kind, text))
                depth += (text in "([{" and kind == "sign") - (text in ")]}" and kind == "sign")
        return tokens
