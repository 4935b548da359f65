"""One look at a page: whether everyone can use it as it stands."""

from playwright.sync_api import Page

from tests.support.room.axe import (
    barriers,
    escapes_its_scroller,
    faint_in_other_theme,
    scrolls_sideways,
    settle,
    unknown_attributes,
)
from tests.support.room.hall import SMALL_PHONE
from tests.support.room.reach import small_targets, with_letters_doubled, with_wide_spacing


def look(page: Page) -> list[str]:
    """Look at a page on its own screen and on a small phone, in both themes, and as a reader may set it.

    Returns:
        What stands in somebody's way; nothing where all is well.
    """
    settle(page)
    own = page.viewport_size
    assert own is not None
    found = [
        *barriers(page),
        *unknown_attributes(page),
        *faint_in_other_theme(page),
        *small_targets(page),
        *escapes_its_scroller(page),
    ]
    page.set_viewport_size(SMALL_PHONE)
    found += scrolls_sideways(page)
    found += with_wide_spacing(page)
    page.set_viewport_size(own)
    return [*found, *with_letters_doubled(page)]
