from sqlmodel import Session

from kithmap.glossary.model import Signature
from kithmap.layers.store import drafts
from tests.layers.stored import NOW

FACILITATOR = Signature("facilitator", "ann", "sum", NOW)
RESEARCHER = Signature("researcher", "bob", "sum", NOW)


def test_a_draft_is_empty_until_somebody_decides_something(session: Session) -> None:
    assert drafts.draft(session, "s") == drafts.StoredDraft()


def test_what_was_decided_last_stands(session: Session) -> None:
    first = drafts.StoredDraft({"note": "One."}, {"key": {"decision": "keep"}}, {"areas": []})
    drafts.set_draft(session, "s", first, NOW)
    assert drafts.draft(session, "s") == first
    drafts.set_draft(session, "s", drafts.StoredDraft({"note": "Two."}), NOW)
    session.expire_all()
    assert drafts.draft(session, "s") == drafts.StoredDraft({"note": "Two."})


def test_there_is_one_signature_for_each_role(session: Session) -> None:
    drafts.sign(session, "s", RESEARCHER)
    drafts.sign(session, "s", Signature("facilitator", "eve", "old", NOW))
    drafts.sign(session, "s", FACILITATOR)
    assert drafts.signatures(session, "s") == [FACILITATOR, RESEARCHER]


def test_a_signature_can_be_taken_back_by_whom_it_is_or_all_at_once(session: Session) -> None:
    drafts.sign(session, "s", FACILITATOR)
    drafts.sign(session, "s", RESEARCHER)
    drafts.take_back_signatures(session, "s", "ann")
    assert drafts.signatures(session, "s") == [RESEARCHER]
    drafts.take_back_signatures(session, "s")
    assert drafts.signatures(session, "s") == []
