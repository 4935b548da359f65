"""Drafts to try out: what rooms agreed on, and the draft that comes of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from kithmap.glossary.adopted import Adopted
from kithmap.glossary.draft import Agreed
from kithmap.glossary.drafting import Draft, Start, drafted
from kithmap.glossary.edits import Edit, read_edit
from kithmap.glossary.model import Decision, Release
from tests.glossary.support import SCHEME, starting_concepts, starting_indicators

DAY = date(2026, 12, 1)
START = Start(
    {each.id: each for each in starting_concepts()},
    {each.concept.id: each for each in starting_indicators()},
)


def agreed(label: str, meaning: str = "", item: str = "", **more: Any) -> Agreed:
    """Return a term that a room adopted."""
    known = {name: more.pop(name) for name in ("minority", "examples") if name in more}
    decision = Decision(
        more.pop("workshop", "w"), item or f"item {label}", DAY, "adopted", {"for": 9}, "All agreed.", **known
    )
    words = {"others": (), "concept": None, "examples": known.get("examples", ()), "decision": decision}
    return Agreed(label=label, meaning=meaning or f"What {label} is.", **{**words, **more})


def edit(kind: str, edit_id: str = "e", **more: Any) -> Edit:
    """Return an edit."""
    return read_edit({"id": edit_id, "kind": kind, **more})


def draft_of(
    *terms: Agreed,
    last: Release | None = None,
    edits: Sequence[Edit] = (),
    indicators: Sequence[Agreed] = (),
    start: Start = START,
) -> Draft:
    """Return the draft that comes of what rooms agreed on."""
    return drafted(SCHEME, last, start, Adopted(terms, tuple(indicators)), edits, DAY)


labels = st.sampled_from(["hub", "park", "bridge", "kin", "carer"])

terms = st.lists(
    st.builds(agreed, labels, st.sampled_from(["One.", "Two.", "Three."])),
    max_size=5,
    unique_by=lambda each: each.decision.item,
)
"""What a room may have adopted."""

some_edits = st.lists(
    st.one_of(
        st.builds(lambda of, to: edit("withdraw", concept=of, replaced_by=[to]), labels, labels),
        st.builds(lambda of: edit("restore", concept=of), labels),
        st.builds(lambda of: edit("only_words", workshop="w", item=f"item {of}"), labels),
        st.builds(lambda of: edit("leave_out", workshop="w", item=f"item {of}"), labels),
        st.builds(lambda of, text: edit("scope", concept=of, text=text), labels, st.text(max_size=5)),
        st.builds(lambda of, to: edit("set_place", concept=of, broader=[to]), labels, labels),
        st.builds(
            lambda ids: edit("take", concepts=ids),
            st.lists(st.sampled_from(sorted(START.concepts)), min_size=1),
        ),
    ),
    max_size=6,
)
"""What people may have changed, sensible or not."""
