from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from kithmap.glossary import store as glossaries
from kithmap.glossary.model import Glossary
from kithmap.layers.store import drafts, series
from kithmap.layers.store.series import StoredSeries
from kithmap.programme import store as programmes
from kithmap.programme.model import Area, Programme, Wave
from kithmap.sign_off.model import Signature
from kithmap.storage.database import Database
from kithmap.storage.signatures import Signatures
from tests.support.databases import migrated, sqlite_url

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FAY = Signature("facilitator", "fay", "1", NOW)
RIA = Signature("researcher", "ria", "1", NOW)
FLO = Signature("facilitator", "flo", "2", NOW + timedelta(hours=1))


@pytest.fixture(params=BOTH)
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A transaction in a database with two glossaries and two series of layers, called "1" and "2"."""
    url = sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))
    with migrated(url) as database, database.session() as session:
        _fill(session)
        yield session


def _fill(session: Session) -> None:
    programmes.add_programme(session, Programme("p", "Seven places"), NOW)
    for name in ("1", "2"):
        programmes.add_area(session, Area(name, "p", name, {}), NOW)
        programmes.add_wave(session, "p", Wave(name, name, None, None), NOW)
        glossaries.add_glossary(session, Glossary(name, "p", name, name, f"https://x/{name}/"), NOW)
        series.add(session, StoredSeries(name, name, name, name, f"https://x/{name}"), NOW)


@pytest.fixture(
    params=[
        pytest.param(glossaries.SIGNATURES, id="of glossaries"),
        pytest.param(drafts.SIGNATURES, id="of layers"),
    ]
)
def signatures(request: pytest.FixtureRequest) -> Signatures:
    found: Signatures = request.param
    return found


def test_nobody_stands_for_a_draft_at_first(session: Session, signatures: Signatures) -> None:
    assert signatures.of(session, "1") == signatures.of(session, "nobody's") == []


def test_each_role_signs_once_and_a_later_signature_takes_the_place(
    session: Session, signatures: Signatures
) -> None:
    for each in (RIA, FAY, FLO):
        signatures.sign(session, "1", each)
    assert signatures.of(session, "1") == [FLO, RIA]


def test_whoever_signs_as_something_else_now_stands_in_one_place(
    session: Session, signatures: Signatures
) -> None:
    signatures.sign(session, "1", FAY)
    as_researcher = Signature("researcher", "fay", "1", NOW)
    signatures.sign(session, "1", as_researcher)
    assert signatures.of(session, "1") == [as_researcher]


def test_signatures_are_taken_back_by_account_or_all_together(
    session: Session, signatures: Signatures
) -> None:
    for each in (FAY, RIA):
        signatures.sign(session, "1", each)
    signatures.take_back(session, "1", "ria")
    assert signatures.of(session, "1") == [FAY]
    signatures.sign(session, "1", RIA)
    signatures.take_back(session, "1")
    assert signatures.of(session, "1") == []
    signatures.take_back(session, "1", "ria")


def test_the_signatures_of_another_draft_stay(session: Session, signatures: Signatures) -> None:
    signatures.sign(session, "2", FAY)
    signatures.sign(session, "1", FAY)
    signatures.take_back(session, "1", "fay")
    signatures.sign(session, "1", FLO)
    signatures.take_back(session, "1")
    assert signatures.of(session, "2") == [FAY]


def test_signatures_for_glossaries_and_for_layers_lie_apart(session: Session) -> None:
    glossaries.SIGNATURES.sign(session, "1", FAY)
    assert drafts.SIGNATURES.of(session, "1") == []


def test_they_outlast_the_transaction(tmp_path: Path) -> None:
    with migrated(sqlite_url(tmp_path)) as database:
        with database.session() as session:
            _fill(session)
            glossaries.SIGNATURES.sign(session, "1", FAY)
        assert _kept(database) == [FAY]


def _kept(database: Database) -> list[Signature]:
    with database.reading() as session:
        return glossaries.SIGNATURES.of(session, "1")
