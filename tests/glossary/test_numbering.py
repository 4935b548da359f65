import pytest

from kithmap.glossary.changes import Changed, Differences, Replaced, next_version
from kithmap.glossary.model import Version
from kithmap.glossary.numbering import Because, Why, because

EACH = [
    (Why.REDEFINED, Differences(redefined=(Changed("hub", {}),)), Version(2, 0, 0)),
    (Why.SPLIT, Differences(split=(Replaced(("hub",), ("a", "b")),)), Version(2, 0, 0)),
    (Why.MERGED, Differences(merged=(Replaced(("hub",), ("a",)),)), Version(2, 0, 0)),
    (Why.REPLACED, Differences(replaced=(Replaced(("hub",), ("a",)),)), Version(2, 0, 0)),
    (Why.WITHDRAWN, Differences(withdrawn=("hub",)), Version(2, 0, 0)),
    (Why.INSTRUMENTS, Differences(instruments=("hub",)), Version(2, 0, 0)),
    (Why.ADDED, Differences(added=("hub",)), Version(1, 1, 0)),
    (Why.RESTORED, Differences(restored=("hub",)), Version(1, 1, 0)),
    (Why.EDITED, Differences(edited=(Changed("hub", {}),)), Version(1, 0, 1)),
]


@pytest.mark.parametrize(("why", "found", "version"), EACH)
def test_every_sort_of_difference_gives_a_reason_and_its_number(
    why: Why, found: Differences, version: Version
) -> None:
    assert because(found, is_first=False) == Because(why, ("hub",))
    assert next_version(Version(1, 0, 0), found) == version


def test_the_weightiest_difference_is_the_reason() -> None:
    found = Differences(added=("park",), redefined=(Changed("hub", {}), Changed("kin", {})))
    assert because(found, is_first=False) == Because(Why.REDEFINED, ("hub", "kin"))


def test_a_first_release_is_the_first_whatever_is_in_it() -> None:
    assert because(Differences(added=("hub",)), is_first=True) == Because(Why.FIRST)


def test_without_any_difference_it_is_the_record() -> None:
    assert because(Differences(), is_first=False) == Because(Why.RECORD)
