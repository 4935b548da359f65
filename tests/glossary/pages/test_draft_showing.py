from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.glossary.adopted import Adopted
from kithmap.glossary.changes import Changed, Differences, Replaced
from kithmap.glossary.draft import Agreed
from kithmap.glossary.edits import Edit
from kithmap.glossary.model import Glossary, Published, Release, Version
from kithmap.glossary.pages.draft_showing import became, concept_page, draft_page, starting_terms_page
from kithmap.glossary.pages.drafting import Desk, OnTable
from kithmap.glossary.touched import Touched
from kithmap.people.model import Account
from kithmap.programme.model import Area
from kithmap.sign_off.model import Signature
from kithmap.sign_off.standing import standings
from tests.glossary.drafts import DAY, START, agreed, draft_of, edit
from tests.glossary.support import SCHEME

AREA = Area("a", "p", "Oakham", {})
NOW = datetime(2026, 11, 23, tzinfo=UTC)
FAY = Account("fay", "Fay Finch", roles={"a": Role.FACILITATOR})
ROLES = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER}


def tables(
    *terms: Agreed,
    last: Release | None = None,
    edits: Sequence[Edit] = (),
    signed: Sequence[str] = (),
    **more: Any,
) -> tuple[Desk, OnTable]:
    """Return a desk with a draft on it, signed in these roles."""
    draft = draft_of(*terms, last=last, edits=edits)
    desk = Desk(
        account=FAY,
        area=AREA,
        programme="Seven places",
        glossary=Glossary("g", "p", "a", "oakham", SCHEME.base),
        adopted=Adopted(terms),
        touched={"hub": Touched(14, 2)},
        start=START,
        starting=SCHEME,
        today=DAY,
    )
    names = {"facilitator": "fay", "researcher": "ria"}
    given = [Signature(role, names[role], more.get("checksum", draft.checksum), NOW) for role in signed]
    published = () if last is None else (Published(last.version, last.on, "", ""),)
    signers = {"fay": "Fay Finch", "ria": "Ria Reed"}
    return desk, OnTable(draft, tuple(edits), published, standings(given, draft.checksum, ROLES), signers)


def test_what_is_new_stands_before_what_is_as_it_was() -> None:
    last = draft_of(agreed("hub"), agreed("park")).release
    page = draft_page(*tables(agreed("hub"), agreed("park"), agreed("Hub", "Other.", item="2"), last=last))
    assert [(each.id, each.became) for each in page.changed] == [("hub", "redefined")]
    assert [each.id for each in page.unchanged] == ["park"]
    assert (page.version, page.published, page.why, page.why_names) == ("2.0.0", "1.0.0", "redefined", "Hub")
    assert len(page.differences) == 1


def test_a_first_draft_is_all_new_and_compares_with_nothing() -> None:
    page = draft_page(*tables(agreed("hub")))
    assert (page.published, page.differences, page.why) == ("", (), "first")
    assert [each.became for each in page.changed] == ["added"]


def test_many_names_are_left_to_the_list_of_differences() -> None:
    last = draft_of(agreed("hub")).release
    page = draft_page(*tables(agreed("hub"), *map(agreed, ("a", "b", "c", "d")), last=last))
    assert (page.why, page.why_names) == ("added", "")


def test_who_may_sign_is_offered_it_and_both_signatures_offer_publishing() -> None:
    page = draft_page(*tables(agreed("hub"), signed=["researcher"]))
    fay, ria = page.signatures
    assert (fay.may_sign, ria.may_sign, ria.name, page.may_publish) == (True, False, "Ria Reed", False)
    page = draft_page(*tables(agreed("hub"), signed=["facilitator", "researcher"]))
    assert (page.signatures[0].is_mine, page.signatures[0].may_sign, page.may_publish) == (True, False, True)


def test_a_lapsed_signature_is_told_and_can_be_given_anew() -> None:
    page = draft_page(*tables(agreed("hub"), signed=["facilitator", "researcher"], checksum="before"))
    assert [each.state for each in page.signatures] == ["lapsed", "lapsed"]
    assert (page.signatures[0].may_sign, page.may_publish) == (True, False)


