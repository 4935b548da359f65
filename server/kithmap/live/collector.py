"""Python's search for garbage, made rare: it stops everything, and with a thousand phones it takes tens of milliseconds.

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
