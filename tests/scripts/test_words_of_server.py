import pytest
from words_of_server import constants_in, sentences_in


def read(source: str, **constants: str) -> list[str]:
    return list(sentences_in(source, constants))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ('raise BadInputError("Please choose.")', "Please choose."),
        ('raise Refused(Reason.GONE, "It is gone.")', "It is gone."),
        ('raise Refused(\n    Reason.GONE, "It is" " gone."\n)', "It is gone."),
        ('raise GoneError(f"This {kind} is gone.")', "This {kind} is gone."),
        (
            'raise GoneError(f"At most {LONGEST} of {self.name} in {len(found)}.")',
            "At most {longest} of {name} in {len}.",
        ),
        ('HEADING = said("We cannot find that")', "We cannot find that"),
        ('return NotFoundError("No such place.") if a else None', "No such place."),
        (
            'raise ValueError("This outline crosses itself. Please move a corner.")',
            "This outline crosses itself. Please move a corner.",
        ),
        ('GONE = "It is gone."\nraise GoneError(GONE)', "It is gone."),
        ("raise errors.GoneError(actions.ENDED)", "It has ended."),
        ('raise GoneError("A." if a else "B.")', "A."),
    ],
)
def test_what_is_said_to_people_is_found(source: str, sentence: str) -> None:
    assert read(source, ENDED="It has ended.")[0] == sentence


@pytest.mark.parametrize(
    "source",
    [
        'raise ValueError("not JSON")',
        "raise GoneError(str(error))",
        'log("It is gone.")',
        "raise GoneError()",
    ],
)
def test_what_is_said_to_programmers_is_not(source: str) -> None:
    assert read(source) == []


def test_a_sentence_can_be_known_by_a_name() -> None:
    assert constants_in('A = "It is gone."\nB = 3\nclass C: ...') == {"A": "It is gone."}
