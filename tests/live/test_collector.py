"""The search for garbage, made rare."""

import gc

from kithmap.live.collector import YOUNG, settle


def test_what_is_there_at_the_start_is_laid_aside_and_searches_are_rare() -> None:
    before = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] == YOUNG
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
