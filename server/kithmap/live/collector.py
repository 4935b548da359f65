"""Python's search for garbage, at moments of our choosing: it stops everything, for 0.5 ms for each thousand new things.

Nearly all that the server lets go of is freed at once by counting references; the search is for what refers to itself in a
circle, such as an exception and its traceback.
"""

import gc

YOUNG = 50_000
"""New things before a search among them; Python's own 700 to 2,000 means hundreds of searches a second under load."""

LATER = 10
"""Searches among the young before one among the older."""


def settle() -> None:
    """Lay aside all that there is after starting, which stays for good, and search seldom among what comes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, LATER, LATER)


def tidy() -> None:
    """Search among what came lately: little, if it is done every few seconds, and so a pause that nobody notices."""
    gc.collect(0)


def tidy_all() -> None:
    """Search everywhere, when nobody is here to notice."""
    gc.collect()
