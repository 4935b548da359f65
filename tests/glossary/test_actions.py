from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, NotAllowedError, NotFoundError
from kithmap.glossary import actions, store
from kithmap.glossary.actions import Before, Build, Founding, Publishing
from kithmap.glossary.adopted import Adopted
from kithmap.glossary.draft import Agreed
from kithmap.glossary.drafting import Draft, drafted, kept_edits
from kithmap.glossary.model import Glossary, Published, Version
from kithmap.programme import store as programmes
from kithmap.programme.model import Area, Programme
from kithmap.storage.database import Database
from tests.glossary.drafts import START, agreed
from tests.glossary.support import SCHEME
from tests.support.databases import migrated, sqlite_url

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ROLES = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER, "ada": Role.ADMIN}


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))
    with migrated(url) as database:
        with database.session() as session:
            programmes.add_programme(session, Programme("p", "Seven places"), NOW)
            for area, name in (("a", "Oakham"), ("b", "Oakham")):
                programmes.add_area(session, Area(area, "p", name, {}), NOW)
        yield database


def found(session: Session, area: str | None = "a", called: str = "Oakham") -> Glossary:
    return actions.found(session, Founding("p", area, called, "https://map.example.org"), NOW)


def of(*terms: Agreed) -> Build:
    """Return what works out the draft from what rooms adopted."""

    def build(ground: Before) -> Draft:
        return drafted(SCHEME, ground.last, START, Adopted(terms), ground.edits, NOW.date())

    return build


def seen(session: Session, glossary: Glossary, build: Build) -> str:
    return build(actions.before(session, glossary.id)).checksum


def sign_both(session: Session, glossary: Glossary, build: Build) -> str:
    checksum = seen(session, glossary, build)
    for account in ("fay", "ria"):
        actions.sign(session, glossary.id, build, (account, ROLES[account]), checksum, NOW)
    return checksum


def publish(session: Session, glossary: Glossary, build: Build, checksum: str, **more: Any) -> Published:
    asked = Publishing(build, checksum, more.pop("roles", ROLES), kept_edits)
    return actions.publish(session, glossary.id, asked, NOW)


def test_areas_of_one_name_get_glossaries_of_two(database: Database) -> None:
    with database.session() as session:
        one, other, common = found(session), found(session, "b"), found(session, None, "Seven places")
        assert [each.name for each in (one, other, common)] == ["oakham", "oakham-2", "seven-places"]
        assert one.base == "https://map.example.org/glossary/oakham/"
        assert store.glossary_of_area(session, "a") == one
        assert store.common_glossary(session, "p") == common
        for area in ("a", None):
            with pytest.raises(ConflictError):
                found(session, area)


def test_the_draft_is_of_a_glossary_that_is_there(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFoundError):
        actions.before(session, "nobody's")


def test_edits_are_kept_in_their_order_and_taken_back_one_by_one(database: Database) -> None:
    with database.session() as session:
        glossary = found(session)
        first, second = (
            actions.add_edit(session, glossary.id, {"kind": "restore", "concept": each}, NOW)
            for each in ("hub", "park")
        )
        assert actions.before(session, glossary.id).edits == (first, second)
        for _ in range(2):
            actions.take_back_edit(session, glossary.id, first.id, NOW)
        assert actions.before(session, glossary.id).edits == (second,)
        with pytest.raises(BadInputError):
            actions.add_edit(session, glossary.id, {"kind": "restore", "concept": "No!"}, NOW)


