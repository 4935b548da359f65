"""A language's sentences: read once from its catalogue, for templates, for refusals, and for the pages' scripts.

The key of a sentence is its English, so that a sentence without a translation is shown in English. Catalogues are the
ordinary ``.po`` of gettext; which plural form stands where is told by `FORMS`, which agrees with each file's own header.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from kithmap.web.language import ENGLISH, PSEUDO, Language

FOLDER = Path(__file__).resolve().parent / "locale"
TEMPLATE = FOLDER / "kithmap.pot"

FORMS: Mapping[str, tuple[str, ...]] = {
    "en": ("one", "other"),
    "en-XA": ("one", "other"),
    "cy": ("zero", "one", "two", "few", "many", "other"),
    "pl": ("one", "few", "many"),
    "ur": ("one", "other"),
}
"""The plural categories of a language (Unicode CLDR), in the order of its catalogue's forms."""

ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "phone": (
        "/console/",
        "/projector/",
        "/guides/",
        "/paper_cards/",
        "/time_lapse/",
        "frontend/programme/",
        "frontend/people/",
    ),
    "projector": ("/console/", "/participant/", "frontend/programme/", "frontend/people/"),
    "console": ("/participant/",),
}
"""For each screen, the sources whose words it never shows: a phone loads no word of the console."""

SERVER_ONLY = (
    "/programme/",
    "/people/",
    "/basemap/",
    "/storage/",
    "/web/",
    "/pages/",
    "/glossary/",
    "/common_glossary/",
    "/bringing_in/",
    "/research/",
)
"""Modules of the server whose refusals come as pages, which are translated before they are sent."""

_GAP = re.compile(r"\{(\w+)\}")
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{\w+\}|<[^>]*>|&\w+;)")
_MARKED = str.maketrans("aceinosuyzAEIOU", "áçéíñóšúýžÁÉÍÓÚ")

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Translation:
    """The sentences of one language.

    Attributes:
        language: which.
        sentences: by context and English; a plural's forms in the order of `FORMS`, one form for the others.
        sources: where each sentence comes from, as paths from the root of the source.
    """

    language: Language
    sentences: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    def gettext(self, sentence: str) -> str:
        """Return a sentence in this language."""
        return self.sentences.get((None, sentence), (sentence,))[0]

    def pgettext(self, context: str, sentence: str) -> str:
        """Return a sentence that means this only in a context."""
        return self.sentences.get((context, sentence), (sentence,))[0]

    def ngettext(self, one: str, other: str, count: int) -> str:
        """Return the form of a sentence for a count."""
        return self.npgettext(None, one, other, count)

    def npgettext(self, context: str | None, one: str, other: str, count: int) -> str:
        """Return the form of a sentence for a count, in a context."""
        forms = self.sentences.get((context, one))
        if forms is None:
            return one if count == 1 else other
        names = FORMS[self.language.tag]
        category = self.language.locale.plural_form(count)
        return forms[names.index(category) if category in names else -1]

    def told(self, message: str) -> str:
        """Return a refusal in this language: it was raised in English, with its gaps already filled.

        The longest sentence whose fixed words fit the message is taken; what stands in its gaps is translated too, where it
        is a sentence or a word of its own.
        """
        if (None, message) in self.sentences:
            return self.gettext(message)
        for pattern, sentence in self._patterns:
            found = pattern.fullmatch(message)
            if found is not None:
                values = {name: self.gettext(value) for name, value in found.groupdict().items()}
                return _GAP.sub(lambda gap, known=values: known.get(gap[1], gap[0]), sentence)  # type: ignore[misc]
        return message

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """Refusals with gaps, those with the most fixed words first."""
        with_gaps = [
            (english, forms[0])
            for (context, english), forms in self.sentences.items()
            if context is None
            and len(forms) == 1
            and _GAP.search(english)
            and self._is_refusal(None, english)
        ]
        with_gaps.sort(key=lambda pair: -len(_GAP.sub("", pair[0])))
        return [(_pattern(english), sentence) for english, sentence in with_gaps]

    def _is_refusal(self, context: str | None, english: str) -> bool:
        return any(source.startswith("server/") for source in self.sources.get((context, english), ()))

    def script(self, screen: str) -> bytes:
        """Return the script that gives a screen's pages their words; `frontend/components/words.ts` reads what it sets.

        A script and not JSON: it comes before the page's own, from a file that browsers keep, and the content security
        policy allows no other way to have it there in time.
        """
        told: dict[str, str] = {}
        plain: dict[str, str | tuple[str, ...]] = {}
        for key, forms in sorted(self.sentences.items(), key=lambda item: (item[0][0] or "", item[0][1])):
            if not self._is_shown_on(screen, key):
                continue
            context, english = key
            if self._is_refusal(context, english) and _GAP.search(english):
                told[english] = forms[0]
            name = english if context is None else f"{context}\x04{english}"
            plain[name] = forms[0] if len(forms) == 1 else forms
        catalogue: dict[str, Any] = {
            "language": self.language.html_tag or self.language.tag,
            "forms": FORMS[self.language.tag],
            "words": plain,
            "told": told,
        }
        written = json.dumps(catalogue, ensure_ascii=False, separators=(",", ":"))
        return f"globalThis.kithmapWords={written};\n".encode()

    def script_address(self, screen: str) -> str | None:
        """Return where a screen's words lie, under a name that changes with them; None where English needs none."""
        if not self.sentences:
            return None
        return f"/words/{self.language.tag}/{screen}-{_digest(self.script(screen))}.js"

    def _is_shown_on(self, screen: str, key: Key) -> bool:
        return any(_shows(screen, source) for source in self.sources.get(key, ()))


