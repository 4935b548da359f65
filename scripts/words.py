"""Brings the catalogues of words up to date with what the pages and the server say.

    python scripts/words.py          write `kithmap.pot` anew, and into every language what came and went
    python scripts/words.py missing  print, for each language, what is not translated yet

One catalogue for templates, scripts and the server: the key is the English sentence.
"""

from __future__ import annotations

import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT / "server") not in sys.path:
    sys.path.insert(0, str(ROOT / "server"))

import words_of_server  # noqa: E402 - the path is set above
import words_of_tables  # noqa: E402
from words_of_tables import Sentence  # noqa: E402

from kithmap.web.language import LANGUAGES, Language  # noqa: E402
from kithmap.web.translation import FOLDER, TEMPLATE  # noqa: E402

PLURALS = {
    "cy": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ur": "nplurals=2; plural=(n != 1);",
}
"""Which form a count takes (Unicode CLDR), as gettext writes it; `kithmap.web.translation.FORMS` names the forms."""

FOR_INSTALLERS = (
    "cli/",
    "demo/",
    "storage/backup.py",
    "storage/engine.py",
    "storage/restore.py",
    "glossary/files.py",
    "glossary/folder.py",
    "glossary/release_folder.py",
    "glossary/written.py",
    "photos/files.py",
)
"""What only whoever installs Kithmap reads, in a terminal, in English."""

NO_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues are compared by what they say: when they were written would make each differ from the last."""


class MeaningError(Exception):
    """The same English stands for two things; one of them needs a context."""


def every_sentence(root: Path = ROOT) -> dict[Sentence, list[str]]:
    """Return all that people read, with the paths where it stands.

    Raises:
        MeaningError: if one sentence has two forms for many.
        TableError: if a table of words cannot be read.
    """
    found: dict[Sentence, set[str]] = defaultdict(set)
    for path, sentence in (*_of_templates(root), *_of_tables(root), *_of_server(root)):
        found[sentence].add(path)
    others: dict[tuple[str | None, str], Sentence] = {}
    for sentence in sorted(found, key=_order):
        other = others.setdefault((sentence.context, sentence.text), sentence)
        if other != sentence:
            message = f"{sentence.text!r} has two meanings, in {found[other]} and {found[sentence]}. Give one a context."
            raise MeaningError(message)
    return {sentence: sorted(found[sentence]) for sentence in sorted(found, key=_order)}


def _order(sentence: Sentence) -> tuple[str, str, str]:
    return sentence.text, sentence.context or "", sentence.other or ""


def _of_templates(root: Path) -> Iterator[tuple[str, Sentence]]:
    for path in sorted((root / "frontend").glob("*/**/*.html")):
        if "node_modules" in path.parts:
            continue
        options = {
            "trimmed": "true",
            "newstyle_gettext": "true",
            "trim_blocks": "true",
            "lstrip_blocks": "true",
        }
        source = io.BytesIO(path.read_bytes())
        for _line, function, message, _comments in babel_extract(
            source, ("_", "gettext", "ngettext", "pgettext", "npgettext"), (), options
        ):
            yield path.relative_to(root).as_posix(), _of_call(function, message)


def _of_call(function: str, message: str | tuple[str | None, ...] | None) -> Sentence:
    parts = [part for part in (message if isinstance(message, tuple) else (message,)) if part is not None]
    context = parts.pop(0) if function in ("pgettext", "npgettext") else None
    return Sentence(
        parts[0], parts[1] if "ngettext" in function or "npgettext" in function else None, context
    )


def _of_tables(root: Path) -> Iterator[tuple[str, Sentence]]:
    for path in sorted((root / "frontend").glob("*/**/*.ts")):
        name = path.relative_to(root).as_posix()
        if "node_modules" in path.parts or name.endswith(".test.ts"):
            continue
        for sentence in words_of_tables.sentences_in(path.read_text(encoding="utf-8"), name):
            yield name, sentence


def _of_server(root: Path) -> Iterator[tuple[str, Sentence]]:
    package = root / "server" / "kithmap"
    paths = [
        path
        for path in sorted(package.rglob("*.py"))
        if not path.relative_to(package).as_posix().startswith(FOR_INSTALLERS)
    ]
    sources = {path: path.read_text(encoding="utf-8") for path in paths}
    constants: dict[str, str] = {}
    for source in sources.values():
        constants |= words_of_server.constants_in(source)
    for path, source in sources.items():
        for text in words_of_server.sentences_in(source, constants):
            yield path.relative_to(root).as_posix(), Sentence(text)


def template(sentences: dict[Sentence, list[str]]) -> Catalog:
    """Return the catalogue without any translation, which each language's is brought up to date with."""
    catalogue = Catalog(
        project="Kithmap",
        header_comment="# What Kithmap says, in English. Written by `make words`; not to be edited by hand.",
        creation_date=NO_TIME,
        charset="utf-8",
        fuzzy=False,
    )
    for sentence, paths in sentences.items():
        # A gap of Python's (%(name)s) tells translators' tools by itself; a gap in braces is ours.
        key = sentence.text if sentence.other is None else (sentence.text, sentence.other)
        catalogue.add(key, locations=[(path, 0) for path in paths], context=sentence.context)
    return catalogue


def path_of(language: Language) -> Path:
    """Return where the catalogue of a language lies."""
    return FOLDER / language.tag / "LC_MESSAGES" / "kithmap.po"


def brought_up_to_date(catalogue: Catalog, newest: Catalog) -> Catalog:
    """Return a language's catalogue with what came, in order, and without what went; what is translated stays."""
    fresh = Catalog(
        locale=catalogue.locale,
        project="Kithmap",
        header_comment=catalogue.header_comment,
        creation_date=NO_TIME,
        revision_date=NO_TIME,
        last_translator="Kithmap",
        language_team="Kithmap",
        charset="utf-8",
        fuzzy=False,
    )
    # Babel has no table for every language, and no way to say it but these.
    vars(fresh).update(_num_plurals=catalogue.num_plurals, _plural_expr=catalogue.plural_expr)
    for message in newest:
        if not message.id:
            continue
        old = catalogue.get(message.id, message.context)
        same = old is not None and old.id == message.id
        fresh.add(
            message.id, old.string if same and old else None, message.locations, context=message.context
        )
    return fresh


def read(language: Language) -> Catalog:
    """Return a language's catalogue as it stands."""
    path = path_of(language)
    if path.is_file():
        return read_po(io.BytesIO(path.read_bytes()))
    head = f'msgid ""\nmsgstr ""\n"Language: {language.tag}\\n"\n"Plural-Forms: {PLURALS[language.tag]}\\n"\n'
    head += '"Content-Type: text/plain; charset=utf-8\\n"\n'
    return read_po(io.BytesIO(head.encode()), locale=language.tag)


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file holds it."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    return out.getvalue()


def translated() -> Iterator[Language]:
    """Yield the languages that have a catalogue."""
    return (language for language in LANGUAGES if language.tag in PLURALS)


def missing(language: Language) -> list[str]:
    """Return what is not translated, in English."""
    return [
        str(message.id)
        for message in read(language)
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def main(asked: list[str]) -> int:
    """Carry out one command; return the exit status."""
    if asked == ["missing"]:
        for language in translated():
            for sentence in missing(language):
                print(language.tag, sentence)
        return 0
    newest = template(every_sentence())
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(written(newest))
    for language in translated():
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(written(brought_up_to_date(read(language), newest)))
        print(f"{language.tag}: {len(missing(language))} of {len(newest)} sentences are not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
