"""A programme whose two areas have published, share a word, and are putting more together: written as another process would."""

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from kithmap.common_glossary import actions, store
from kithmap.common_glossary.carrying import Releases, concepts_of
from kithmap.common_glossary.drafting import common_draft
from kithmap.common_glossary.model import Answer, Source
from kithmap.glossary import store as glossaries
from kithmap.glossary.actions import Founding, found
from kithmap.glossary.founding import scheme_of
from kithmap.glossary.model import Concept, Match, Release
from kithmap.glossary.release import next_release
from kithmap.programme import store as programmes
from kithmap.programme.model import Area
from tests.support.databases import opened

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

WORDS = (
    Concept("hub", {"en": "hub"}, {"en": "A place or person through whom many people are connected."}),
    Concept("park", {"en": "park"}, {"en": "A green place that is open to everybody."}),
    Concept("welcome", {"en": "welcome"}, {"en": "How new people are met when they come here."}),
)


def share_words(folder: Path, programme: str, other: str) -> str:
    """Let a programme's first area and another share a hub, publish it, and begin the next round with a park.

    Args:
        folder: with the server's database.
        programme: the programme's id.
        other: the id of its second area.

    Returns:
        The id of the group of parks.
    """
    file = folder / "kithmap.sqlite"
    with opened(f"sqlite:///{file.as_posix()}") as database, database.session() as session:
        areas = programmes.areas(session, programme)
        first = next(each for each in areas if each.id != other)
        second = next(each for each in areas if each.id == other)
        published = [_published(session, area) for area in (first, second)]
        brought = [source for source, _ in published]
        releases = {source.area: release for source, release in published}
        _release(session, programme, brought, releases)
        round_ = actions.begin(session, programme, brought, lambda _: releases, NOW)
        known = concepts_of(releases).keys()
        parks = {(each.area, "park"): Match.EXACT for each in brought}
        group = actions.confirm(session, round_.id, parks, (), known, NOW)
        actions.word(session, round_.id, group.id, 1, "Park", "A green place for all.", "", NOW)
        return group.id


def _published(session: Session, area: Area) -> tuple[Source, Release]:
    glossary = glossaries.glossary_of_area(session, area.id) or found(
        session, Founding(area.programme, area.id, area.name), NOW
    )
    release = next_release(
        None, scheme_of(glossary, area.name, "Seven places", NOW.date()), WORDS, (), NOW.date()
    )
    glossaries.add_release(session, glossary.id, release, NOW)
    return Source(area.id, area.name, glossary.name, glossary.base, release.version), release


def _release(session: Session, programme: str, brought: list[Source], releases: Releases) -> None:
    """Go through a first round to a release."""
    round_ = actions.begin(session, programme, brought, lambda _: releases, NOW)
    hubs = {(each.area, "hub"): Match.EXACT for each in brought}
    group = actions.confirm(session, round_.id, hubs, (), concepts_of(releases).keys(), NOW)
    actions.word(session, round_.id, group.id, 1, "Hub", "Where many ways meet.", "", NOW)
    actions.open_answers(session, round_.id, NOW)
    for each in brought:
        said = Answer(group.id, each.area, accepts=True, reason="", revision=2, role="facilitator", at=NOW)
        actions.answer(session, round_.id, said, "x")
    actions.close_answers(session, round_.id)
    closed = actions.closed_round(session, round_.id)
    glossary = found(session, Founding(programme, None, "Seven places"), NOW)
    scheme = scheme_of(glossary, "Seven places", "Seven places", NOW.date())
    draft = common_draft(store.sheet(session, closed), releases, None, scheme, NOW.date())
    glossaries.add_release(session, glossary.id, draft.release, NOW)
    actions.mark_released(session, round_.id, draft.release.version, draft.concept_of)
