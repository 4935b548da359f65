from dataclasses import replace
from datetime import date

from hypothesis import given

from kithmap.glossary.adopted import Adopted
from kithmap.glossary.document import as_document
from kithmap.glossary.draft import Agreed
from kithmap.glossary.drafting import Draft, Start, drafted, kept_edits, undated
from kithmap.glossary.edits import Edit
from kithmap.glossary.model import Concept, Release, Status, Version
from kithmap.glossary.numbering import Because, Why, because
from kithmap.glossary.release import every_concept
from tests.glossary.drafts import DAY, START, agreed, draft_of, edit, some_edits, terms
from tests.glossary.support import SCHEME, concept, release


def concepts_of(draft: Draft) -> dict[str, Concept]:
    return {each.id: each for each in draft.release.concepts}


def published(*given_terms: Agreed, **more: object) -> Release:
    draft = draft_of(*given_terms, **more)  # type: ignore[arg-type]
    assert draft.faults == ()
    return draft.release


def test_the_first_draft_is_what_rooms_agreed_on() -> None:
    draft = draft_of(agreed("hub"), agreed("park"))
    assert [each.id for each in draft.release.concepts] == ["hub", "park"]
    assert (draft.release.version, draft.release.previous, draft.is_new) == (Version(1, 0, 0), None, True)
    assert concepts_of(draft)["hub"].first == Version(1, 0, 0)


def test_nothing_agreed_is_nothing_new() -> None:
    assert not draft_of().is_new
    last = published(agreed("hub"))
    assert not draft_of(agreed("hub"), last=last).is_new


def test_what_stands_in_the_last_release_does_not_come_twice() -> None:
    last = published(agreed("hub"))
    later = draft_of(agreed("hub"), agreed("park"), last=last)
    assert len(concepts_of(later)["hub"].decisions) == 1
    assert (later.release.version, later.found.added) == (Version(1, 1, 0), ("park",))


def test_another_meaning_is_another_major_number_and_only_other_words_are_not() -> None:
    last = published(agreed("hub"))
    changed = agreed("hub", "Any busy place.", item="later")
    assert draft_of(agreed("hub"), changed, last=last).release.version == Version(2, 0, 0)
    words = [edit("only_words", workshop="w", item="later")]
    assert draft_of(agreed("hub"), changed, last=last, edits=words).release.version == Version(1, 0, 1)


def test_a_room_s_words_for_a_starting_term_bring_it_in() -> None:
    draft = draft_of(agreed("heart", concept="meeting_place"))
    made = concepts_of(draft)["meeting_place"]
    assert made.label == {"en": "heart"}
    assert START.concepts["meeting_place"].label["en"] in made.alt["en"]
    assert draft.faults == ()


def test_starting_terms_that_are_taken_come_whole_and_point_to_nothing_that_did_not_come() -> None:
    draft = draft_of(edits=[edit("take", concepts=list(START.concepts)[:9])])
    assert len(draft.release.concepts) == 9
    assert draft.faults == ()
    every_one = draft_of(edits=[edit("take", concepts=list(START.concepts))])
    assert concepts_of(every_one)["workshop"].related == START.concepts["workshop"].related


def test_an_adopted_indicator_brings_its_instrument_and_what_it_tells_of() -> None:
    draft = draft_of(indicators=[agreed("being content", concept="life_satisfaction")])
    (indicator,) = draft.release.indicators
    assert (indicator.concept.label["en"], indicator.questions) == (
        "being content",
        START.indicators["life_satisfaction"].questions,
    )
    assert indicator.about in concepts_of(draft)
    assert draft.faults == ()


def test_an_edit_that_breaks_something_is_a_fault_beside_its_concept() -> None:
    edits = [edit("withdraw", concept="hub", replaced_by=["nowhere"])]
    (fault,) = draft_of(agreed("hub"), edits=edits).faults
    assert fault.concept == "hub"


def test_edits_of_what_is_not_there_are_named_and_do_no_harm() -> None:
    draft = draft_of(agreed("hub"), edits=[edit("scope", "9", concept="park", text="x")])
    assert (draft.idle, draft.faults) == (("9",), ())


def test_an_edit_of_what_no_room_agreed_on_any_more_is_named() -> None:
    edits = [
        edit("only_words", "7", workshop="w", item="gone"),
        edit("leave_out", "8", workshop="w", item="item hub"),
    ]
    assert draft_of(agreed("hub"), edits=edits).idle == ("7",)


