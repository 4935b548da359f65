from kithmap.basics.words import said


def test_what_is_said_stays_english_until_it_is_shown() -> None:
    assert said("We cannot find that") == "We cannot find that"