def test_nobody_signs_what_is_unsound_or_nothing_new() -> None:
    wrong = [edit("withdraw", concept="hub", replaced_by=["nowhere"])]
    page = draft_page(*tables(agreed("hub"), edits=wrong))
    assert (page.faults, page.signatures[0].may_sign) == (1, False)
    assert page.changed[0].faults != ()
    last = draft_of(agreed("hub")).release
    page = draft_page(*tables(agreed("hub"), last=last))
    assert (page.is_new, page.signatures[0].may_sign) == (False, False)


def test_every_edit_is_told_by_names() -> None:
    edits = [
        edit("take", "1", concepts=["term", "workshop", "mapping", "meeting_place", "community_asset"]),
        edit("only_words", "2", workshop="w", item="item hub"),
        edit("withdraw", "3", concept="hub", replaced_by=["term"]),
        edit("say", "4", concept="hub", language="cy", label="canolfan"),
        edit("match_to", "5", concept="hub", match="close", address="https://example.org/hub"),
        edit("set_place", "6", concept="hub", related=["term"]),
        edit("scope", "7", concept="hub", text="x"),
        edit("note", "8", text="First words."),
        edit(
            "bring_in",
            "9",
            concepts=[START.concepts["term"]],
        ),
        edit("restore", "10", concept="nowhere"),
    ]
    told = {each.id: (each.about, each.to) for each in draft_page(*tables(agreed("hub"), edits=edits)).edits}
    assert told["1"] == ("term, workshop, mapping", "2")
    assert told["2"] == ("hub", "")
    assert told["3"] == ("hub", "term")
    assert told["4"] == ("hub", "canolfan (cy)")
    assert told["5"] == ("hub", "https://example.org/hub")
    assert told["6"] == ("hub", "term")
    assert (told["8"][0], told["9"][0]) == ("First words.", "1")
    idle = [each.id for each in draft_page(*tables(agreed("hub"), edits=edits)).edits if each.idle]
    assert idle == ["10"]


def test_what_is_left_out_has_a_list_of_its_own() -> None:
    edits = [edit("leave_out", "1", workshop="w", item="item hub")]
    page = draft_page(*tables(agreed("hub"), agreed("park"), edits=edits))
    assert [(each.label, each.edit) for each in page.waiting] == [("hub", "1")]
    assert page.edits == ()


def test_a_term_is_shown_with_what_hangs_on_it_and_what_can_be_changed() -> None:
    last = draft_of(agreed("hub"), agreed("park")).release
    edits = [edit("scope", "1", concept="hub", text="Not for buses.")]
    desk, table = tables(
        agreed("hub"), agreed("park"), agreed("hub", "Other.", item="2"), last=last, edits=edits
    )
    page = concept_page(desk, table, "hub")
    assert (page.before, page.scope, page.touched) == ("What hub is.", "Not for buses.", Touched(14, 2))
    assert [(each.item, each.was_there) for each in page.entering] == [("2", True)]
    assert [each.id for each in page.concepts] == ["park"]
    assert [each.id for each in page.edits] == ["1"]
    assert concept_page(desk, table, "park").touched is None
    with pytest.raises(NotFoundError):
        concept_page(desk, table, "nowhere")


def test_starting_terms_are_those_that_the_draft_does_not_have() -> None:
    all_of = starting_terms_page(*tables()).concepts
    assert len(all_of) == len(START.concepts)
    rest = starting_terms_page(*tables(edits=[edit("take", concepts=["term"])])).concepts
    assert {each.id for each in all_of} - {each.id for each in rest} == {"term"}


def test_what_becomes_of_a_concept_is_its_weightiest_difference() -> None:
    found = Differences(
        redefined=(Changed("a", {}),),
        split=(Replaced(("b",), ("c", "d")),),
        withdrawn=("e",),
        instruments=("a", "f"),
        added=("g",),
    )
    assert became(found) == {
        "a": "redefined",
        "b": "split",
        "c": "added",
        "d": "added",
        "e": "withdrawn",
        "f": "instruments",
        "g": "added",
    }
    assert Version(1, 0, 0) < Version(2, 0, 0)
