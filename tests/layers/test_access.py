import pytest
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.glossary.model import Version
from kithmap.layers import access
from kithmap.layers.geojson import checksum, collection, feature_text, members
from kithmap.layers.ground import Settlement
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.store import drafts, series
from kithmap.people.model import Account
from tests.layers.stored import BASELINE, FOLLOW_UP, NOW, add
from tests.support.layers import HALL, HEADER, RELEASE

SECOND = Version(1, 1, 0)


@pytest.mark.parametrize(
    ("account", "edition"),
    [
        (None, Edition.PUBLIC),
        (Account("x", "Eve"), Edition.PUBLIC),
        (Account("x", "Eve", roles={"b": Role.FACILITATOR}), Edition.PUBLIC),
        (Account("x", "Ann", roles={"a": Role.FACILITATOR}), Edition.PARTNERS),
        (Account("x", "Ann", roles={"a": Role.RESEARCHER}), Edition.PARTNERS),
        (Account("x", "Ann", admin=True), Edition.PARTNERS),
    ],
)
def test_those_with_a_role_in_the_area_read_the_partners_edition(
    account: Account | None, edition: Edition
) -> None:
    assert access.edition_for(account, "a") is edition


def test_a_series_is_listed_once_it_published_something(session: Session) -> None:
    series.add(session, FOLLOW_UP, NOW)
    assert access.series(session) == []
    first, second = add(session), add(session, SECOND)
    [listed] = access.series(session)
    assert (listed.slug, listed.area_id, listed.wave_id) == ("oakham-baseline", "a", "w")
    assert (listed.area, listed.wave, listed.programme) == (HEADER.area, HEADER.wave, HEADER.programme)
    assert listed.versions == (second, first)
    assert listed.newest == second
    assert access.series_called(session, "oakham-baseline") == listed


def test_a_release_is_found_by_its_version_or_as_the_newest(session: Session) -> None:
    first, second = add(session), add(session, SECOND)
    assert access.published(session, "oakham-baseline") == second
    assert access.published(session, "oakham-baseline", "1.0.0") == first
    assert access.published(session, "oakham-baseline", Version(1, 0, 0)) == first


def test_what_is_not_there_is_told_with_what_is(session: Session) -> None:
    with pytest.raises(NotFoundError, match="not been published"):
        access.published(session, "oakham-baseline")
    with pytest.raises(NotFoundError, match="not been published"):
        access.series_called(session, "oakham-baseline")
    add(session)
    with pytest.raises(NotFoundError, match=r"The newest is 1\.0\.0"):
        access.published(session, "oakham-baseline", "2.0.0")
    with pytest.raises(NotFoundError, match="is no version"):
        access.published(session, "oakham-baseline", "../secret")
    with pytest.raises(NotFoundError, match="list of all layers"):
        access.published(session, "oakham")


def test_a_whole_edition_comes_back_as_it_was_published(session: Session) -> None:
    add(session)
    assert access.whole(session, "oakham-baseline", "1.0.0", Edition.PARTNERS) == RELEASE
    public = access.whole(session, "oakham-baseline", None, Edition.PUBLIC)
    assert [each.name for each in public.layers] == [LayerName.ASSETS]


def test_a_layer_is_streamed_with_the_bytes_that_its_checksum_is_of(session: Session) -> None:
    release = add(session)
    lines = access.feature_texts(session, release.id, Edition.PARTNERS, LayerName.ASSETS)
    streamed = b"".join(collection(members(HEADER, Edition.PARTNERS, LayerName.ASSETS), lines))
    assert checksum([streamed]) == release.editions[Edition.PARTNERS].checksums[LayerName.ASSETS]


def test_an_edition_shows_nothing_of_the_other(session: Session) -> None:
    release = add(session)
    public = list(access.feature_texts(session, release.id, Edition.PUBLIC, LayerName.ASSETS))
    assert public == [feature_text(HALL)]
    assert list(access.feature_texts(session, release.id, Edition.PUBLIC, LayerName.BOUNDARY)) == []
    one = access.feature_text_of(session, release.id, Edition.PUBLIC, LayerName.ASSETS, "b-park")
    assert one is None
    assert access.feature_text_of(session, release.id, Edition.PUBLIC, LayerName.BOUNDARY, "x") is None


def test_rectangles_and_pages_act_on_what_is_shown(session: Session) -> None:
    release = add(session)
    around_the_park = (-0.7321, 52.66, -0.7304, 52.671)
    found = access.numbered_texts(
        session, release.id, Edition.PARTNERS, LayerName.ASSETS, bbox=around_the_park
    )
    assert [place for place, _ in found] == [2]
    within = (session, release.id, Edition.PARTNERS, LayerName.ASSETS, around_the_park)
    assert access.count_within(*within) == 1
    behind = access.feature_texts(session, release.id, Edition.PARTNERS, LayerName.ASSETS, after=1, limit=5)
    assert len(list(behind)) == 1
    nothing = (session, release.id, Edition.PUBLIC, LayerName.BOUNDARY, around_the_park)
    assert access.count_within(*nothing) == 0


def test_what_was_decided_about_places_is_read_by_the_key_of_the_finding(session: Session) -> None:
    assert access.settlements(session, "a", "w") == {}
    draft = drafts.StoredDraft(settlements={"key": {"choice": "leave_out", "reason": "A home."}})
    drafts.set_draft(session, BASELINE.id, draft, NOW)
    assert access.settlements(session, "a", "v") == {}
    assert access.settlements(session, "a", "w") == {"key": Settlement("leave_out", "A home.")}
