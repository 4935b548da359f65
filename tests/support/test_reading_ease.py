import pytest

from tests.support.reading_ease import reading_ease, sentences, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("map", 1),
        ("people", 2),
        ("place", 1),
        ("places", 2),
        ("moved", 1),
        ("rated", 2),
        ("table", 2),
        ("indicator", 4),
        ("community", 4),
        ("I", 1),
        ("don’t", 1),
    ],
)
def test_syllables_are_counted_by_letters(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_with_a_stop_and_words_may_hold_apostrophes_and_hyphens() -> None:
    assert sentences("Go on. Don’t stop! Why?") == ["Go on.", "Don’t stop!", "Why?"]
    assert words("Don’t stop the Wi-Fi.") == ["Don’t", "stop", "the", "Wi-Fi"]


def test_everyday_talk_is_easy_and_officials_prose_is_hard() -> None:
    easy = "Put the cross on the spot. Then press the button. You can move it later."
    hard = "Participatory methodologies necessitate comprehensive stakeholder identification prior to operationalisation."

    assert reading_ease(easy) > 90
    assert reading_ease(hard) < 0


def test_a_text_without_words_has_no_ease() -> None:
    with pytest.raises(ValueError, match="without words"):
        reading_ease("... 12")
