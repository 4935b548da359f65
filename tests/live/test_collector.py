"""The search for garbage, made rare."""

import gc
import weakref

from kithmap.live.collector import YOUNG, settle, tidy, tidy_all


def test_what_is_there_at_the_start_is_laid_aside_and_searches_are_rare() -> None:
    before = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] == YOUNG
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


class Circle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


def test_a_circle_made_lately_is_found_and_an_older_one_when_nobody_is_here() -> None:
    gc.collect()
    gc.disable()
    try:
        fresh = weakref.ref(Circle())
        tidy()
        assert fresh() is None
        circle = Circle()
        older = weakref.ref(circle)
        tidy()
        del circle
        tidy()
        assert older() is not None
        tidy_all()
        assert older() is None
    finally:
        gc.enable()
