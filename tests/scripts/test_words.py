"""The catalogues are whole: nothing new is missing in them, and no translation lost a gap on the way."""

import gettext
import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import words
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from words_of_tables import Sentence

from kithmap.web.language import LANGUAGES, Language
from kithmap.web.translation import FOLDER, FORMS, TEMPLATE
from tests.support.source_tree import ROOT

TRANSLATED = list(words.translated())
GAP = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+[^>]*>|%%")


@pytest.fixture(scope="module", params=TRANSLATED, ids=lambda language: language.tag)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def catalogue(language: Language) -> Catalog:
    return words.read(language)


@pytest.fixture(scope="module")
def newest() -> Catalog:
    """What the program says now."""
    return words.template(words.every_sentence())


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms_of(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_the_template_holds_what_the_program_says_now(newest: Catalog) -> None:
    assert TEMPLATE.read_bytes() == words.written(newest), "run: make words"


def test_a_language_has_every_sentence(language: Language, newest: Catalog) -> None:
    held = words.written(words.brought_up_to_date(words.read(language), newest))
    assert words.path_of(language).read_bytes() == held, "run: make words"
    assert words.missing(language) == [], "translate these, or keep them for who can"


def test_every_language_that_is_offered_has_a_catalogue_or_is_english() -> None:
    assert [each.tag for each in LANGUAGES if each not in TRANSLATED] == ["en"]


def test_every_sentence_stands_once(language: Language) -> None:
    text = words.path_of(language).read_text(encoding="utf-8")
    entries = re.findall(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"$', text, re.MULTILINE)
    assert len(entries) == len(set(entries))


def test_a_translation_keeps_the_gaps_and_the_markup(language: Language, catalogue: Catalog) -> None:
    lost = []
    for message in messages(catalogue):
        english, given = forms_of(message.id), forms_of(message.string)
        wanted = set(GAP.findall(english[-1]))
        for index, form in enumerate(given if all(given) else ()):
            found = set(GAP.findall(form))
            # A form for one number alone can say it in a word.
            exact = len(given) > 1 and FORMS[language.tag][index] in ("zero", "one", "two")
            if found != wanted and not (exact and found | {"{count}", "%(count)s"} >= wanted):
                lost.append((english[0], form))
    assert lost == []


def test_a_translation_fits_into_an_attribute(catalogue: Catalog) -> None:
    straight = [
        m.id
        for m in messages(catalogue)
        if '"' in "".join(forms_of(m.string)) and '"' not in "".join(forms_of(m.id))
    ]
    assert straight == []


def test_a_count_has_all_the_forms_of_its_language(language: Language, catalogue: Catalog) -> None:
    counts = {len(forms_of(m.string)) for m in messages(catalogue) if not isinstance(m.id, str)}
    assert counts <= {len(FORMS[language.tag])}


def test_the_header_chooses_the_form_that_pages_choose(language: Language, catalogue: Catalog) -> None:
    choose = gettext.c2py(catalogue.plural_expr)
    for count in range(300):
        assert FORMS[language.tag][choose(count)] == language.locale.plural_form(count)


def test_a_draft_says_so_and_every_language_explains_its_terms(
    language: Language, catalogue: Catalog
) -> None:
    assert ("Draft" in catalogue.header_comment) == language.is_draft
    assert "Terms:" in catalogue.header_comment


def test_a_sentence_with_two_meanings_needs_a_context(tmp_path: Path) -> None:
    folder = tmp_path / "frontend" / "a"
    folder.mkdir(parents=True)
    (tmp_path / "server" / "kithmap").mkdir(parents=True)
    (folder / "words.ts").write_text(
        'words({ a: { one: "1 day", other: "{count} days" }, b: "1 day" })', "utf-8"
    )
    with pytest.raises(words.MeaningError, match="two meanings"):
        words.every_sentence(tmp_path)


def test_templates_scripts_and_refusals_come_into_one_catalogue(tmp_path: Path) -> None:
    pages, server = tmp_path / "frontend" / "a", tmp_path / "server" / "kithmap" / "b"
    pages.mkdir(parents=True)
    server.mkdir(parents=True)
    (pages / "a.html").write_text(
        '{% trans n=2 %}1 a{% pluralize %}{{ n }} b{% endtrans %}{{ pgettext("c", "dd") }}', "utf-8"
    )
    (pages / "words.ts").write_text('words("Same words")', "utf-8")
    (server / "c.py").write_text('raise GoneError("Same words")', "utf-8")
    assert words.every_sentence(tmp_path) == {
        Sentence("1 a", "%(n)s b"): ["frontend/a/a.html"],
        Sentence("Same words"): ["frontend/a/words.ts", "server/kithmap/b/c.py"],
        Sentence("dd", None, "c"): ["frontend/a/a.html"],
    }


def test_what_came_is_added_what_went_is_dropped_and_what_stays_keeps_its_translation() -> None:
    old = read_po(io.BytesIO(b'msgid "stays"\nmsgstr "zostaje"\n\nmsgid "went"\nmsgstr "x"\n'), locale="pl")
    newest = words.template({Sentence("stays"): ["a"], Sentence("came"): ["b"]})
    now = words.brought_up_to_date(old, newest)
    assert {str(m.id): m.string or "" for m in messages(now)} == {"stays": "zostaje", "came": ""}


def test_the_row_of_languages_is_the_same_on_live_pages() -> None:
    source = (ROOT / "frontend" / "base" / "languages.ts").read_text(encoding="utf-8")
    offered = re.findall(r'^ {2}\["(\w+)", "(.+)", "(ltr|rtl)"\],$', source, re.MULTILINE)
    assert offered == [(each.tag, each.own_name, each.direction) for each in LANGUAGES]


def test_no_binary_catalogue_is_kept() -> None:
    assert list(FOLDER.rglob("*.mo")) == []
