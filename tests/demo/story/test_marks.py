from collections import Counter

from kithmap.demo.story.marks import MARKS


def test_popular_places_have_many_marks_and_others_few() -> None:
    counts = Counter(mark.place for mark in MARKS)
    assert counts["laundrette"] == max(counts.values()) >= 8
    assert min(counts.values()) == 1


def test_marks_are_spread_over_the_evening() -> None:
    minutes = [mark.minute for mark in MARKS]
    assert minutes == sorted(minutes)
    assert minutes[0] == 57
    assert minutes[-1] < 110