def test_what_is_left_out_is_still_left_out_after_the_release() -> None:
    edits = [edit("leave_out", workshop="w", item="item hub"), edit("scope", concept="park", text="x")]
    draft = draft_of(agreed("hub"), agreed("park"), edits=edits)
    assert [each.label for each in draft.left_out] == ["hub"]
    later = draft_of(agreed("hub"), agreed("park"), last=draft.release, edits=kept_edits(edits))
    assert not later.is_new
    assert [each.label for each in later.left_out] == ["hub"]


def test_a_statement_that_was_taken_back_goes_with_the_next_release() -> None:
    last = published(agreed("hub", minority=("Not here.",)))
    later = draft_of(agreed("hub", minority=("Taken back.",)), last=last)
    assert concepts_of(later)["hub"].decisions[0].minority == ("Taken back.",)
    assert later.is_new
    assert later.release.version == Version(1, 0, 1)
    assert because(later.found, is_first=False) == Because(Why.RECORD)


def test_a_place_that_may_not_be_shown_any_more_goes_with_the_next_release() -> None:
    last = published(agreed("hub", examples=("Fern Hall", "Mill Pond")))
    assert last.concepts[0].example == {"en": "Fern Hall; Mill Pond"}
    later = draft_of(agreed("hub", examples=("Mill Pond",)), last=last)
    assert concepts_of(later)["hub"].example == {"en": "Mill Pond"}
    assert concepts_of(draft_of(agreed("hub"), last=last))["hub"].example == {}


def test_an_example_that_came_with_a_starting_term_stays() -> None:
    start = Start({"hub": concept("hub", example={"en": "A library."})})
    last = published(agreed("hub", concept="hub", examples=()), start=start)
    later = draft_of(agreed("hub", concept="hub", minority=("No.",)), last=last, start=start)
    assert concepts_of(later)["hub"].example == {"en": "A library."}


def test_a_workshop_that_is_gone_leaves_the_history_as_it_was() -> None:
    last = published(agreed("hub", minority=("Not here.",)))
    assert draft_of(last=last).release.concepts == last.concepts


def test_a_draft_is_the_same_draft_tomorrow() -> None:
    def on(day: date) -> Draft:
        return drafted(replace(SCHEME, created=day), None, START, Adopted((agreed("hub"),)), [], day)

    assert on(DAY).checksum == on(date(2027, 1, 1)).checksum
    assert undated(on(DAY).release) == undated(on(date(2027, 1, 1)).release)


def test_the_note_of_the_release_is_the_last_that_was_written() -> None:
    notes = [edit("note", text="First try."), edit("note", text="Our first words.")]
    assert draft_of(agreed("hub"), edits=notes).release.note == "Our first words."


@given(terms, some_edits)
def test_any_change_of_the_draft_changes_its_checksum(adopted: list[Agreed], edits: list[Edit]) -> None:
    plain, edited = draft_of(*adopted), draft_of(*adopted, edits=edits)
    same = undated(plain.release) == undated(edited.release)
    assert (plain.checksum == edited.checksum) == same


@given(terms, terms, some_edits)
def test_concepts_never_vanish_and_their_ids_never_change(
    first: list[Agreed], second: list[Agreed], edits: list[Edit]
) -> None:
    last = draft_of(*first).release
    later = draft_of(*first, *(_later(each) for each in second), last=last, edits=edits)
    assert {each.id for each in every_concept(later.release)} >= {each.id for each in every_concept(last)}


@given(terms, terms, some_edits)
def test_the_number_goes_up_by_the_rule(first: list[Agreed], second: list[Agreed], edits: list[Edit]) -> None:
    last = draft_of(*first).release
    later = draft_of(*first, *(_later(each) for each in second), last=last, edits=edits)
    why, version = because(later.found, is_first=False).why, later.release.version
    if why in {Why.ADDED, Why.RESTORED}:
        assert version == Version(1, 1, 0)
    elif why in {Why.EDITED, Why.RECORD}:
        assert version == Version(1, 0, 1)
    else:
        assert version == Version(2, 0, 0)


@given(terms, some_edits)
def test_drafting_changes_no_release(adopted: list[Agreed], edits: list[Edit]) -> None:
    last = release(concept("hub"), concept("kin", status=Status.WITHDRAWN))
    before = as_document(last)
    draft_of(*adopted, last=last, edits=edits)
    assert as_document(last) == before


def _later(term: Agreed) -> Agreed:
    return replace(term, decision=replace(term.decision, workshop="later"))
