from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from kithmap.basics.errors import ConflictError
from kithmap.glossary import store
from kithmap.glossary.model import Glossary, Release, Version
from kithmap.programme import store as programmes
from kithmap.programme.model import Area, Programme
from kithmap.sign_off.model import Signature
from kithmap.storage.database import Database
from tests.glossary.support import concept, release, starting_concepts, starting_indicators
from tests.support.databases import migrated, sqlite_url

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OAKHAM = Glossary("g", "p", "a", "oakham", "https://example.org/glossary/oakham/")
COMMON = Glossary("c", "p", None, "common", "https://example.org/glossary/common/", "cy")


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with a programme of one area, its glossary and the common one."""
    url = sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))
    with migrated(url) as database:
        with database.session() as session:
            programmes.add_programme(session, Programme("p", "Seven places"), NOW)
            programmes.add_area(session, Area("a", "p", "Oakham", {}), NOW)
            store.add_glossary(session, OAKHAM, NOW)
            store.add_glossary(session, COMMON, NOW)
        yield database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.session() as session:
        yield session


def test_a_glossary_is_found_by_its_id_its_name_and_its_area(session: Session) -> None:
    assert store.glossary(session, "g") == OAKHAM
    assert store.glossary_called(session, "oakham") == OAKHAM
    assert store.glossary_of_area(session, "a") == OAKHAM
    assert store.common_glossary(session, "p") == COMMON
    assert store.glossaries(session, "p") == [COMMON, OAKHAM]
    assert store.glossaries(session) == [COMMON, OAKHAM]


def test_what_is_not_there_is_none(session: Session) -> None:
    assert store.glossary(session, "x") is None
    assert store.glossary_called(session, "x") is None
    assert store.glossary_of_area(session, "x") is None
    assert store.common_glossary(session, "x") is None
    assert store.glossaries(session, "x") == []
    assert store.release(session, "g") is None
    assert store.release(session, "g", Version(1, 0, 0)) is None
    assert store.published(session, "g") == []
    assert store.signed_by(session, "g", Version(1, 0, 0)) == ()
    assert store.edits(session, "g") == []
    assert store.SIGNATURES.of(session, "g") == []


@pytest.mark.parametrize(
    "second",
    [Glossary("h", "p", "a", "other", "https://example.org/"), Glossary("h", "p", None, "oakham", "x/")],
)
def test_an_area_and_a_name_have_one_glossary(database: Database, second: Glossary) -> None:
    with pytest.raises(ConflictError), database.session() as session:
        store.add_glossary(session, second, NOW)


def test_a_release_is_read_as_it_was_stored(session: Session) -> None:
    whole = release(*starting_concepts(), indicators=tuple(starting_indicators()), note="The first.")
    signed = [Signature(role, "account", "sum", NOW) for role in ("facilitator", "researcher")]
    kept = store.add_release(session, "g", whole, NOW, signed)
    session.expire_all()
    assert store.release(session, "g") == whole
    assert store.release(session, "g", Version(1, 0, 0)) == whole
    assert store.published(session, "g") == [kept]
    assert kept.checksum == store.checksum_of(store.release_document(session, "g") or b"")
    assert (kept.version, kept.note) == (Version(1, 0, 0), "The first.")
    assert store.signed_by(session, "g", Version(1, 0, 0)) == ("facilitator", "researcher")
    assert b"account" not in (store.release_document(session, "g") or b"")


def test_the_newest_release_is_the_highest_number_and_not_the_last_text(session: Session) -> None:
    numbers = [Version(1, 9, 0), Version(1, 10, 0), Version(10, 0, 0), Version(2, 0, 11), Version(2, 0, 9)]
    for number in numbers:
        store.add_release(session, "g", release(concept("hub"), version=number), NOW)
    assert [each.version for each in store.published(session, "g")] == sorted(numbers, reverse=True)
    assert version_of(store.release(session, "g")) == Version(10, 0, 0)
    assert store.release(session, "c") is None


def version_of(found: Release | None) -> Version | None:
    return None if found is None else found.version


def test_a_version_is_published_once(database: Database) -> None:
    with database.session() as session:
        store.add_release(session, "g", release(concept("hub")), NOW)
    with pytest.raises(ConflictError, match=r"Version 1\.0\.0"), database.session() as session:
        store.add_release(session, "g", release(concept("park")), NOW)
    with database.reading() as session:
        assert store.release(session, "g") == release(concept("hub"))


def test_a_release_belongs_to_a_glossary(database: Database) -> None:
    with pytest.raises((ConflictError, IntegrityError)), database.session() as session:
        store.add_release(session, "nobody", release(concept("hub")), NOW)


def test_the_store_offers_no_way_to_change_or_remove_a_release() -> None:
    writers = {"add_glossary", "add_release", "set_edits"}
    made_here = {
        name for name, each in vars(store).items() if getattr(each, "__module__", "") == store.__name__
    }
    beginnings = ("add", "set", "change", "remove", "delete", "forget", "end", "sign", "take_back", "keep")
    assert {name for name in made_here if name.startswith(beginnings)} - {"signed_by"} == writers


def test_edits_are_replaced_as_a_whole(session: Session) -> None:
    first: list[dict[str, Any]] = [{"kind": "leave_out", "concept": "hub"}]
    store.set_edits(session, "g", first, NOW)
    store.set_edits(session, "g", [*first, {"kind": "withdraw", "concept": "park"}], NOW)
    session.expire_all()
    assert [each["kind"] for each in store.edits(session, "g")] == ["leave_out", "withdraw"]
    assert store.edits(session, "c") == []


def test_the_day_of_a_release_is_kept(session: Session) -> None:
    store.take_turns(session, "g")
    store.add_release(session, "g", release(concept("hub")), NOW)
    assert store.published(session, "g")[0].day == date(2026, 11, 23)
