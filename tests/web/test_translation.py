import json
import string

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from kithmap.web.language import BY_TAG, ENGLISH, PSEUDO
from kithmap.web.translation import FORMS, Translation, from_catalogue, pseudo, translation

PHONE = ("frontend/shared_map/participant/words.ts", 0)
CONSOLE = ("frontend/shared_map/console/words.ts", 0)
RULE = ("server/kithmap/shared_map/operations/places.py", 0)
PAGE = ("frontend/workshop/join.html", 0)


def polish(*entries: tuple[str | tuple[str, str], str | tuple[str, ...], tuple[str, int]]) -> Translation:
    catalogue = Catalog(locale="pl")
    for english, translated, source in entries:
        catalogue.add(english, translated, locations=[source])
    return from_catalogue(BY_TAG["pl"], catalogue)


PLACES = (("1 place", "{count} places"), ("1 miejsce", "{count} miejsca", "{count} miejsc"), PHONE)


@pytest.mark.parametrize(
    ("count", "form"), [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (12, 2), (22, 1), (25, 2)]
)
def test_a_count_takes_its_language_s_form(count: int, form: int) -> None:
    assert polish(PLACES).ngettext("1 place", "{count} places", count) == PLACES[1][form]


def test_a_sentence_without_a_translation_stays_english() -> None:
    words = polish(("Join", "", PAGE))
    assert words.gettext("Join") == "Join"
    assert words.pgettext("two places", "Join") == "Join"
    assert [words.ngettext("one", "many", count) for count in (0, 1, 2)] == ["many", "one", "many"]


def test_a_context_tells_the_same_words_apart() -> None:
    catalogue = Catalog(locale="pl")
    catalogue.add("Join", "Dołącz", locations=[PAGE])
    catalogue.add("Join", "Połącz", locations=[PAGE], context="two places")
    words = from_catalogue(BY_TAG["pl"], catalogue)
    assert (words.gettext("Join"), words.pgettext("two places", "Join")) == ("Dołącz", "Połącz")


def test_a_refusal_with_a_gap_is_found_by_its_fixed_words() -> None:
    words = polish(
        ("This {kind} is gone.", "Tego już nie ma: {kind}.", RULE),
        ("{anything} is gone.", "Nie ma: {anything}.", RULE),
        ("place", "miejsce", RULE),
    )
    assert words.told("This place is gone.") == "Tego już nie ma: miejsce."
    assert words.told("This {odd} thing is gone.") == "Tego już nie ma: {odd} thing."
    assert words.told("Bread is gone.") == "Nie ma: Bread."
    assert words.told("Nobody wrote this.") == "Nobody wrote this."


def test_the_same_gap_twice_is_the_same_words_twice() -> None:
    words = polish(("{one} is not {one}.", "{one} to nie {one}.", RULE))
    assert words.told("a is not a.") == "a to nie a."
    assert words.told("a is not b.") == "a is not b."


@given(st.text(max_size=40))
def test_no_message_breaks_the_search(message: str) -> None:
    words = polish(("A {x} b {y}", "{y} {x}", RULE))
    assert isinstance(words.told(message), str)


def scripted(words: Translation, screen: str) -> dict[str, object]:
    text = words.script(screen).decode()
    found: dict[str, object] = json.loads(text.removeprefix("globalThis.kithmapWords=").removesuffix(";\n"))
    return found


def test_a_screen_loads_the_words_that_it_can_show_and_no_others() -> None:
    words = polish(
        PLACES,
        ("Run", "Start", CONSOLE),
        ("Gone: {title}", "Nie ma: {title}", RULE),
        ("Hello", "Cześć", PAGE),
    )
    phone, console = scripted(words, "phone"), scripted(words, "console")
    assert phone["words"] == {"1 place": list(PLACES[1]), "Gone: {title}": "Nie ma: {title}"}
    assert phone["told"] == {"Gone: {title}": "Nie ma: {title}"}
    assert console["words"] == {"Run": "Start", "Gone: {title}": "Nie ma: {title}"}
    assert phone["forms"] == ["one", "few", "many"]


def test_the_address_of_the_words_changes_with_them() -> None:
    one, other = polish(PLACES), polish(("A", "B", PHONE))
    assert one.script_address("phone") != other.script_address("phone")
    assert translation(ENGLISH).script_address("phone") is None


@pytest.mark.parametrize("tag", BY_TAG)
def test_a_language_has_a_form_for_every_whole_number(tag: str) -> None:
    assert {BY_TAG[tag].locale.plural_form(count) for count in range(200)} == set(FORMS[tag])


@given(st.text(alphabet=string.ascii_letters + "{}%() <>", max_size=60))
def test_the_language_for_looking_keeps_all_that_is_no_word(sentence: str) -> None:
    assert pseudo(f"{{name}} {sentence}").startswith("[{name} ")


def test_the_language_for_looking_marks_every_sentence() -> None:
    assert pseudo("Save <strong>%(name)s</strong>") == "[Sávé <strong>%(name)s</strong> ~~~ ~~~]"
    assert translation(PSEUDO).gettext("Paused").startswith("[")