def _shows(screen: str, source: str) -> bool:
    if source.endswith(".html"):
        return False
    if source.startswith("server/"):
        return not any(part in source for part in SERVER_ONLY)
    return not any(part in source for part in ELSEWHERE[screen])


def _digest(script: bytes) -> str:
    return hashlib.sha256(script).hexdigest()[:12]


def _pattern(english: str) -> re.Pattern[str]:
    """Return what finds a sentence whose gaps are filled; a name that comes twice is filled twice with the same."""
    seen: set[str] = set()
    parts: list[str] = []
    for index, part in enumerate(_GAP.split(english)):
        if index % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            parts.append(f"(?P<{part}>.+?)")
    return re.compile("".join(parts), re.DOTALL)


@lru_cache
def translation(language: Language) -> Translation:
    """Return a language's sentences, read once; English has none, being what they are looked up by."""
    if language == ENGLISH:
        return Translation(language)
    path = TEMPLATE if language == PSEUDO else FOLDER / language.tag / "LC_MESSAGES" / "kithmap.po"
    with path.open("rb") as file:
        return from_catalogue(language, read_po(file))


def from_catalogue(language: Language, catalogue: Catalog) -> Translation:
    """Return the sentences of a catalogue; what is not translated yet, or not surely, is left out."""
    sentences: dict[Key, tuple[str, ...]] = {}
    sources: dict[Key, tuple[str, ...]] = {}
    for message in _messages(catalogue):
        english = _forms(message.id)
        forms = tuple(map(pseudo, english)) if language == PSEUDO else _forms(message.string)
        if all(forms):
            sentences[(message.context, english[0])] = forms
            sources[(message.context, english[0])] = tuple(path for path, _line in message.locations)
    return Translation(language, sentences, sources)


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id and not message.fuzzy)


def pseudo(sentence: str) -> str:
    """Return a sentence with marks on its letters and a third longer; gaps and markup stay."""
    parts = _KEPT.split(sentence)
    shown = "".join(part if index % 2 else part.translate(_MARKED) for index, part in enumerate(parts))
    # In pieces, since words break between lines and no language has words of forty letters.
    return f"[{shown}{' ~~~' * (len(sentence) // 12)}]"