def test_a_draft_takes_no_end_of_edits(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", 1)
    with database.session() as session:
        glossary = found(session)
        actions.add_edit(session, glossary.id, {"kind": "restore", "concept": "hub"}, NOW)
        with pytest.raises(ConflictError):
            actions.add_edit(session, glossary.id, {"kind": "restore", "concept": "hub"}, NOW)


def test_two_sign_and_the_draft_is_a_release(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        published = publish(session, glossary, build, sign_both(session, glossary, build))
        assert published.version == Version(1, 0, 0)
        assert store.signed_by(session, glossary.id, published.version) == ("facilitator", "researcher")
        assert store.SIGNATURES.of(session, glossary.id) == []
        release = store.release(session, glossary.id)
        assert release is not None
        assert [each.id for each in release.concepts] == ["hub"]


def test_without_both_signatures_nothing_is_published(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        checksum = seen(session, glossary, build)
        actions.sign(session, glossary.id, build, ("fay", Role.FACILITATOR), checksum, NOW)
        # An admin signs in the facilitator's place, and takes it.
        actions.sign(session, glossary.id, build, ("ada", Role.ADMIN), checksum, NOW)
        with pytest.raises(ConflictError, match="Two people"):
            publish(session, glossary, build, checksum)
        assert store.published(session, glossary.id) == []


def test_any_change_lets_signatures_lapse(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        before = sign_both(session, glossary, build)
        edit = {"kind": "scope", "concept": "hub", "text": "Not for bus stops."}
        actions.add_edit(session, glossary.id, edit, NOW)
        with pytest.raises(ConflictError, match="changed meanwhile"):
            publish(session, glossary, build, before)
        with pytest.raises(ConflictError, match="Two people"):
            publish(session, glossary, build, seen(session, glossary, build))
    more = of(agreed("hub"), agreed("park"))
    with database.session() as session, pytest.raises(ConflictError, match="changed meanwhile"):
        publish(session, glossary, more, before)


def test_who_lost_their_role_signed_for_nothing(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        checksum = sign_both(session, glossary, build)
        for roles in ({"fay": Role.FACILITATOR}, {"fay": Role.RESEARCHER, "ria": Role.RESEARCHER}):
            with pytest.raises(ConflictError, match="Two people"):
                publish(session, glossary, build, checksum, roles=roles)


def test_who_has_no_part_in_the_area_does_not_sign(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        checksum = seen(session, glossary, build)
        for role in (None, Role.PARTICIPANT):
            with pytest.raises(NotAllowedError):
                actions.sign(session, glossary.id, build, ("x", role), checksum, NOW)


def test_only_what_was_read_is_signed(database: Database) -> None:
    with database.session() as session:
        glossary = found(session)
        with pytest.raises(ConflictError, match="changed meanwhile"):
            actions.sign(session, glossary.id, of(agreed("hub")), ("fay", Role.FACILITATOR), "other", NOW)


def test_an_unsound_draft_is_neither_signed_nor_published(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        edit = {"kind": "withdraw", "concept": "hub", "replaced_by": ["nowhere"]}
        actions.add_edit(session, glossary.id, edit, NOW)
        checksum = seen(session, glossary, build)
        with pytest.raises(BadInputError):
            actions.sign(session, glossary.id, build, ("fay", Role.FACILITATOR), checksum, NOW)
        with pytest.raises(BadInputError):
            publish(session, glossary, build, checksum)


def test_nothing_new_is_not_published_again(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        publish(session, glossary, build, sign_both(session, glossary, build))
        with pytest.raises(ConflictError, match="nothing new"):
            publish(session, glossary, build, seen(session, glossary, build))


def test_a_second_workshop_that_changes_a_meaning_makes_it_version_2(database: Database) -> None:
    first = of(agreed("hub"))
    second = of(agreed("hub"), agreed("hub", "Any busy place.", workshop="later"))
    with database.session() as session:
        glossary = found(session)
        publish(session, glossary, first, sign_both(session, glossary, first))
        kept = store.release_document(session, glossary.id)
        later = publish(session, glossary, second, sign_both(session, glossary, second))
        assert later.version == Version(2, 0, 0)
        assert store.release_document(session, glossary.id, Version(1, 0, 0)) == kept


def test_edits_are_done_with_once_they_are_published_but_for_what_was_left_out(database: Database) -> None:
    build = of(agreed("hub"), agreed("park"))
    with database.session() as session:
        glossary = found(session)
        for edit in (
            {"kind": "leave_out", "workshop": "w", "item": "item park"},
            {"kind": "scope", "concept": "hub", "text": "Not for bus stops."},
        ):
            actions.add_edit(session, glossary.id, edit, NOW)
        publish(session, glossary, build, sign_both(session, glossary, build))
        assert [type(each).__name__ for each in actions.before(session, glossary.id).edits] == ["LeaveOut"]
        release = store.release(session, glossary.id)
        assert release is not None
        assert release.concepts[0].scope == {"en": "Not for bus stops."}


def test_two_who_press_at_once_publish_once(database: Database) -> None:
    build, started = of(agreed("hub")), Barrier(2)
    with database.session() as session:
        glossary = found(session)
        checksum = sign_both(session, glossary, build)

    def press(_: int) -> Published | ConflictError:
        started.wait()
        try:
            with database.session() as session:
                return publish(session, glossary, build, checksum)
        except ConflictError as refused:
            return refused

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(press, range(2)))
    assert sorted(isinstance(each, Published) for each in answers) == [False, True]
    with database.reading() as session:
        assert len(store.published(session, glossary.id)) == 1


def test_somebody_signs_in_one_role(database: Database) -> None:
    build = of(agreed("hub"))
    with database.session() as session:
        glossary = found(session)
        checksum = seen(session, glossary, build)
        actions.sign(session, glossary.id, build, ("fay", Role.FACILITATOR), checksum, NOW)
        later = NOW + timedelta(hours=1)
        actions.sign(session, glossary.id, build, ("fay", Role.RESEARCHER), checksum, later)
        assert [(each.role, each.at) for each in store.SIGNATURES.of(session, glossary.id)] == [
            ("researcher", later)
        ]
