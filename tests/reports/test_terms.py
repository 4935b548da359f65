"""What was agreed, told in one form."""

from dataclasses import replace
from datetime import date

from kithmap.agreement.model import Choice
from kithmap.glossary.draft import Agreed
from kithmap.glossary.model import Concept, Decision, Status
from kithmap.reports.terms import of_release, of_room, votes
from tests.glossary.support import release

DECISION = Decision(
    "w",
    "i",
    date(2026, 5, 4),
    "adopted",
    {"for": 8, "against": 2},
    "So it is agreed.",
    examples=("The hall",),
)
KITH = Concept(
    "kith", {"en": "Kith"}, {"en": "Those one knows."}, {"en": ("our lot",)}, decisions=(DECISION,)
)


def test_a_room_s_term_is_told_as_the_room_said_it() -> None:
    (term,) = of_room([Agreed("Kith", "Those one knows.", ("our lot",), None, ("The hall",), DECISION)])
    assert (term.label, term.meaning, term.others, term.examples) == (
        "Kith",
        "Those one knows.",
        ("our lot",),
        ("The hall",),
    )
    assert term.decision == DECISION


def test_supporting_answers_are_told_even_where_nobody_gave_them() -> None:
    told = votes(DECISION)
    assert [(each.choice, each.count, each.percent, each.supports) for each in told] == [
        (Choice.STRONGLY_FOR, 0, 0, True),
        (Choice.FOR, 8, 100, True),
        (Choice.CAN_LIVE_WITH_IT, 0, 0, True),
        (Choice.AGAINST, 2, 25, False),
    ]
    assert all(each.percent == 0 for each in votes(replace(DECISION, counts={})))


def test_a_release_tells_the_terms_in_use_by_label_with_their_last_decision() -> None:
    band = Concept("band", {"en": "Band"}, {"en": "They play."})
    gone = Concept("gone", {"en": "Gone"}, {"en": "Was."}, status=Status.WITHDRAWN)
    later = replace(KITH, decisions=(DECISION, replace(DECISION, sentence="Again.")))
    terms, indicators = of_release(release(later, band, gone), "en")
    assert [term.label for term in terms] == ["Band", "Kith"]
    assert terms[0].votes == ()
    assert terms[1].decision is not None
    assert terms[1].decision.sentence == "Again."
    assert indicators == ()


def test_words_in_another_language_stand_in_where_there_are_no_others() -> None:
    terms, _ = of_release(release(KITH), "cy")
    assert terms[0].label == "Kith"
    assert terms[0].others == ()
