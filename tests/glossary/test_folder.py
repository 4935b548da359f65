import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.glossary.checks import faults
from kithmap.glossary.folder import CHECKSUMS, DEVICES, MOST_FILES, RELEASE, as_folder, file_name, from_folder
from kithmap.glossary.model import Concept, Decision, Match, Status, Version
from tests.glossary.support import (
    SCHEME,
    concept,
    release,
    starting_concepts,
    starting_indicators,
    vocabularies,
)

DECISION = Decision(
    "w", "i", date(2026, 3, 4), "adopted_with_dissent", {"agree": 9}, "9 of 12 agreed.", ("Not\u2028here.",)
)
HUB = replace(
    concept(
        "hub",
        decisions=(DECISION,),
        first=Version(1, 0, 0),
        matches={Match.CLOSE: ("https://example.org/x",)},
    ),
    label={"en": "hub", "ur": "مرکز"},
)
SMALL = release(
    HUB,
    concept("aux", status=Status.WITHDRAWN, replaced_by=("hub",)),
    indicators=tuple(starting_indicators()[:1]),
    previous=Version(0, 9, 0),
    note="What “is” new.",
)


def written_anew(files: dict[str, bytes], **changed: bytes) -> dict[str, bytes]:
    """Return files with some contents exchanged, and checksums that fit them."""
    files = {path: content for path, content in {**files, **changed}.items() if path != CHECKSUMS}
    lines = [f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items())]
    return {**files, CHECKSUMS: "".join(lines).encode()}


def test_what_is_written_is_read_and_written_again_byte_by_byte() -> None:
    whole = release(*starting_concepts(), indicators=tuple(starting_indicators()))
    for each in (SMALL, whole):
        files = as_folder(each, "Oakham")
        assert from_folder(files) == each
        assert as_folder(from_folder(files), "Oakham") == files


@given(vocabularies, st.text(min_size=1))
def test_any_sound_vocabulary_comes_back_as_it_was(concepts: list[Concept], words: str) -> None:
    given_concepts = [replace(each, scope={"en": words}) for each in concepts]
    if not faults(given_concepts, "en"):
        assert from_folder(as_folder(release(*given_concepts))) == release(*given_concepts)


def test_each_concept_has_a_file_to_itself_that_a_person_can_read() -> None:
    files = as_folder(SMALL)
    hub = json.loads(files["concepts/hub.json"])
    assert hub["label"] == {"en": "hub", "ur": "مرکز"}
    assert "مرکز" in files["concepts/hub.json"].decode()
    assert "scope" not in hub
    assert set(files) >= {
        "indicators/life_satisfaction.json",
        "concepts.csv",
        "glossary.ttl",
        ".gitattributes",
    }


def test_no_file_has_a_name_that_windows_keeps_for_itself() -> None:
    assert "concepts/aux-.json" in as_folder(SMALL)
    assert {file_name(each).partition(".")[0] for each in DEVICES}.isdisjoint(DEVICES)


def test_checksums_are_in_the_form_that_other_tools_read() -> None:
    files = as_folder(SMALL)
    assert ".gitattributes" not in files[CHECKSUMS].decode()
    assert from_folder({path: files[path] for path in files if path != ".gitattributes"}) == SMALL
    for line in files[CHECKSUMS].decode().splitlines():
        figures, path = line.split("  ")
        assert hashlib.sha256(files[path]).hexdigest() == figures


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (lambda files: {}, "release.json or checksums"),
        (lambda files: {**files, "concepts/hub.json": b"{}"}, "concepts/hub.json was changed since"),
        (
            lambda files: {path: files[path] for path in files if path != "concepts/hub.json"},
            "hub.json is missing",
        ),
        (lambda files: {**files, "concepts/new.json": b"{}"}, "new.json does not belong"),
        (lambda files: written_anew(files, **{"concepts/hub.json": b"["}), "hub.json cannot be read"),
        (
            lambda files: written_anew(files, **{"concepts/hub.json": b"[" * 100_000}),
            "hub.json cannot be read",
        ),
        (
            lambda files: written_anew(files, **{"concepts/hub.json": b"{}"}),
            "hub.json is no part of a glossary (id",
        ),
        (lambda files: written_anew(files, **{RELEASE: b'{"form": 2}'}), "newer Kithmap"),
        (lambda files: written_anew(files, **{RELEASE: b'{"form": 1}'}), "release.json is no part"),
        (
            lambda files: written_anew(files, **{RELEASE: as_folder(release(concept("park")))[RELEASE]}),
            "release.json is of another release",
        ),
        (
            lambda files: as_folder(replace(SMALL, scheme=replace(SCHEME, base="javascript:alert(1)//"))),
            "names no address",
        ),
        (
            lambda files: as_folder(
                replace(SMALL, indicators=(replace(SMALL.indicators[0], concept=concept("../up")),))
            ),
            "no id of an indicator",
        ),
        (lambda files: as_folder(release(concept("hub", broader=("hub",)))), "“hub” cannot be used"),
    ],
)
def test_what_is_not_as_it_was_released_is_refused_by_name(
    broken: Callable[[dict[str, bytes]], dict[str, bytes]], words: str
) -> None:
    with pytest.raises(BadInputError) as caught:
        from_folder(broken(as_folder(SMALL)))
    assert words in caught.value.message


@given(st.dictionaries(st.sampled_from(sorted(as_folder(SMALL))), st.binary(max_size=40)))
def test_whatever_stands_in_the_files_is_read_or_refused_in_words(changed: dict[str, bytes]) -> None:
    for files in ({**as_folder(SMALL), **changed}, written_anew(as_folder(SMALL), **changed)):
        with suppress(KithmapError):
            from_folder(files)


def test_a_folder_of_something_else_is_not_read_to_its_end() -> None:
    with pytest.raises(TooLargeError):
        from_folder({str(number): b"" for number in range(MOST_FILES + 1)})


def test_the_scheme_comes_along() -> None:
    assert from_folder(as_folder(SMALL)).scheme == SCHEME
