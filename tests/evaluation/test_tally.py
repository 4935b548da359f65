from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.records import Audience, Record
from kithmap.evaluation.model import FEWEST_ANSWERS, REFLECTION, Question, reflection_id
from kithmap.evaluation.tally import Counts, as_fields, tally

LEVELS = st.sampled_from(["yes", "partly", "no", None])
EVENINGS = st.lists(st.fixed_dictionaries({question.value: LEVELS for question in Question}), max_size=40)


def records(evening: list[dict[str, str | None]]) -> list[Record]:
    return [
        Record(REFLECTION, reflection_id(str(count)), str(count), Audience.AUTHOR, {"answers": answers})
        for count, answers in enumerate(evening)
    ]


@given(EVENINGS)
def test_a_question_is_counted_whole_or_not_at_all(evening: list[dict[str, str | None]]) -> None:
    for question, counts in tally(records(evening)).items():
        given_levels = [answers[question.value] for answers in evening if answers[question.value]]
        if len(given_levels) < FEWEST_ANSWERS:
            assert counts is None
        else:
            assert counts == Counts(*(given_levels.count(level) for level in ("yes", "partly", "no")))


@given(EVENINGS, st.integers(1, 20))
def test_no_figure_stands_below_the_threshold_that_is_asked_for(
    evening: list[dict[str, str | None]], fewest: int
) -> None:
    assert all(
        counts is None or counts.total >= fewest for counts in tally(records(evening), fewest).values()
    )


def test_is_written_in_the_order_of_the_questions() -> None:
    assert [each["question"] for each in as_fields(tally([]))] == ["heard", "understood", "again"]
