import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.glossary.edits import apply, as_stored, entering, left_out, read_edit
from kithmap.glossary.model import Concept, Match, Status
from tests.glossary.drafts import agreed, edit, some_edits
from tests.glossary.support import concept, starting_concepts
from tests.support.json_values import JSON


def applied(*edits: object, to: list[Concept]) -> dict[str, Concept]:
    found, idle = apply(edits, to, "en")  # type: ignore[arg-type]
    assert idle == []
    return {each.id: each for each in found}


@given(JSON)
def test_whatever_is_sent_is_an_edit_or_refused_in_words(value: object) -> None:
    with contextlib.suppress(BadInputError):
        read_edit({"kind": "say", "id": "1", "concept": value, "language": "cy", "label": value})


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"kind": "other", "id": "1"},
        {"kind": "restore", "concept": "hub"},
        {"kind": "restore", "id": "1", "concept": "Hub!"},
        {"kind": "restore", "id": "1", "concept": "hub", "more": 1},
        {"kind": "match_to", "id": "1", "concept": "hub", "match": "exact", "address": "javascript:alert(1)"},
    ],
)
def test_what_is_no_edit_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInputError):
        read_edit(wrong)


@given(some_edits)
def test_an_edit_is_read_as_it_was_stored(edits: list[object]) -> None:
    for each in edits:
        assert read_edit(as_stored(each)) == each  # type: ignore[arg-type]


def test_a_concept_of_others_is_stored_whole() -> None:
    brought = edit("bring_in", concepts=starting_concepts()[:3])
    assert read_edit(as_stored(brought)) == brought


def test_what_is_left_out_waits() -> None:
    hub, park = agreed("hub"), agreed("park")
    edits = [edit("leave_out", workshop="w", item="item hub")]
    assert (entering([hub, park], edits), left_out([hub, park], edits)) == ([park], [hub])


def test_people_say_that_only_the_words_changed_and_for_which_concept_they_are() -> None:
    edits = [
        edit("only_words", workshop="w", item="item hub"),
        edit("belongs_to", workshop="w", item="item hub", concept="meeting_place"),
    ]
    (term,) = entering([agreed("hub")], edits)
    assert (term.editorial, term.concept) == (True, "meeting_place")
    (apart,) = entering([agreed("hub", workshop="other")], edits)
    assert (apart.editorial, apart.concept) == (False, None)


def test_several_take_the_place_of_one() -> None:
    known = applied(
        edit("withdraw", concept="hub", replaced_by=["park", "bridge"]),
        to=[concept("hub"), concept("park"), concept("bridge", related=("hub",))],
    )
    assert (known["hub"].status, known["hub"].replaced_by) == (Status.WITHDRAWN, ("park", "bridge"))
    assert known["bridge"].related == ()


def test_a_withdrawn_concept_comes_back() -> None:
    both = [edit("withdraw", concept="hub"), edit("restore", concept="hub")]
    assert applied(*both, to=[concept("hub")])["hub"].status is Status.CURRENT


def test_a_concept_gets_words_in_another_language_and_a_note_on_its_use() -> None:
    hub = applied(
        edit("say", concept="hub", language="cy", label="canolfan", definition="Lle."),
        edit("scope", concept="hub", text="Not for bus stops."),
        to=[concept("hub")],
    )["hub"]
    assert hub.label == {"en": "hub", "cy": "canolfan"}
    assert (hub.definition["cy"], hub.scope) == ("Lle.", {"en": "Not for bus stops."})
    assert applied(edit("scope", concept="hub"), to=[hub])["hub"].scope == {}


def test_an_address_stands_under_one_sort_of_likeness() -> None:
    address = "https://example.org/hub"
    edits = [edit("match_to", concept="hub", address=address, match=match) for match in ("exact", "close")]
    hub = applied(*edits, to=[concept("hub")])["hub"]
    assert hub.matches == {Match.CLOSE: (address,)}
    gone = edit("match_to", concept="hub", address=address, match=None)
    assert applied(gone, to=[hub])["hub"].matches == {}


def test_a_concept_is_put_in_its_place() -> None:
    known = applied(
        edit("set_place", concept="hub", broader=["park"], related=["kin"]),
        to=[concept("hub"), concept("park"), concept("kin")],
    )
    assert (known["hub"].broader, known["hub"].related) == (("park",), ("kin",))


def test_words_of_others_change_what_a_known_concept_means() -> None:
    given_hub = concept("hub", definition={"en": "Elsewhere."})
    known = applied(edit("bring_in", concepts=[given_hub, concept("park")]), to=[concept("hub")])
    assert (known["hub"].definition, known["hub"].meaning) == ({"en": "Elsewhere."}, 2)
    assert known["park"].meaning == 1


def test_an_edit_of_a_concept_that_is_not_there_is_named() -> None:
    found, idle = apply([edit("restore", "7", concept="hub")], [concept("park")], "en")
    assert ([each.id for each in found], idle) == (["park"], ["7"])


@given(some_edits, st.integers(0, 5))
def test_no_edit_makes_a_concept_vanish(edits: list[object], cut: int) -> None:
    some = [concept("hub"), concept("park"), concept("kin")]
    found, _ = apply(edits[:cut], some, "en")  # type: ignore[arg-type]
    assert {each.id for each in found} >= {"hub", "park", "kin"}
