from sqlmodel import Session

from kithmap.layers.store import drafts
from tests.layers.stored import NOW


def test_a_draft_is_empty_until_somebody_decides_something(session: Session) -> None:
    assert drafts.draft(session, "s") == drafts.StoredDraft()


def test_what_was_decided_last_stands(session: Session) -> None:
    first = drafts.StoredDraft({"note": "One."}, {"key": {"decision": "keep"}}, {"areas": []})
    drafts.set_draft(session, "s", first, NOW)
    assert drafts.draft(session, "s") == first
    drafts.set_draft(session, "s", drafts.StoredDraft({"note": "Two."}), NOW)
    session.expire_all()
    assert drafts.draft(session, "s") == drafts.StoredDraft({"note": "Two."})
